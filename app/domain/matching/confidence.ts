import type { Finding } from '../eligibility/finding.ts'
import type { ActorProfile } from '../values/actor.ts'
import { daysBetween } from '../values/day.ts'
import type { Offer } from '../values/offer.ts'
import type { MatchContext } from './context.ts'
import type { Points } from './fit.ts'
import type { Policy } from './policy.ts'

/** 1 up to `freshDays`, falling in a straight line to 0 at `staleDays`; 0 where no date is known. */
export function freshness(policy: Policy, ageDays: number | null): number {
  if (ageDays === null) return 0
  const { freshDays, staleDays } = policy.freshness
  return Math.min(1, Math.max(0, (staleDays - ageDays) / (staleDays - freshDays)))
}

/**
 * How much is known about a pair, in points: the share of conditions decided, the freshness of her facts, the freshness
 * of the offer by the trust in its source. It says nothing about how well the two fit.
 */
export function scoreConfidence(
  context: MatchContext,
  actor: ActorProfile,
  offer: Offer,
  trace: readonly Finding[],
): Points {
  const { policy, today } = context
  const counted = trace.filter((finding) => finding.condition !== 'partner_checked')
  const decided = counted.filter((finding) => finding.result !== 'unknown').length
  const facts = freshness(policy, daysBetween(actor.factsAsOf, today))
  const source = freshness(policy, daysBetween(offer.asOf, today)) * (policy.sourceConfidence[offer.confidence] / 100)
  const { confidence } = policy
  const share = (confidence.decided * decided) / counted.length + confidence.facts * facts + confidence.offer * source
  return Math.round(share * 100)
}
