import { can, type Permission } from '../access/permissions.ts'
import type { Role } from '../access/viewer.ts'
import type { Day } from '../values/day.ts'
import type { ProgrammeState } from './states.ts'

/** What can happen to a programme. */
export const PROGRAMME_STEPS = ['consult', 'revise', 'publish', 'start', 'close'] as const
export type ProgrammeStep = (typeof PROGRAMME_STEPS)[number]

/**
 * What a step needs besides the right state and person.
 * `content`: aim, an offer, a kabupaten or kota, and a period. `period`: it has not ended yet. `words`: who was consulted,
 * or why it is closed. `plan`: a solved plan that gives at least one place. `begun`: its first day has come. `sent`: no
 * batch waits to be sent.
 */
export type ProgrammeRequirement = 'content' | 'period' | 'words' | 'plan' | 'begun' | 'sent'

export interface ProgrammeTransition {
  readonly from: readonly ProgrammeState[]
  readonly to: ProgrammeState
  readonly needs: Permission
  readonly requires: readonly ProgrammeRequirement[]
}

/**
 * The whole life of a programme, as data: a province drafts and consults for its own districts, the ministry curates. A
 * step that is not listed for a state does not exist in it.
 */
export const PROGRAMME_TRANSITIONS: Readonly<Record<ProgrammeStep, ProgrammeTransition>> = {
  consult: { from: ['draft'], to: 'consulted', needs: 'programmes:draft', requires: ['content', 'words'] },
  revise: { from: ['consulted'], to: 'draft', needs: 'programmes:draft', requires: [] },
  publish: { from: ['consulted'], to: 'published', needs: 'programmes:write', requires: ['content', 'period', 'plan'] },
  start: { from: ['published'], to: 'running', needs: 'programmes:write', requires: ['begun', 'sent'] },
  close: {
    from: ['draft', 'consulted', 'published', 'running'],
    to: 'closed',
    needs: 'programmes:write',
    requires: ['words'],
  },
}

/** The state a step leads to, or why it cannot be done. */
export function nextProgrammeState(
  state: ProgrammeState,
  step: ProgrammeStep,
  role: Role,
): { readonly ok: true; readonly to: ProgrammeState } | { readonly ok: false; readonly why: 'state' | 'person' } {
  const transition = PROGRAMME_TRANSITIONS[step]
  if (!can({ role }, transition.needs)) return { ok: false, why: 'person' }
  if (!transition.from.includes(state)) return { ok: false, why: 'state' }
  return { ok: true, to: transition.to }
}

/** The steps a role may take now, in the order of the table. */
export function programmeSteps(state: ProgrammeState, role: Role): readonly ProgrammeStep[] {
  return PROGRAMME_STEPS.filter((step) => nextProgrammeState(state, step, role).ok)
}

/** What is known of a programme when a step is asked for. */
export interface ProgrammeFacts {
  readonly aim: string
  readonly offers: number
  readonly regencies: number
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  /** Places its plan gives; null without a solved plan. */
  readonly placesPlanned: number | null
  /** The plan was made for other offers or places than it has now. */
  readonly planOutdated: boolean
  /** Entries in batches that have not been tried yet. */
  readonly entriesUntried: number
}

export const PROGRAMME_LACKS = [
  'aim',
  'offers',
  'regencies',
  'dates',
  'over',
  'words',
  'no_plan',
  'empty_plan',
  'old_plan',
  'not_begun',
  'sending',
] as const
export type ProgrammeLack = (typeof PROGRAMME_LACKS)[number]

/** Everything a step still lacks, in the order to be mended; empty when it can be taken. */
export function programmeLacks(
  step: ProgrammeStep,
  facts: ProgrammeFacts,
  words: string,
  today: Day,
): readonly ProgrammeLack[] {
  const { requires } = PROGRAMME_TRANSITIONS[step]
  const found: ProgrammeLack[] = []
  const lack = (requirement: ProgrammeRequirement, code: ProgrammeLack, missing: boolean) => {
    if (missing && requires.includes(requirement)) found.push(code)
  }
  lack('content', 'aim', facts.aim.trim() === '')
  lack('content', 'offers', facts.offers === 0)
  lack('content', 'regencies', facts.regencies === 0)
  lack('content', 'dates', facts.startsOn === null || facts.endsOn === null)
  lack('period', 'over', facts.endsOn !== null && facts.endsOn < today)
  lack('words', 'words', words.trim() === '')
  lack('plan', 'no_plan', facts.placesPlanned === null)
  lack('plan', 'empty_plan', facts.placesPlanned === 0)
  lack('plan', 'old_plan', facts.placesPlanned !== null && facts.planOutdated)
  lack('begun', 'not_begun', facts.startsOn === null || facts.startsOn > today)
  lack('sent', 'sending', facts.entriesUntried > 0)
  return found
}
