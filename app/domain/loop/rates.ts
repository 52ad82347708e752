import type { ProposalState } from './states.ts'

/** A share that never travels without what it is a share of. `value` is null where nothing can be said yet. */
export interface Rate {
  readonly part: number
  readonly of: number
  /** 0 to 1. */
  readonly value: number | null
}

export function rate(part: number, of: number): Rate {
  return { part, of, value: of === 0 ? null : part / of }
}

/** One actor in one proposal, as the rates count her. */
export interface CountedReferral {
  readonly state: ProposalState
  /** Day it was sent; null for a draft or a draft withdrawn. */
  readonly sentOn: string | null
  /** Her own outcome; null where none is recorded. */
  readonly outcome: 'helped' | 'not_helped' | null
}

export interface LoopRates {
  /** Actors in proposals that were sent. */
  readonly sent: number
  /** Still on the way. */
  readonly open: number
  /** Answered by the other side: accepted or declined. */
  readonly answered: Rate
  /** The end is known (helped, not helped, declined), of all sent: "closed loop". */
  readonly closedLoop: Rate
  /** Helped, of those whose end is known. */
  readonly helped: Rate
  /** Helped, of all sent: what a referral is worth to the one who was sent. */
  readonly helpedOfSent: Rate
}

const ACCEPTED: readonly ProposalState[] = ['accepted', 'referred', 'in_progress', 'helped', 'not_helped']

/** The two rates of the loop and what leads to them; every actor of a group counts as one. */
export function loopRates(referrals: Iterable<CountedReferral>): LoopRates {
  let sent = 0
  let open = 0
  let answered = 0
  let closed = 0
  let helped = 0
  for (const { state, sentOn, outcome } of referrals) {
    if (sentOn === null) continue
    sent += 1
    if (state === 'declined' || ACCEPTED.includes(state)) answered += 1
    if (outcome === 'helped') helped += 1
    if (outcome !== null || state === 'declined') closed += 1
    else if (state !== 'withdrawn' && state !== 'expired') open += 1
  }
  return {
    sent,
    open,
    answered: rate(answered, sent),
    closedLoop: rate(closed, sent),
    helped: rate(helped, closed),
    helpedOfSent: rate(helped, sent),
  }
}
