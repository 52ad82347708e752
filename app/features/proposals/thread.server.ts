import type { DueKind } from '#app/domain/loop/clocks.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { Db } from '#db/client.ts'
import { findClockDeeds } from '#db/queries/jobs.ts'
import { findProposalEvents, findProposalMessages } from '#db/queries/proposals.ts'
import { accountNames } from './account-names.server.ts'

/** One thing that was done or said. */
export interface ThreadEntry {
  readonly id: string
  readonly at: string
  readonly who: string
  readonly title: string
  readonly body: string | null
  readonly spoken: boolean
}

const REMINDERS: readonly DueKind[] = [
  'remind_answer',
  'remind_question',
  'escalate',
  'remind_outcome',
  'escalate_outcome',
]

/** Steps, words and reminders of a proposal in one order. */
export async function threadOf(db: Db, locale: Locale, proposalId: string): Promise<ThreadEntry[]> {
  const t = messagesFor(locale).proposals
  const events = await findProposalEvents(db, proposalId)
  const messages = await findProposalMessages(db, proposalId)
  const names = await accountNames(
    db,
    [...events, ...messages].map((one) => one.account_id),
  )
  const who = (id: string | null) => (id === null ? t.page.somebody : (names.get(id) ?? t.page.somebody))
  const done: ThreadEntry[] = events.map((event) => {
    const because = [
      event.reason && t.page.ended(t.reasons[event.reason]),
      event.reason_condition && t.page.condition(event.reason_condition),
      event.reason_text,
    ].filter(Boolean)
    const name = event.via === 'clock' ? t.page.clock : who(event.account_id)
    return {
      id: event.id,
      at: event.at,
      who: event.via === 'link' ? `${name}, ${t.page.byLink}` : name,
      title: t.done[event.step] ?? event.step,
      body: because.length > 0 ? because.join('; ') : null,
      spoken: false,
    }
  })
  const said: ThreadEntry[] = messages.map((message) => ({
    id: message.id,
    at: message.at,
    who: who(message.account_id),
    title: t.page[message.kind],
    body: message.body,
    spoken: true,
  }))
  const reminded: ThreadEntry[] = (await findClockDeeds(db, proposalId, REMINDERS)).map((deed) => ({
    id: deed.key,
    at: deed.at,
    who: t.page.clock,
    title: t.done[deed.kind] ?? deed.kind,
    body: null,
    spoken: false,
  }))
  return [...done, ...said, ...reminded].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
