import { requestDesk } from '#app/auth/request-desk.server.ts'
import { liveDb } from '#app/db.server.ts'
import { paths } from '#app/lib/paths.ts'
import { seeOther } from '#app/lib/responses.server.ts'

/** Ends the session of this browser, and tells it to forget the pages it keeps: the next person may share the computer. */
export async function signOut(request: Request): Promise<Response> {
  const { sessions, oldSession } = requestDesk(request, liveDb(), new Date().toISOString())
  if (oldSession) await sessions.invalidateSession(oldSession)
  return seeOther(paths.home(), {
    'Set-Cookie': sessions.createBlankSessionCookie().serialize(),
    'Clear-Site-Data': '"cache"',
  })
}
