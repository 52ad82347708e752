import type { Axes } from '../engine/axes.ts'
import { columnsOf } from '../engine/columns.ts'
import { compileOffers } from '../engine/compiled-offers.ts'
import { weightedNeeds } from '../matching/complementary.ts'
import type { MatchContext } from '../matching/context.ts'
import type { ActorProfile } from '../values/actor.ts'
import { FACT_IDS, type FactId } from '../values/facts.ts'
import type { Offer } from '../values/offer.ts'
import { formGroups } from './groups.ts'
import { type IsHidden, NOTHING_HIDDEN } from './hidden-pairs.ts'
import { visitPairs } from './pair-states.ts'
import type { BoardNeed, BoardOffer, BoardQuestion, DistrictBoard, NearGroup, ProposedGroup, Unlock } from './types.ts'
import { keyOfChange, type OneChange, unlockFinder } from './unlock-finder.ts'

interface Tally {
  eligible: number
  undecided: number
  oneChange: number
  covered: number
  groupCandidates: ActorProfile[]
}

/** What one change would open, for the actors and offers seen so far. */
interface OpenUnlock extends OneChange {
  readonly actors: Set<number>
  readonly offers: Set<string>
}

const byCount =
  <T>(count: (item: T) => number, key: (item: T) => string) =>
  (a: T, b: T): number =>
    count(b) - count(a) || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)

/**
 * The board of a set of actors, usually one district: offers by need covered, needs by how many nobody serves, what one
 * change would open, groups that could be formed, and the questions that settle most. Hidden pairs are left out of all.
 */
export function districtBoard(
  context: MatchContext,
  axes: Axes,
  actors: readonly ActorProfile[],
  offers: readonly Offer[],
  isHidden: IsHidden = NOTHING_HIDDEN,
): DistrictBoard {
  const compiled = compileOffers(context, axes, offers)
  const { columns, sorted } = columnsOf(axes, actors)
  const tallies: Tally[] = compiled.offers.map(() => ({
    eligible: 0,
    undecided: 0,
    oneChange: 0,
    covered: 0,
    groupCandidates: [],
  }))
  const weights = sorted.map((actor) => weightedNeeds(context.policy, actor.needs ?? []))
  const weightTotals = weights.map((needs) => [...needs.values()].reduce((sum, weight) => sum + weight, 0))
  const served = sorted.map(() => new Set<string>())
  const maybe = sorted.map(() => new Set<string>())
  const hasOffer = new Uint8Array(sorted.length)
  const unlocks = new Map<string, OpenUnlock>()
  const settles = new Map<FactId, { pairs: number; actors: Set<number> }>()

  const findUnlock = unlockFinder(context)
  const addUnlock = (actor: number, offer: Offer, fact: FactId): boolean => {
    const change = findUnlock(sorted[actor]!, offer, fact)
    if (!change) return false
    const key = keyOfChange(change)
    const unlock = unlocks.get(key) ?? { ...change, actors: new Set<number>(), offers: new Set<string>() }
    unlock.actors.add(actor)
    unlock.offers.add(offer.id)
    unlocks.set(key, unlock)
    return true
  }

  visitPairs(compiled, columns, (pair) => {
    const offer = compiled.offers[pair.offer]!
    const tally = tallies[pair.offer]!
    const { actor } = pair
    if (isHidden(sorted[actor]!.id, offer.id)) return
    const onlyFact = pair.open.length === 1 && !pair.structuralUnknown ? pair.open[0]! : null
    if (onlyFact === 'group_size') tally.groupCandidates.push(sorted[actor]!)
    if (pair.verdict === 'ineligible') {
      if (onlyFact && addUnlock(actor, offer, onlyFact)) tally.oneChange++
      return
    }
    const needs = weights[actor]!
    if (pair.verdict === 'undecided') {
      tally.undecided++
      for (const need of offer.needs) if (needs.has(need)) maybe[actor]!.add(need)
      if (onlyFact) {
        const entry = settles.get(onlyFact) ?? { pairs: 0, actors: new Set<number>() }
        entry.pairs++
        entry.actors.add(actor)
        settles.set(onlyFact, entry)
      }
      return
    }
    tally.eligible++
    hasOffer[actor] = 1
    let covered = 0
    for (const need of offer.needs) {
      const weight = needs.get(need)
      if (weight === undefined) continue
      covered += weight
      served[actor]!.add(need)
    }
    tally.covered += covered / weightTotals[actor]!
  })

  const groups: ProposedGroup[] = []
  const nearGroups: NearGroup[] = []
  compiled.offers.forEach((offer, o) => {
    const formed = formGroups(offer, tallies[o]!.groupCandidates)
    groups.push(...formed.groups)
    nearGroups.push(...formed.near)
  })
  const byCluster = { IR1: 0, IR2: 0, IR3: 0, unknown: 0 }
  for (const actor of sorted) byCluster[actor.cluster ?? 'unknown']++

  return {
    actors: sorted.length,
    byCluster,
    eligiblePairs: tallies.reduce((sum, tally) => sum + tally.eligible, 0),
    undecidedPairs: tallies.reduce((sum, tally) => sum + tally.undecided, 0),
    actorsServed: hasOffer.reduce((sum, flag) => sum + flag, 0),
    offers: rankOffers(compiled.offers, tallies),
    needs: countNeeds(axes.needs, weights, served, maybe),
    unlocks: [...unlocks.values()]
      .map(
        (unlock): Unlock => ({
          fact: unlock.fact,
          to: unlock.to,
          actors: unlock.actors.size,
          offers: [...unlock.offers].sort(),
        }),
      )
      .sort(
        byCount(
          (unlock) => unlock.actors * unlock.offers.length,
          (unlock) => JSON.stringify([unlock.fact, unlock.to]),
        ),
      ),
    groups,
    nearGroups: nearGroups.sort(
      (a, b) => a.lacking - b.lacking || b.have - a.have || (a.offerId + a.village < b.offerId + b.village ? -1 : 1),
    ),
    questions: FACT_IDS.flatMap((fact): BoardQuestion[] => {
      const entry = settles.get(fact)
      return entry ? [{ fact, settles: entry.pairs, actors: entry.actors.size }] : []
    }).sort((a, b) => b.settles - a.settles),
  }
}

function rankOffers(offers: readonly Offer[], tallies: readonly Tally[]): readonly BoardOffer[] {
  return offers
    .map((offer, o) => ({
      offerId: offer.id,
      eligible: tallies[o]!.eligible,
      undecided: tallies[o]!.undecided,
      oneChange: tallies[o]!.oneChange,
      needCovered: Math.round(tallies[o]!.covered * 100) / 100,
    }))
    .sort(
      (a, b) =>
        b.needCovered - a.needCovered ||
        b.undecided - a.undecided ||
        b.oneChange - a.oneChange ||
        (a.offerId < b.offerId ? -1 : 1),
    )
}

function countNeeds(
  needs: readonly string[],
  wanted: readonly ReadonlyMap<string, number>[],
  served: readonly ReadonlySet<string>[],
  maybe: readonly ReadonlySet<string>[],
): readonly BoardNeed[] {
  const counts = new Map(needs.map((need) => [need, { need, wanted: 0, served: 0, undecided: 0, unserved: 0 }]))
  wanted.forEach((own, actor) => {
    for (const need of own.keys()) {
      const count = counts.get(need)!
      count.wanted++
      if (served[actor]!.has(need)) count.served++
      else if (maybe[actor]!.has(need)) count.undecided++
      else count.unserved++
    }
  })
  return [...counts.values()]
    .filter((count) => count.wanted > 0)
    .sort(
      byCount(
        (count) => count.unserved * 1_000_000 + count.wanted,
        (count) => count.need,
      ),
    )
}
