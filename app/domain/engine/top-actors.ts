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
  const { needIds, needStart, needsKnown, sectors, waitRank } = columns
  const top = createTop(limit, waitRank)
  let eligible = 0
  let undecided = 0
  for (const group of groups) {
    const state = groupState(compiled, group.regency, group.cluster, offer)
    if (state === FAIL) continue
    const points = groupPoints(compiled, group.regency, group.cluster, offer)
    for (let i = group.start; i < group.end; i++) {
      const needUnknown = needsKnown[i] === 0
      if (!needUnknown && (columns.needMask[i]! & needMask) === 0) continue
      const own = sectors[i]!
      const named = (own & sectorMask) !== 0
      if (!named && !all && own !== 0) continue
      let failed = 0
      let missing = 0
      for (let w = 0; w < words; w++) {
        failed |= rules[w]! & ~masks.open[i * words + w]!
        missing |= rules[w]! & ~masks.pass[i * words + w]!
      }
      if (failed !== 0) continue
      if (missing !== 0 || state !== PASS || needUnknown || (!named && !all)) {
        undecided++
        continue
      }
      eligible++
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

/** A bounded list kept in order of score, then waiting. */
function createTop(limit: number, waitRank: Uint32Array) {
  const actors = new Uint32Array(limit)
  const scores = new Int32Array(limit)
  let filled = 0
  const before = (score: number, actor: number, k: number): boolean =>
    score > scores[k]! || (score === scores[k] && waitRank[actor]! < waitRank[actors[k]!]!)
  return {
    offer(actor: number, score: number): void {
      if (limit === 0) return
      if (filled === limit) {
        if (!before(score, actor, limit - 1)) return
      } else filled++
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
