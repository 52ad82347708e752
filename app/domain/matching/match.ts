import { evaluateEligibility } from '../eligibility/evaluate.ts'
import type { Finding, Verdict } from '../eligibility/finding.ts'
import { type Change, nearestChange } from '../eligibility/nearest-change.ts'
import type { ActorProfile } from '../values/actor.ts'
import type { Offer } from '../values/offer.ts'
import { type AskNext, askNext } from './ask-next.ts'
import { complementarySet } from './complementary.ts'
import { scoreConfidence } from './confidence.ts'
import type { MatchContext } from './context.ts'
import { type FitPart, type Points, scoreFit } from './fit.ts'
import { RULES_VERSION } from './policy.ts'

/** One (actor, offer) pair with everything a person is shown about it. */
export interface Match {
  readonly actorId: string
  readonly offerId: string
  readonly verdict: Verdict
  readonly fit: Points
  readonly fitParts: readonly FitPart[]
  readonly confidence: Points
  readonly trace: readonly Finding[]
  readonly policyVersion: string
  readonly rulesVersion: string
}

const VERDICT_ORDER: Record<Verdict, number> = { eligible: 0, undecided: 1, ineligible: 2 }

/** Plain code-unit order, the same on every machine and in every locale. */
export const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Eligible before undecided before ineligible, then fit, then the offer's id: the same input always gives this order. */
export function compareMatches(a: Match, b: Match): number {
  return VERDICT_ORDER[a.verdict] - VERDICT_ORDER[b.verdict] || b.fit - a.fit || byId(a.offerId, b.offerId)
}

/** Verdict, fit, confidence and trace of one pair. */
export function matchPair(context: MatchContext, actor: ActorProfile, offer: Offer): Match {
  const { verdict, trace } = evaluateEligibility(actor, offer, context.today, context.policy)
  const fit = scoreFit(context, actor, offer)
  return {
    actorId: actor.id,
    offerId: offer.id,
    verdict,
    fit: fit.points,
    fitParts: fit.parts,
    confidence: scoreConfidence(context, actor, offer, trace),
    trace,
    policyVersion: context.policy.version,
    rulesVersion: RULES_VERSION,
  }
}

/** What one actor is shown: every offer in order, and what follows from them. */
export interface ActorMatches {
  readonly matches: readonly Match[]
  /** Offer ids that together cover most of her needs, in the order they were chosen. */
  readonly complementary: readonly string[]
  /** For each offer she is not eligible for and could become eligible for. */
  readonly nearestChanges: ReadonlyMap<string, readonly Change[]>
  readonly askNext: AskNext | null
}

/** All offers for one actor: the ineligible ones too, each with its full trace. */
export function matchActor(context: MatchContext, actor: ActorProfile, offers: readonly Offer[]): ActorMatches {
  const byOffer = new Map(offers.map((offer) => [offer.id, offer]))
  const matches = offers.map((offer) => matchPair(context, actor, offer)).sort(compareMatches)
  const nearestChanges = new Map<string, readonly Change[]>()
  for (const match of matches) {
    if (match.verdict === 'eligible') continue
    const changes = nearestChange(actor.facts, byOffer.get(match.offerId)!, match.trace, context.policy)
    if (changes) nearestChanges.set(match.offerId, changes)
  }
  return {
    matches,
    complementary: complementarySet(context.policy, actor, matches, byOffer),
    nearestChanges,
    askNext: askNext(matches),
  }
}
