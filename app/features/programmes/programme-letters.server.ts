import { readConfig } from '#app/config.server.ts'
import { LETTER_LOCALE } from '#app/features/proposals/letters.server.ts'
import { officeAccounts } from '#app/features/proposals/recipients.server.ts'
import { formatterFor } from '#app/i18n/format.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { paths } from '#app/lib/paths.ts'
import { enqueueMail } from '#app/mail/outbox.server.ts'
import type { Db } from '#db/client.ts'
import { countEntriesByState } from '#db/queries/programme-entries.ts'
import type { ProgrammeRow } from '#db/schema/programme.ts'

/**
 * Tells a district, once all of its batches have been tried, how many of its actors were proposed and how many wait for
 * her consent: counts and a link, nobody's name or code. Once for each programme and account.
 */
export async function tellDistrict(trx: Db, programme: ProgrammeRow, regency: string, now: string): Promise<void> {
  const counts = await countEntriesByState(trx, programme.id, regency)
  if ((counts.get('planned') ?? 0) > 0) return
  const t = messagesFor(LETTER_LOCALE).letters
  const f = formatterFor(LETTER_LOCALE)
  const number = (state: 'sent' | 'waiting_consent' | 'blocked') => f.number(counts.get(state) ?? 0)
  const lines = [
    t.greeting,
    '',
    t.programme.body(programme.title, number('sent'), number('waiting_consent'), number('blocked')),
    '',
    `${readConfig().publicUrl}${paths.programme(programme.id)}`,
    '',
    t.foot,
  ]
  for (const { id } of await officeAccounts(trx, regency, null))
    await enqueueMail(trx, {
      kind: 'programme-district',
      dedupeKey: `programme:${programme.id}:${regency}:${id}`,
      to: { account: id },
      subject: t.programme.subject(programme.title),
      text: lines.join('\n'),
      now,
    })
}
