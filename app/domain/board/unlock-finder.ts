import { evaluateEligibility } from '../eligibility/evaluate.ts'
import { nearestChange } from '../eligibility/nearest-change.ts'
import type { MatchContext } from '../matching/context.ts'
import type { ActorProfile } from '../values/actor.ts'
import { type FactId, type FactValue, factOf } from '../values/facts.ts'
import type { Offer } from '../values/offer.ts'

/** The change of one fact that makes a pair eligible, as districts count it: permits to add, otherwise the value to reach. */
export interface OneChange {
  readonly fact: FactId
  readonly to: FactValue
}

/** The same for equal changes: what unlocks are grouped by. */
export function keyOfChange(change: OneChange): string {
  return JSON.stringify([change.fact, change.to])
}

/** For permits the ones to add; for everything else the value to reach. */
function aim(from: FactValue | null, to: FactValue): FactValue {
  if (!Array.isArray(to)) return to
  const held = Array.isArray(from) ? (from as readonly string[]) : []
  return (to as readonly string[]).filter((member) => !held.includes(member))
}

/**
 * Finds the change that opens a pair in which nothing but one changeable fact stands in the way; null when changing it
 * does not help. Answers are kept: with all else met, her value of that fact alone decides.
 */
export function unlockFinder(
  context: MatchContext,
): (actor: ActorProfile, offer: Offer, fact: FactId) => OneChange | null {
  const found = new Map<string, OneChange | null>()
  return (actor, offer, fact) => {
    if (!context.policy.changeable.includes(fact)) return null
    if (actor.collaborations?.includes(offer.id)) return null
    const key = JSON.stringify([offer.id, fact, factOf(actor.facts, fact)])
    const known = found.get(key)
    if (known !== undefined) return known
    const { trace } = evaluateEligibility(actor, offer, context.today, context.policy)
    const change = nearestChange(actor.facts, offer, trace, context.policy)?.[0]
    const answer = change ? { fact: change.fact, to: aim(change.from, change.to) } : null
    found.set(key, answer)
    return answer
  }
}
