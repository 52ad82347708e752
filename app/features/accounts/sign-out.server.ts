import { personOf } from '#app/auth/person.server.ts'
import { requestDesk } from '#app/auth/request-desk.server.ts'
import { liveDb } from '#app/db.server.ts'
import { paths } from '#app/lib/paths.ts'
import { seeOther } from '#app/lib/responses.server.ts'
import { recordRead } from '#db/queries/audit.ts'

/** Ends the session of this browser, with a line in the record, and tells it to forget the pages it keeps: the next person may share the computer. */
export async function signOut(request: Request): Promise<Response> {
  const client = liveDb()
  const { sessions, oldSession, now } = requestDesk(request, client, new Date().toISOString())
  const person = await personOf(request, client)
  if (oldSession) await sessions.invalidateSession(oldSession)
  if (person) {
    const { id, role } = person.account
    await recordRead(
      client.db,
      { accountId: id, role },
      { at: now, action: 'session:end', subject: { type: 'account', id } },
    )
  }
  return seeOther(paths.home(), {
    'Set-Cookie': sessions.createBlankSessionCookie().serialize(),
    'Clear-Site-Data': '"cache"',
  })
}
