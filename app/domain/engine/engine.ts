import type { Points } from '../matching/fit.ts'
import { type ActorColumns, type ActorGroup, groupsOf } from './columns.ts'
import type { CompiledOffers } from './compiled-offers.ts'
import { type GroupPlan, groupPlanner } from './group-plan.ts'
import { allocateMasks, type PredicateMasks, predicateEvaluator } from './predicates.ts'
import { allocateRanking, NO_OFFER, type PairCounts, type Ranking, rangeRanker } from './rank-range.ts'
import { type TopActors, topActors } from './top-actors.ts'

export interface RankedOffer {
  readonly offerId: string
  readonly fit: Points
}

export interface MatchingEngine {
  readonly columns: ActorColumns
  readonly groups: readonly ActorGroup[]
  /** Ranks the actors of groups [from, to) into `out`, whose first row is the first actor of group `from`. */
  rankGroups(from: number, to: number, out: Ranking, counts: PairCounts): void
  /** Best eligible offers of the actor at a position. */
  rankActor(index: number): readonly RankedOffer[]
  /** Best eligible actors of an offer. @throws RangeError for an offer the engine does not know. */
  rankOffer(offerId: string, limit: number): TopActors
}

/** The fast answers of matching over one snapshot; nothing is computed before it is asked for. */
export function createEngine(compiled: CompiledOffers, columns: ActorColumns, top: number): MatchingEngine {
  const groups = groupsOf(columns)
  const rank = rangeRanker(compiled, columns, top)
  const planGroup = groupPlanner(compiled)
  const plans = new Map<number, GroupPlan>()
  const offerAt = new Map(compiled.offers.map((offer, index) => [offer.id, index]))
  const single = allocateRanking(1, top)
  let allMasks: PredicateMasks | undefined

  const planOf = (regency: number, cluster: number): GroupPlan => {
    const key = regency * 4 + cluster
    let plan = plans.get(key)
    if (!plan) {
      plan = planGroup(regency, cluster)
      plans.set(key, plan)
    }
    return plan
  }

  return {
    columns,
    groups,
    rankGroups(from, to, out, counts) {
      const first = groups[from]?.start ?? 0
      for (let g = from; g < to; g++) {
        const group = groups[g]!
        const plan = planGroup(group.regency, group.cluster)
        rank(plan, group.start, group.end, out, group.start - first, counts)
      }
    },
    rankActor(index) {
      const plan = planOf(columns.regency[index]!, columns.cluster[index]!)
      rank(plan, index, index + 1, single, 0, { eligible: 0, undecided: 0 })
      const ranked: RankedOffer[] = []
      for (let k = 0; k < top && single.offers[k] !== NO_OFFER; k++)
        ranked.push({ offerId: compiled.offers[single.offers[k]!]!.id, fit: single.scores[k]! })
      return ranked
    },
    rankOffer(offerId, limit) {
      const offer = offerAt.get(offerId)
      if (offer === undefined) throw new RangeError(`unknown offer: ${offerId}`)
      if (!allMasks) {
        allMasks = allocateMasks(compiled.predicates, columns.size)
        predicateEvaluator(compiled.predicates, columns)(0, columns.size, allMasks, 0)
      }
      return topActors(compiled, columns, groups, allMasks, offer, limit)
    },
  }
}
