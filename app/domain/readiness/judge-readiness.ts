import type { Day } from '../values/day.ts'
import { CRITERION_IDS, type CriterionId, type ReadinessCriteria } from './criteria.ts'

/** What is on record about a kabupaten or kota. */
export interface ReadinessRecord {
  readonly mou: { readonly recorded: number; readonly inForce: number; readonly termUnknown: number }
  /** Decisions on record that name a team: one or none. */
  readonly team: { readonly recorded: number }
  readonly companions: { readonly accounts: number; readonly accompanying: number }
  readonly actors: {
    readonly recorded: number
    /** With any day of confirmation at all. */
    readonly dated: number
    readonly fresh: number
  }
  /** Proposals to partners whose answer came or whose time is over. */
  readonly answers: { readonly due: number; readonly inTime: number }
  readonly offers: { readonly current: number; readonly open: number; readonly unconfirmed: number }
  /** The last day on which each record moved; null where there is none. */
  readonly asOf: Readonly<Record<CriterionId, Day | null>>
  /** Invented records of the demo among those counted. */
  readonly demo: Readonly<Record<CriterionId, number>>
}

export type ReadinessState = 'met' | 'not_met' | 'unknown'

/** One criterion with the figures it was judged by. */
export interface Judged {
  readonly criterion: CriterionId
  readonly state: ReadinessState
  /** Null where nothing is recorded. */
  readonly evidence: { readonly number: number; readonly denominator: number } | null
  readonly asOf: Day | null
  readonly demo: number
}

type Answer = Pick<Judged, 'state' | 'evidence'>

const NOTHING: Answer = { state: 'unknown', evidence: null }

function answered(met: boolean, number: number, denominator: number): Answer {
  return { state: met ? 'met' : 'not_met', evidence: { number, denominator } }
}

function share({ number, of }: { number: number; of: number }, atLeastPercent: number): Answer {
  return of === 0 ? NOTHING : answered(number * 100 >= atLeastPercent * of, number, of)
}

const JUDGES: Readonly<Record<CriterionId, (record: ReadinessRecord, criteria: ReadinessCriteria) => Answer>> = {
  mou({ mou }, criteria) {
    if (mou.recorded === 0) return NOTHING
    const answer = answered(mou.inForce >= criteria.mou.atLeast, mou.inForce, mou.recorded)
    // why: one whose term nobody wrote down may well be in force
    const open = answer.state === 'not_met' && mou.inForce + mou.termUnknown >= criteria.mou.atLeast
    return open ? { ...answer, state: 'unknown' } : answer
  },
  // why: where no decision is on record there may still be a team that nobody wrote down
  team: ({ team }) => (team.recorded === 0 ? NOTHING : answered(true, team.recorded, team.recorded)),
  companions({ companions, actors }, criteria) {
    if (companions.accounts === 0 || actors.recorded === 0) return NOTHING
    const enough = companions.accompanying * criteria.companions.mostActorsEach >= actors.recorded
    return answered(enough, companions.accompanying, actors.recorded)
  },
  fresh_data({ actors }, criteria) {
    if (actors.dated === 0) return NOTHING
    return share({ number: actors.fresh, of: actors.recorded }, criteria.fresh_data.atLeastPercent)
  },
  answers({ answers }, criteria) {
    return share({ number: answers.inTime, of: answers.due }, criteria.answers.atLeastPercent)
  },
  open_places({ offers }, criteria) {
    if (offers.current === 0) return NOTHING
    const answer = answered(offers.open >= criteria.open_places.atLeast, offers.open, offers.current)
    const open = answer.state === 'not_met' && offers.open + offers.unconfirmed >= criteria.open_places.atLeast
    return open ? { ...answer, state: 'unknown' } : answer
  },
}

/** Judges every criterion in its order. What is not recorded stays unknown and never counts against a region. */
export function judgeReadiness(record: ReadinessRecord, criteria: ReadinessCriteria): readonly Judged[] {
  return CRITERION_IDS.map((criterion) => ({
    criterion,
    ...JUDGES[criterion](record, criteria),
    asOf: record.asOf[criterion],
    demo: record.demo[criterion],
  }))
}

/** How many criteria are in each state. */
export function countStates(judged: readonly Judged[]): Readonly<Record<ReadinessState, number>> {
  const counts = { met: 0, not_met: 0, unknown: 0 }
  for (const { state } of judged) counts[state] += 1
  return counts
}
