import type { Role } from '../access/viewer.ts'
import type { Origin, ProposalState } from './states.ts'

/** What can happen to a proposal. */
export const STEPS = [
  'send',
  'see',
  'ask',
  'reply',
  'accept',
  'decline',
  'withdraw',
  'refer',
  'start',
  'helped',
  'not_helped',
  'expire',
] as const
export type Step = (typeof STEPS)[number]

/**
 * In what quality somebody acts: `proposer` and `answerer` are the two sides (which is which hangs on who began),
 * `office` is a district or the ministry, `clock` the scheduler.
 */
export type Party = 'proposer' | 'answerer' | 'office' | 'companion' | 'partner' | 'clock'

/**
 * What a step needs besides the right state and person.
 * `recheck`: verdict, capacity, window and consent hold today. `reason`: one of the short list. `words`: a question or an
 * answer. `identity_consent`: each woman agrees that this partner learns who she is. `outcomes`: helped or not, for each
 * actor, with a reason where not.
 */
export type Requirement = 'recheck' | 'reason' | 'words' | 'identity_consent' | 'outcomes'

export interface Transition {
  readonly from: readonly ProposalState[]
  readonly to: ProposalState
  readonly by: readonly Party[]
  readonly requires: readonly Requirement[]
}

/** The whole life of a proposal, as data. A step that is not listed for a state does not exist in it. */
export const TRANSITIONS: Readonly<Record<Step, Transition>> = {
  send: { from: ['draft'], to: 'sent', by: ['proposer'], requires: ['recheck'] },
  see: { from: ['sent'], to: 'seen', by: ['answerer'], requires: [] },
  ask: { from: ['sent', 'seen'], to: 'clarification', by: ['answerer'], requires: ['words'] },
  reply: { from: ['clarification'], to: 'seen', by: ['proposer', 'companion'], requires: ['words'] },
  accept: { from: ['sent', 'seen', 'clarification'], to: 'accepted', by: ['answerer'], requires: [] },
  decline: { from: ['sent', 'seen', 'clarification'], to: 'declined', by: ['answerer'], requires: ['reason'] },
  withdraw: {
    from: ['draft', 'sent', 'seen', 'clarification', 'accepted'],
    to: 'withdrawn',
    // why: when her consent ends, so does the proposal, whoever began it and whether anybody is at work
    by: ['proposer', 'clock'],
    requires: ['reason'],
  },
  refer: { from: ['accepted'], to: 'referred', by: ['office'], requires: ['identity_consent'] },
  start: { from: ['referred'], to: 'in_progress', by: ['partner', 'office', 'companion'], requires: [] },
  helped: {
    from: ['referred', 'in_progress'],
    to: 'helped',
    by: ['office', 'companion', 'partner'],
    requires: ['outcomes'],
  },
  not_helped: {
    from: ['referred', 'in_progress'],
    to: 'not_helped',
    by: ['office', 'companion', 'partner'],
    requires: ['outcomes', 'reason'],
  },
  expire: { from: ['sent', 'seen', 'clarification'], to: 'expired', by: ['clock'], requires: [] },
}

const OFFICES: readonly Role[] = ['district', 'ministry']

/** The qualities in which a role acts on a proposal that a side began. */
export function partiesOf(role: Role | 'clock', origin: Origin): readonly Party[] {
  if (role === 'clock') return ['clock']
  if (role === 'partner') return ['partner', origin === 'partner' ? 'proposer' : 'answerer']
  if (role === 'companion') return ['companion']
  if (OFFICES.includes(role)) return ['office', origin === 'office' ? 'proposer' : 'answerer']
  return []
}

export type StepRefusal = 'wrong_state' | 'wrong_person'

/** The state a step leads to, or why it cannot be done: a conflict (somebody was faster) or a right that is missing. */
export function nextState(
  state: ProposalState,
  step: Step,
  role: Role | 'clock',
  origin: Origin,
): { readonly ok: true; readonly to: ProposalState } | { readonly ok: false; readonly why: StepRefusal } {
  const transition = TRANSITIONS[step]
  const parties = partiesOf(role, origin)
  if (!transition.by.some((party) => parties.includes(party))) return { ok: false, why: 'wrong_person' }
  if (!transition.from.includes(state)) return { ok: false, why: 'wrong_state' }
  return { ok: true, to: transition.to }
}

/** The steps a role may take now, in the order of the table. */
export function stepsFor(state: ProposalState, role: Role | 'clock', origin: Origin): readonly Step[] {
  return STEPS.filter((step) => nextState(state, step, role, origin).ok)
}
