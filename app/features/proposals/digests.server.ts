import { viewerFor } from '#app/auth/person.server.ts'
import { readConfig } from '#app/config.server.ts'
import { addDays } from '#app/domain/loop/calendar.ts'
import { answerDueOn } from '#app/domain/loop/clocks.ts'
import { AWAITING_ANSWER } from '#app/domain/loop/states.ts'
import { waitingFor } from '#app/domain/loop/waiting.ts'
import type { Day } from '#app/domain/values/day.ts'
import { formatterFor } from '#app/i18n/format.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { paths } from '#app/lib/paths.ts'
import { enqueueMail } from '#app/mail/outbox.server.ts'
import type { Db } from '#db/client.ts'
import { getAccount } from '#db/queries/accounts.ts'
import { insertJob } from '#db/queries/jobs.ts'
import { DEFAULT_DIGEST } from '#db/queries/loop-preferences.ts'
import { findProposals } from '#db/queries/proposals.ts'
import { LETTER_LOCALE } from './letters.server.ts'

/** The Monday of the week of a day. */
export function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

/** Queues the digest of every person who chose one: once a day, or once a week from Monday on. */
export async function queueDigests(db: Db, today: Day, now: string): Promise<number> {
  const accounts = await db
    .selectFrom('account')
    .leftJoin('account_preference', 'account_preference.account_id', 'account.id')
    .select(['account.id', 'account_preference.digest'])
    .where('account.role', 'in', ['district', 'companion', 'partner', 'ministry'])
    .where('account.disabled_at', 'is', null)
    .execute()
  let queued = 0
  for (const { id, digest } of accounts) {
    const choice = digest ?? DEFAULT_DIGEST
    if (choice === 'none') continue
    const day = choice === 'daily' ? today : mondayOf(today)
    const key = `digest:${id}:${choice}:${day}`
    if (await insertJob(db, { key, kind: 'digest', payload: { accountId: id, key }, now })) queued += 1
  }
  return queued
}

/** Writes a person what waits for her; nothing where nothing waits. */
export async function sendDigest(
  trx: Db,
  { accountId, key }: { readonly accountId: string; readonly key: string },
  today: Day,
  now: string,
): Promise<void> {
  const account = await getAccount(trx, accountId)
  if (!account || account.disabled_at !== null) return
  const viewer = viewerFor(account)
  const cases = waitingFor(viewer.role)
  if (cases.length === 0) return
  const waiting = await findProposals(trx, viewer.scope, { cases }, { limit: 10_000 })
  if (waiting.length === 0) return
  const answers = waiting.filter((one) => AWAITING_ANSWER.includes(one.state) && one.asked_on !== null)
  const overdue = answers.filter((one) => answerDueOn(one.asked_on!, one.response_days) < today)
  const t = messagesFor(LETTER_LOCALE)
  const f = formatterFor(LETTER_LOCALE)
  const lines = [
    t.letters.greeting,
    '',
    t.letters.digest.intro,
    ...(answers.length > 0 ? [t.letters.digest.answer(f.number(answers.length), f.number(overdue.length))] : []),
    ...(waiting.length > answers.length ? [t.letters.digest.other(f.number(waiting.length - answers.length))] : []),
    '',
    `${readConfig().publicUrl}${paths.proposals()}`,
    '',
    t.letters.digest.change,
    t.letters.foot,
  ]
  await enqueueMail(trx, {
    kind: 'proposal-digest',
    dedupeKey: key,
    to: { account: accountId },
    subject: t.letters.digest.subject(f.number(waiting.length)),
    text: lines.join('\n'),
    now,
  })
}
