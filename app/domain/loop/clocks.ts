import { type Day, daysBetween } from '../values/day.ts'
import { addDays } from './calendar.ts'
import { AWAITING_ANSWER, AWAITING_OUTCOME, type ProposalState } from './states.ts'

/** Days a partner has to answer unless it has chosen otherwise. */
export const DEFAULT_RESPONSE_DAYS = 7
export const RESPONSE_DAYS = { min: 2, max: 60 } as const

/** Days without an outcome after which the companion is asked again; the last is told to the district. */
export const OUTCOME_REMINDERS: readonly number[] = [30, 60, 90]

/** What the clock reads of a proposal. */
export interface ClockedProposal {
  readonly id: string
  readonly state: ProposalState
  /** Counts how often the time to answer began anew (sending, each reply to a question): part of every key. */
  readonly round: number
  /** Day the time to answer began. */
  readonly askedOn: Day | null
  /** Days to answer. */
  readonly responseDays: number
  /** Day of the last change of state, from which an outcome is waited for. */
  readonly movedOn: Day
}

export type DueKind =
  | 'remind_answer'
  | 'remind_question'
  | 'escalate'
  | 'expire'
  | 'remind_outcome'
  | 'escalate_outcome'

/** Something to be done once. The key says which once: doing two things under one key is doing one of them twice. */
export interface DueAction {
  readonly kind: DueKind
  readonly proposalId: string
  readonly key: string
  /** The day it fell due. */
  readonly since: Day
}

/** The last day on which an answer is in time. */
export function answerDueOn(askedOn: Day, responseDays: number): Day {
  return addDays(askedOn, responseDays)
}

/** The first day on which an unanswered proposal is expired: as long again after it was due, and a day. */
export function expiresOn(askedOn: Day, responseDays: number): Day {
  return addDays(askedOn, 2 * responseDays + 1)
}

/** Days after asking on which the answering side is reminded: half way, and the day before it is due. */
export function reminderDays(responseDays: number): readonly number[] {
  const half = Math.ceil(responseDays / 2)
  return half < responseDays - 1 ? [half, responseDays - 1] : [half]
}

/**
 * What is due for a proposal on a day, as a function of both alone. After a pause (server off, clock moved forward) only
 * the latest reminder of a kind is due, not all that were missed; before the day it began, nothing is.
 */
export function dueActions(proposal: ClockedProposal, today: Day): readonly DueAction[] {
  if (AWAITING_ANSWER.includes(proposal.state) && proposal.askedOn !== null)
    return answerActions(proposal, proposal.askedOn, today)
  if (AWAITING_OUTCOME.includes(proposal.state)) return outcomeActions(proposal, today)
  return []
}

function answerActions(proposal: ClockedProposal, askedOn: Day, today: Day): DueAction[] {
  const { id, round, responseDays, state } = proposal
  const age = daysBetween(askedOn, today) ?? 0
  const action = (kind: DueKind, day: number): DueAction => ({
    kind,
    proposalId: id,
    key: `${kind}:${id}:${round}:${day}`,
    since: addDays(askedOn, day),
  })
  // why: an expired proposal needs no reminder in the same run
  if (age > 2 * responseDays) return [action('expire', 2 * responseDays + 1)]
  if (age > responseDays) return [action('escalate', responseDays + 1)]
  const passed = reminderDays(responseDays).filter((day) => age >= day)
  const last = passed.at(-1)
  if (last === undefined) return []
  return [action(state === 'clarification' ? 'remind_question' : 'remind_answer', last)]
}

function outcomeActions({ id, state, movedOn }: ClockedProposal, today: Day): DueAction[] {
  const age = daysBetween(movedOn, today) ?? 0
  const last = OUTCOME_REMINDERS.filter((day) => age >= day).at(-1)
  if (last === undefined) return []
  const kind: DueKind = last === OUTCOME_REMINDERS.at(-1) ? 'escalate_outcome' : 'remind_outcome'
  return [{ kind, proposalId: id, key: `${kind}:${id}:${state}:${last}`, since: addDays(movedOn, last) }]
}
