import { type Count, fittedPrior, type Prior, smoothedRate } from './record.ts'
import type { ProposalState } from './states.ts'

/** One proposal of an office as the likelihood of a partner's answer counts it. */
export interface AnswerHistory {
  readonly partnerId: string
  readonly state: ProposalState
  readonly sentOn: string | null
  /** Of an expired one: the state before; null where it is not known. */
  readonly expiredFrom?: ProposalState | null
}

/** How likely a partner answers at all, with what the figure rests on. It is never part of fit. */
export interface AnswerLikelihood {
  /** 0 to 1, smoothed. */
  readonly value: number
  readonly answered: number
  /** Proposals that were answered or expired; those still on the way and those withdrawn say nothing. */
  readonly of: number
}

const SILENT: readonly ProposalState[] = ['expired']
const UNDECIDED: readonly ProposalState[] = ['draft', 'sent', 'seen', 'clarification', 'withdrawn']

/** Answered and decided proposals of each partner. */
export function answerCounts(history: Iterable<AnswerHistory>): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>()
  for (const { partnerId, state, sentOn, expiredFrom } of history) {
    // why: while a question of the partner waits, the silence is the office's
    if (sentOn === null || UNDECIDED.includes(state) || expiredFrom === 'clarification') continue
    const found = counts.get(partnerId) ?? { hits: 0, of: 0 }
    counts.set(partnerId, { hits: found.hits + (SILENT.includes(state) ? 0 : 1), of: found.of + 1 })
  }
  return counts
}

/** The likelihood of an answer by partner; partners without history get the prior of all (`otherwise`). */
export function answerLikelihoods(history: Iterable<AnswerHistory>): {
  readonly prior: Prior
  readonly of: (partnerId: string) => AnswerLikelihood
} {
  const counts = answerCounts(history)
  const prior = fittedPrior([...counts.values()])
  return {
    prior,
    of: (partnerId) => {
      const count = counts.get(partnerId) ?? { hits: 0, of: 0 }
      return { value: smoothedRate(count, prior), answered: count.hits, of: count.of }
    },
  }
}

/** A candidate for sending: fit in points of 10,000, and the two figures of its record. */
export interface SendingCandidate {
  readonly offerId: string
  readonly fit: number
  /** Likelihood of an answer, 0 to 1. */
  readonly answer: number
  /** Smoothed helped rate among those whose end is known, 0 to 1. */
  readonly helped: number
}

/** The expected number of helped women when one is sent: an answer must come, and it must help. */
export function expectedHelp(candidate: Pick<SendingCandidate, 'answer' | 'helped'>): number {
  return candidate.answer * candidate.helped
}

/** Offers she is eligible for in the order of what sending promises; fit, then the id, where that is equal. */
export function orderForSending<T extends SendingCandidate>(candidates: readonly T[]): readonly T[] {
  return [...candidates].sort(
    (a, b) => expectedHelp(b) - expectedHelp(a) || b.fit - a.fit || (a.offerId < b.offerId ? -1 : 1),
  )
}
