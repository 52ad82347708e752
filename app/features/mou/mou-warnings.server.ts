import { readConfig } from '#app/config.server.ts'
import { EVERYTHING } from '#app/domain/access/viewer.ts'
import { balanceOn, mouWarning } from '#app/domain/loop/commitments.ts'
import { type Day, daysBetween } from '#app/domain/values/day.ts'
import { LETTER_LOCALE } from '#app/features/proposals/letters.server.ts'
import { mouAccounts } from '#app/features/proposals/recipients.server.ts'
import { formatterFor } from '#app/i18n/format.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { paths } from '#app/lib/paths.ts'
import { enqueueMail } from '#app/mail/outbox.server.ts'
import type { Db } from '#db/client.ts'
import { insertJob } from '#db/queries/jobs.ts'
import { findMousEnding } from '#db/queries/mou.ts'
import { getMouRecord } from './mou-records.server.ts'

export interface MouWarningJob {
  readonly key: string
  readonly mouId: string
  /** The end it warns of: an MoU that was prolonged meanwhile is not warned of. */
  readonly endsOn: Day
}

/**
 * Queues the warning each MoU has reached: 180, 90 or 30 days before its end, the nearest only, so that one recorded late
 * warns once. A new end begins anew.
 */
export async function queueMouWarnings(db: Db, today: Day, now: string): Promise<number> {
  let queued = 0
  for (const row of await findMousEnding(db, today)) {
    const warning = mouWarning({ startsOn: row.starts_on, endsOn: row.ends_on }, today)
    if (warning === null) continue
    const payload: MouWarningJob = {
      key: `mou:${row.id}:${row.ends_on}:${warning}`,
      mouId: row.id,
      endsOn: row.ends_on!,
    }
    if (await insertJob(db, { key: payload.key, kind: 'mou_warning', payload, now })) queued += 1
  }
  return queued
}

/** Writes the partner and the offices of an MoU that it ends, with what is left of it; nothing once that is past or moved. */
export async function sendMouWarning(trx: Db, job: MouWarningJob, today: Day, now: string): Promise<void> {
  const record = await getMouRecord(trx, EVERYTHING, job.mouId)
  if (!record || record.row.ends_on !== job.endsOn || job.endsOn < today) return
  const { row, mou, allocations } = record
  const t = messagesFor(LETTER_LOCALE).letters
  const f = formatterFor(LETTER_LOCALE)
  const left = f.number(daysBetween(today, job.endsOn)!)
  const balance = f.number(Math.max(0, balanceOn(mou, allocations, today).balance))
  const lines = [
    t.greeting,
    '',
    t.mouWarning.body(row.title, f.day(job.endsOn), balance),
    '',
    `${readConfig().publicUrl}${paths.mou(row.id)}`,
    '',
    t.foot,
  ]
  for (const { id } of await mouAccounts(trx, row))
    await enqueueMail(trx, {
      kind: 'mou-warning',
      dedupeKey: `${job.key}:${id}`,
      to: { account: id },
      subject: t.mouWarning.subject(left, row.title),
      text: lines.join('\n'),
      now,
    })
}
