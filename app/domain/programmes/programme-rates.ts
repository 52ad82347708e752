import { OUTCOME_REMINDERS } from '../loop/clocks.ts'
import { type Rate, rate } from '../loop/rates.ts'
import type { ProposalState } from '../loop/states.ts'
import { type Day, daysBetween } from '../values/day.ts'
import type { EntryState } from './entries.ts'

/** One actor with one offer in a programme, as its rates count her. */
export interface CountedEntry {
  /** The same for all entries of one woman. */
  readonly person: string
  readonly state: EntryState
  /** Of her proposal, where there is one: its state, the day it last moved, and her own outcome. */
  readonly proposal: {
    readonly state: ProposalState
    readonly movedOn: Day
    readonly outcome: 'helped' | 'not_helped' | null
  } | null
}

/** Days without an outcome after which she counts as lost to follow-up: when the last reminder has gone out. */
export const LOST_AFTER_DAYS = OUTCOME_REMINDERS.at(-1)!

export interface ProgrammeCounts {
  /** Actors the plan gave a place, each with each offer. */
  readonly planned: number
  /** Not tried yet, waiting for her consent, and not to be sent for another reason: with `sent` they make `planned`. */
  readonly untried: number
  readonly waitingConsent: number
  readonly blocked: number
  readonly sent: number
  /** How those sent stand today; together they make `sent`. */
  readonly open: number
  readonly declined: number
  readonly helped: number
  readonly notHelped: number
  /** Women helped, each once, by however many offers: what a target is set in. */
  readonly helpedWomen: number
  /** Nobody knows the end and nobody is expected to tell it: expired, withdrawn, or no outcome for `LOST_AFTER_DAYS`. */
  readonly lost: number
  /** Said yes to by the other side, whatever came of it. */
  readonly accepted: number
}

const ACCEPTED: readonly ProposalState[] = ['accepted', 'referred', 'in_progress', 'helped', 'not_helped']
const AWAITING_OUTCOME: readonly ProposalState[] = ['accepted', 'referred', 'in_progress']

type End = 'open' | 'declined' | 'helped' | 'notHelped' | 'lost'

function endOf({ state, movedOn, outcome }: NonNullable<CountedEntry['proposal']>, today: Day): End {
  if (outcome !== null) return outcome === 'helped' ? 'helped' : 'notHelped'
  if (state === 'declined') return 'declined'
  if (state === 'expired' || state === 'withdrawn') return 'lost'
  const waited = daysBetween(movedOn, today) ?? 0
  return AWAITING_OUTCOME.includes(state) && waited >= LOST_AFTER_DAYS ? 'lost' : 'open'
}

/** Counts the entries of a programme, or of one of its districts. */
export function countEntries(entries: Iterable<CountedEntry>, today: Day): ProgrammeCounts {
  const count = { planned: 0, untried: 0, waitingConsent: 0, blocked: 0, sent: 0, accepted: 0 }
  const ends: Record<End, number> = { open: 0, declined: 0, helped: 0, notHelped: 0, lost: 0 }
  const women = new Set<string>()
  for (const { state, proposal, person } of entries) {
    count.planned += 1
    if (state === 'sent') {
      count.sent += 1
      if (proposal && ACCEPTED.includes(proposal.state)) count.accepted += 1
      const end = proposal ? endOf(proposal, today) : 'lost'
      ends[end] += 1
      if (end === 'helped') women.add(person)
    } else if (state === 'waiting_consent') count.waitingConsent += 1
    else if (state === 'blocked') count.blocked += 1
    else count.untried += 1
  }
  return { ...count, ...ends, helpedWomen: women.size }
}

export interface ProgrammeRates {
  /** Said yes to, of all sent. */
  readonly accepted: Rate
  /** The end is known (helped, not helped, declined), of all sent: "closed loop". */
  readonly closedLoop: Rate
  /** Helped, of those whose end is known. */
  readonly helped: Rate
  /** Lost to follow-up, of all sent. */
  readonly lost: Rate
  /** Women helped, of the target; null where none is set. */
  readonly ofTarget: Rate | null
}

/** The rates of a programme or district, each with what it is a share of. */
export function programmeRates(counts: ProgrammeCounts, target: number | null): ProgrammeRates {
  const closed = counts.helped + counts.notHelped + counts.declined
  return {
    accepted: rate(counts.accepted, counts.sent),
    closedLoop: rate(closed, counts.sent),
    helped: rate(counts.helped, closed),
    lost: rate(counts.lost, counts.sent),
    ofTarget: target === null ? null : rate(counts.helpedWomen, target),
  }
}

/** The sum of counts of districts: a programme has each woman in one of them. */
export function addCounts(all: readonly ProgrammeCounts[]): ProgrammeCounts {
  const sum = countEntries([], '2000-01-01') as { -readonly [Key in keyof ProgrammeCounts]: number }
  for (const one of all) for (const key of Object.keys(sum) as (keyof ProgrammeCounts)[]) sum[key] += one[key]
  return sum
}
