import { needPoints } from '../matching/fit.ts'
import type { ActorColumns } from './columns.ts'
import type { CompiledOffers } from './compiled-offers.ts'
import type { GroupPlan } from './group-plan.ts'
import { needTables, TABLED_NEEDS } from './need-table.ts'
import { allocateMasks, predicateEvaluator } from './predicates.ts'

/** No offer in this place of the ranking. */
export const NO_OFFER = 0xffff

/** The best offers of each actor: offers[i * top + rank], scores likewise, best first. */
export interface Ranking {
  readonly top: number
  readonly offers: Uint16Array
  readonly scores: Uint16Array
}

export interface PairCounts {
  eligible: number
  undecided: number
}

export function allocateRanking(actors: number, top: number): Ranking {
  const length = Math.max(2, actors * top * 2)
  return {
    top,
    offers: new Uint16Array(new SharedArrayBuffer(length)),
    scores: new Uint16Array(new SharedArrayBuffer(length)),
  }
}

/** How many actors' rule masks are worked out at a time; keeps them in the cache. */
const SLICE = 2048

/**
 * Builds the ranking function of a compiled set of offers over columns. The result equals, pair by pair and place by
 * place, what matchPair and compareMatches give: eligible pairs by score, then by offer id.
 */
export function rangeRanker(
  compiled: CompiledOffers,
  columns: ActorColumns,
  top: number,
): (plan: GroupPlan, start: number, end: number, out: Ranking, outAt: number, counts: PairCounts) => void {
  const { words } = compiled.predicates
  const { policy } = compiled.context
  const evaluate = predicateEvaluator(compiled.predicates, columns)
  const masks = allocateMasks(compiled.predicates, SLICE)
  const tables = needTables(policy)
  const maxDynamic = (policy.weights.need + policy.weights.sector) * 100
  const bestOffer = new Uint16Array(top + 1)
  const bestScore = new Int32Array(top + 1)
  const sectorList = new Uint8Array(32)
  const { needIds, needStart, needsKnown, sectors } = columns

  return (plan, from, to, out, outAt, counts) => {
    const { count, width, predicates, unsure, points, needMask, allSectors } = plan
    let candidates = new Uint32Array(width)
    if (candidates.length < width) candidates = new Uint32Array(width)
    for (let sliceStart = from; sliceStart < to; sliceStart += SLICE) {
      const sliceEnd = Math.min(to, sliceStart + SLICE)
      evaluate(sliceStart, sliceEnd, masks, 0)
      for (let i = sliceStart; i < sliceEnd; i++) {
        const maskBase = (i - sliceStart) * words
        const sectorMask = sectors[i]!
        let sectorCount = 0
        for (let rest = sectorMask; rest !== 0; rest &= rest - 1)
          sectorList[sectorCount++] = 31 - Math.clz32(rest & -rest)
        const needFrom = needStart[i]!
        const needCount = needStart[i + 1]! - needFrom
        const needUnknown = needsKnown[i] === 0
        const sectorUnknown = sectorMask === 0
        for (let w = 0; w < width; w++) {
          let bySector = sectorUnknown ? 0xffffffff : plan.anySector[w]!
          for (let s = 0; s < sectorCount; s++) bySector |= plan.bySector[sectorList[s]! * width + w]!
          let byNeed = needUnknown ? 0xffffffff : 0
          for (let n = 0; n < needCount; n++) byNeed |= plan.byNeed[needIds[needFrom + n]! * width + w]!
          candidates[w] = bySector & byNeed
        }
        let filled = 0
        let eligible = 0
        let undecided = 0
        const table = needCount <= TABLED_NEEDS ? tables[needCount]! : null
        for (let w = 0; w < width; w++) {
          for (let rest = candidates[w]!; rest !== 0; rest &= rest - 1) {
            const c = (w << 5) + 31 - Math.clz32(rest & -rest)
            if (c >= count) break
            let failed = 0
            let missing = 0
            for (let p = 0; p < words; p++) {
              const rules = predicates[c * words + p]!
              failed |= rules & ~masks.open[maskBase + p]!
              missing |= rules & ~masks.pass[maskBase + p]!
            }
            if (failed !== 0) continue
            if (missing !== 0 || unsure[c] === 1 || needUnknown || (sectorUnknown && allSectors[c] === 0)) {
              undecided++
              continue
            }
            eligible++
            if (top === 0 || (filled === top && points[c]! + maxDynamic < bestScore[top - 1]!)) continue
            const offerNeeds = needMask[c]!
            let served = 0
            for (let n = 0; n < needCount; n++) served |= ((offerNeeds >>> needIds[needFrom + n]!) & 1) << n
            let sectorScore = plan.sectorPoints[c]!
            for (let s = 0; s < sectorCount; s++) {
              const score = plan.sectorPoints[(sectorList[s]! + 1) * count + c]!
              if (score > sectorScore) sectorScore = score
            }
            const needScore = table ? table[served]! : longNeedPoints(needCount, served)
            const score = points[c]! + sectorScore + needScore
            filled = insert(plan.offer[c]!, score, filled)
          }
        }
        counts.eligible += eligible
        counts.undecided += undecided
        const at = (outAt + i - from) * top
        for (let k = 0; k < top; k++) {
          out.offers[at + k] = k < filled ? bestOffer[k]! : NO_OFFER
          out.scores[at + k] = k < filled ? bestScore[k]! : 0
        }
      }
    }
  }

  function longNeedPoints(needCount: number, served: number): number {
    const ranks = Array.from({ length: needCount }, (_, rank) => String(rank))
    return needPoints(policy, ranks, (need) => (served & (1 << Number(need))) !== 0)
  }

  /** Keeps the best `top` sorted; equal scores go by the offer's position. */
  function insert(offer: number, score: number, filled: number): number {
    let k = filled
    if (k === top) {
      const last = bestScore[top - 1]!
      if (score < last || (score === last && offer > bestOffer[top - 1]!)) return filled
      k = top - 1
    }
    while (k > 0 && (bestScore[k - 1]! < score || (bestScore[k - 1] === score && bestOffer[k - 1]! > offer))) {
      bestScore[k] = bestScore[k - 1]!
      bestOffer[k] = bestOffer[k - 1]!
      k--
    }
    bestScore[k] = score
    bestOffer[k] = offer
    return filled < top ? filled + 1 : filled
  }
}
