import type { ActorColumns, ActorGroup } from './columns.ts'
import { type CompiledOffers, FAIL, groupPoints, groupState, PASS } from './compiled-offers.ts'
import { createNeedScores } from './need-table.ts'
import type { PredicateMasks } from './predicates.ts'

export interface TopActors {
  /** Positions in the columns, best first; equal scores go to who has waited longest. */
  readonly actors: readonly number[]
  readonly scores: readonly number[]
  readonly eligible: number
  readonly undecided: number
}

/**
 * The best eligible actors for one offer, over the groups its area and clusters reach. `masks` are the rule masks of all
 * actors, worked out once when the columns were loaded.
 */
export function topActors(
  compiled: CompiledOffers,
  columns: ActorColumns,
  groups: readonly ActorGroup[],
  masks: PredicateMasks,
  offer: number,
  limit: number,
): TopActors {
  const { words } = compiled.predicates
  const rules = compiled.predicates.masks.subarray(offer * words, (offer + 1) * words)
  const needMask = compiled.needMask[offer]!
  const sectorMask = compiled.sectorMask[offer]!
  const all = compiled.allSectors[offer] === 1
  const total = compiled.offers.length
  const needScore = createNeedScores(compiled.context.policy)
  let mostForSector = 0
  for (let row = 0; row <= compiled.axes.sectors.length; row++)
    mostForSector = Math.max(mostForSector, compiled.sectorPoints[row * total + offer]!)
  const mostAdded = needScore.of(1, 1) + mostForSector
  const { needIds, needMask: wanted, needStart, needsKnown, sectors, waitRank } = columns
  const { open, pass } = masks
  const top = createTop(limit, waitRank)
  let eligible = 0
  let undecided = 0
  for (const { group, state, points } of reachedGroups(compiled, groups, offer)) {
    for (let i = group.start; i < group.end; i++) {
      const needUnknown = needsKnown[i] === 0
      if (!needUnknown && (wanted[i]! & needMask) === 0) continue
      const own = sectors[i]!
      const named = (own & sectorMask) !== 0
      if (!named && !all && own !== 0) continue
      let failed = 0
      let missing = 0
      for (let w = 0; w < words; w++) {
        failed |= rules[w]! & ~open[i * words + w]!
        missing |= rules[w]! & ~pass[i * words + w]!
      }
      if (failed !== 0) continue
      if (missing !== 0 || state !== PASS || needUnknown || (!named && !all)) {
        undecided++
        continue
      }
      eligible++
      if (!top.takes(i, points + mostAdded)) continue
      let sectorScore = compiled.sectorPoints[offer]!
      for (let rest = own; rest !== 0; rest &= rest - 1) {
        const sector = 31 - Math.clz32(rest & -rest)
        sectorScore = Math.max(sectorScore, compiled.sectorPoints[(sector + 1) * total + offer]!)
      }
      const from = needStart[i]!
      const count = needStart[i + 1]! - from
      let served = 0
      for (let n = 0; n < count; n++) served |= ((needMask >>> needIds[from + n]!) & 1) << n
      top.offer(i, points + sectorScore + needScore.of(count, served))
    }
  }
  return { ...top.result(), eligible, undecided }
}

/**
 * The groups an offer's area and clusters reach, those with most points first: once the list is full of them, most of the
 * other actors need only be counted.
 */
function reachedGroups(compiled: CompiledOffers, groups: readonly ActorGroup[], offer: number) {
  return groups
    .map((group) => ({
      group,
      state: groupState(compiled, group.regency, group.cluster, offer),
      points: groupPoints(compiled, group.regency, group.cluster, offer),
    }))
    .filter(({ state }) => state !== FAIL)
    .sort((a, b) => b.points - a.points)
}

/** A bounded list kept in order of score, then waiting. */
function createTop(limit: number, waitRank: Uint32Array) {
  const actors = new Uint32Array(limit)
  const scores = new Int32Array(limit)
  let filled = 0
  const before = (score: number, actor: number, k: number): boolean =>
    score > scores[k]! || (score === scores[k] && waitRank[actor]! < waitRank[actors[k]!]!)
  const takes = (actor: number, score: number): boolean =>
    filled < limit || (limit > 0 && before(score, actor, limit - 1))
  return {
    /** Whether an actor of that score belongs in the list so far. */
    takes,
    offer(actor: number, score: number): void {
      if (!takes(actor, score)) return
      if (filled < limit) filled++
      let k = filled - 1
      while (k > 0 && before(score, actor, k - 1)) {
        scores[k] = scores[k - 1]!
        actors[k] = actors[k - 1]!
        k--
      }
      scores[k] = score
      actors[k] = actor
    },
    result: () => ({ actors: [...actors.subarray(0, filled)], scores: [...scores.subarray(0, filled)] }),
  }
}
