import { evaluateEligibility } from '#app/domain/eligibility/evaluate.ts'
import type { Verdict } from '#app/domain/eligibility/finding.ts'
import type { MatchContext } from '#app/domain/matching/context.ts'
import type { Match } from '#app/domain/matching/match.ts'
import type { ActorProfile } from '#app/domain/values/actor.ts'
import type { Offer } from '#app/domain/values/offer.ts'

export interface VerdictChange {
  readonly offerId: string
  readonly from: Verdict
  readonly to: Verdict
}

/** What a change of her facts did: the offers whose verdict differs between `before` and the matches of now. */
export function verdictChanges(
  context: MatchContext,
  before: ActorProfile,
  now: readonly Match[],
  offerById: ReadonlyMap<string, Offer>,
): readonly VerdictChange[] {
  return now.flatMap((match) => {
    const { verdict } = evaluateEligibility(before, offerById.get(match.offerId)!, context.today, context.policy)
    return verdict === match.verdict ? [] : [{ offerId: match.offerId, from: verdict, to: match.verdict }]
  })
}
