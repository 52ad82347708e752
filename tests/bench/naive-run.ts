import type { ActorColumns } from '#app/domain/engine/columns.ts'
import { groupsOf } from '#app/domain/engine/columns.ts'
import { type CompiledOffers, FAIL, groupPoints, groupState, PASS } from '#app/domain/engine/compiled-offers.ts'
import { createNeedScores } from '#app/domain/engine/need-table.ts'
import { allocateMasks, predicateEvaluator } from '#app/domain/engine/predicates.ts'
import { allocateRanking, NO_OFFER, type PairCounts, type Ranking } from '#app/domain/engine/rank-range.ts'

/**
 * The plain nested loop over typed arrays: every actor, every offer, a coverage matrix, no bitsets, no early stop.
 * The baseline the engine is measured against; its output must be identical.
 */
export function naiveRun(
  compiled: CompiledOffers,
  columns: ActorColumns,
  top: number,
  actors = columns.size,
): { readonly ranking: Ranking; readonly counts: PairCounts } {
  const offers = compiled.offers.length
  const { words } = compiled.predicates
  const groups = groupsOf(columns)
  const state = new Uint8Array(groups.length * offers)
  const points = new Uint16Array(groups.length * offers)
  groups.forEach((group, g) => {
    for (let o = 0; o < offers; o++) {
      state[g * offers + o] = groupState(compiled, group.regency, group.cluster, o)
      points[g * offers + o] = groupPoints(compiled, group.regency, group.cluster, o)
    }
  })
  const masks = allocateMasks(compiled.predicates, actors)
  predicateEvaluator(compiled.predicates, columns)(0, actors, masks, 0)
  const needScore = createNeedScores(compiled.context.policy)
  const ranking = allocateRanking(actors, top)
  const counts = { eligible: 0, undecided: 0 }
  const scores = new Int32Array(top)
  const ids = new Uint16Array(top)
  groups.forEach((group, g) => {
    for (let i = group.start; i < Math.min(group.end, actors); i++) {
      const own = columns.sectors[i]!
      const wanted = columns.needMask[i]!
      const needUnknown = columns.needsKnown[i] === 0
      const from = columns.needStart[i]!
      const count = columns.needStart[i + 1]! - from
      let filled = 0
      for (let o = 0; o < offers; o++) {
        const shared = state[g * offers + o]!
        if (shared === FAIL) continue
        if (!needUnknown && (wanted & compiled.needMask[o]!) === 0) continue
        const sectorMet = compiled.allSectors[o] === 1 || (own & compiled.sectorMask[o]!) !== 0
        if (!sectorMet && own !== 0) continue
        let failed = 0
        let missing = 0
        for (let w = 0; w < words; w++) {
          const rules = compiled.predicates.masks[o * words + w]!
          failed |= rules & ~masks.open[i * words + w]!
          missing |= rules & ~masks.pass[i * words + w]!
        }
        if (failed !== 0) continue
        if (missing !== 0 || shared !== PASS || needUnknown || !sectorMet) {
          counts.undecided++
          continue
        }
        counts.eligible++
        let sector = compiled.sectorPoints[o]!
        for (let s = 0; s < compiled.axes.sectors.length; s++)
          if (own & (1 << s)) sector = Math.max(sector, compiled.sectorPoints[(s + 1) * offers + o]!)
        let served = 0
        for (let n = 0; n < count; n++) if (compiled.needMask[o]! & (1 << columns.needIds[from + n]!)) served |= 1 << n
        const score = points[g * offers + o]! + sector + needScore.of(count, served)
        if (filled === top && score <= scores[top - 1]!) continue
        let k = filled === top ? top - 1 : filled++
        while (k > 0 && scores[k - 1]! < score) {
          scores[k] = scores[k - 1]!
          ids[k] = ids[k - 1]!
          k--
        }
        scores[k] = score
        ids[k] = o
      }
      for (let k = 0; k < top; k++) {
        ranking.offers[i * top + k] = k < filled ? ids[k]! : NO_OFFER
        ranking.scores[i * top + k] = k < filled ? scores[k]! : 0
      }
    }
  })
  return { ranking, counts }
}
