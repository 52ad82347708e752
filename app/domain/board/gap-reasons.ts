import { evaluateEligibility } from '../eligibility/evaluate.ts'
import type { Finding } from '../eligibility/finding.ts'
import type { MatchContext } from '../matching/context.ts'
import type { ActorProfile, NeedId } from '../values/actor.ts'
import type { Offer } from '../values/offer.ts'

/** Why a need is a gap: what offers there are, how far they reach, and what stands in the way of the actors left out. */
export interface GapReason {
  readonly need: NeedId
  /** Offers that serve the need, programmes of the past left out; ids, sorted. */
  readonly offers: readonly string[]
  /** Programmes of the past that served it. */
  readonly historical: readonly string[]
  /** Of `offers` those whose area may take in an actor left out. */
  readonly reaching: readonly string[]
  /** What the reaching offers are not met by, with how many of the actors left out fail it for at least one of them. */
  readonly blockers: readonly { readonly condition: Finding['condition']; readonly actors: number }[]
}

/** Reasons for the needs named, in their order; actors whom some offer serves or may serve do not count. */
export function gapReasons(
  context: MatchContext,
  actors: readonly ActorProfile[],
  offers: readonly Offer[],
  needs: readonly NeedId[],
): readonly GapReason[] {
  return needs.map((need) => {
    const serving = offers.filter((offer) => offer.needs.includes(need)).sort((a, b) => (a.id < b.id ? -1 : 1))
    const current = serving.filter((offer) => offer.status !== 'historical')
    const reaching = new Set<string>()
    const blocked = new Map<Finding['condition'], number>()
    if (current.length > 0) {
      for (const actor of actors) {
        if (!actor.needs?.includes(need)) continue
        for (const condition of blockersOf(context, actor, current, reaching)) {
          blocked.set(condition, (blocked.get(condition) ?? 0) + 1)
        }
      }
    }
    return {
      need,
      offers: current.map((offer) => offer.id),
      historical: serving.filter((offer) => offer.status === 'historical').map((offer) => offer.id),
      reaching: [...reaching].sort(),
      blockers: [...blocked]
        .map(([condition, count]) => ({ condition, actors: count }))
        .sort((a, b) => b.actors - a.actors || (a.condition < b.condition ? -1 : 1)),
    }
  })
}

/** The conditions that keep an actor from the offers that reach her; none when an offer serves or may serve her. */
function blockersOf(
  context: MatchContext,
  actor: ActorProfile,
  offers: readonly Offer[],
  reaching: Set<string>,
): ReadonlySet<Finding['condition']> {
  const conditions = new Set<Finding['condition']>()
  const near: string[] = []
  for (const offer of offers) {
    const { verdict, trace } = evaluateEligibility(actor, offer, context.today, context.policy)
    if (verdict !== 'ineligible') return new Set()
    const failed = trace.filter((finding) => finding.result === 'fail')
    if (failed.some((finding) => finding.condition === 'region')) continue
    near.push(offer.id)
    for (const finding of failed) conditions.add(finding.condition)
  }
  for (const id of near) reaching.add(id)
  return conditions
}
