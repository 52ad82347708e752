import type { ActorProfile, NeedId } from '../values/actor.ts'
import type { Offer } from '../values/offer.ts'
import type { Match } from './match.ts'
import { needWeight, type Policy } from './policy.ts'

/** Her needs with their rank weights. */
export function weightedNeeds(policy: Policy, needs: readonly NeedId[]): ReadonlyMap<NeedId, number> {
  const weights = new Map<NeedId, number>()
  needs.forEach((need, rank) => {
    if (!weights.has(need)) weights.set(need, needWeight(policy, rank))
  })
  return weights
}

/** Share of an actor's weighted needs that a set of offers meets together, 0 to 1; 0 when she has none. */
export function needCoverage(policy: Policy, needs: readonly NeedId[], offers: readonly Offer[]): number {
  let all = 0
  let met = 0
  for (const [need, weight] of weightedNeeds(policy, needs)) {
    all += weight
    if (offers.some((offer) => offer.needs.includes(need))) met += weight
  }
  return all === 0 ? 0 : met / all
}

/**
 * Greedy choice among the eligible offers by what each adds to the coverage of her needs, so that the best five are not
 * five lenders. Equal gains go to the better fit, then to the order of the matches. Stops when nothing is added.
 */
export function complementarySet(
  policy: Policy,
  actor: ActorProfile,
  matches: readonly Match[],
  offers: ReadonlyMap<string, Offer>,
): readonly string[] {
  const open = new Map(weightedNeeds(policy, actor.needs ?? []))
  const eligible = matches.filter((match) => match.verdict === 'eligible')
  const chosen: string[] = []
  while (chosen.length < policy.complementaryMax && open.size > 0) {
    let best: { id: string; gain: number } | null = null
    for (const match of eligible) {
      if (chosen.includes(match.offerId)) continue
      const gain = offers.get(match.offerId)!.needs.reduce((sum, need) => sum + (open.get(need) ?? 0), 0)
      if (gain > (best?.gain ?? 0)) best = { id: match.offerId, gain }
    }
    if (!best) break
    chosen.push(best.id)
    for (const need of offers.get(best.id)!.needs) open.delete(need)
  }
  return chosen
}
