import type { ActorColumns } from './columns.ts'
import type { CompiledOffers } from './compiled-offers.ts'
import { type GroupPlan, offerOfKey, POINTS_SHIFT } from './group-plan.ts'
import { addedKeys, createNeedScores, TABLED_NEEDS } from './need-table.ts'
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

/** Rows of failed and of open rules read without a loop; row 0 is empty and fills up. */
const UNROLLED = 4

/** How many actors' rule masks are worked out at a time; keeps them in the cache. */
const SLICE = 2048

function bitCount(mask: number): number {
  let v = mask - ((mask >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export type RangeRanker = (
  plan: GroupPlan,
  start: number,
  end: number,
  out: Ranking,
  outAt: number,
  counts: PairCounts,
) => void

/**
 * Builds the ranking function of a compiled set of offers over columns. The result equals, pair by pair and place by
 * place, what matchPair and compareMatches give: eligible pairs by score, then by offer id.
 */
export function rangeRanker(compiled: CompiledOffers, columns: ActorColumns, top: number): RangeRanker {
  const { words } = compiled.predicates
  const total = compiled.offers.length
  const evaluate = predicateEvaluator(compiled.predicates, columns)
  const masks = allocateMasks(compiled.predicates, SLICE)
  const needScores = createNeedScores(compiled.context.policy)
  const tables = addedKeys(compiled.context.policy, needScores)
  // why: score and position in one number, so that keeping the best sorted compares and moves single numbers
  const best = new Int32Array(top)
  const sectorRows = new Uint8Array(32)
  const failedRules = new Int32Array(words * 8 + UNROLLED)
  const openRules = new Int32Array(words * 8 + UNROLLED)
  const { needIds, needStart, needsKnown, sectors } = columns

  const emptyRow = compiled.axes.needs.length
  const needRows = new Int32Array(32)
  let sectorCount = 0
  let needFrom = 0
  let needCount = 0
  /** What her needs and her sector add to an offer's key, without the tables. */
  const addedExactly = (o: number): number => {
    let points = compiled.sectorPoints[o]!
    for (let s = 0; s < sectorCount; s++)
      points = Math.max(points, compiled.sectorPoints[(sectorRows[s]! + 1) * total + o]!)
    let met = 0
    for (let n = 0; n < needCount; n++) met |= ((compiled.needMask[o]! >>> needIds[needFrom + n]!) & 1) << n
    return (points + needScores.of(needCount, met)) << POINTS_SHIFT
  }
  let eligible = new Int32Array(0)
  let named = new Int32Array(0)
  let liveWords = new Int32Array(0)

  return (plan, from, to, out, outAt, counts) => {
    if (eligible.length < plan.width) {
      eligible = new Int32Array(plan.width)
      named = new Int32Array(plan.width)
      liveWords = new Int32Array(plan.width)
    }
    const { offers: outOffers, scores: outScores } = out
    let sureCount = 0
    let candidateCount = 0
    const { width, all, unsure, anySector, bySector, byNeed, ruleFours, byRuleSet } = plan
    const { byFamily, keys } = plan
    for (let sliceStart = from; sliceStart < to; sliceStart += SLICE) {
      const sliceEnd = Math.min(to, sliceStart + SLICE)
      evaluate(sliceStart, sliceEnd, masks, 0)
      for (let i = sliceStart; i < sliceEnd; i++) {
        let failed = 0
        let open = 0
        for (let f = 0; f < ruleFours.length; f++) {
          const four = ruleFours[f]!
          const at = (i - sliceStart) * words + (four >>> 3)
          const shift = (four & 7) * 4
          const rules = plan.rules[four >>> 3]!
          const notFailed = masks.open[at]!
          const fails = ((rules & ~notFailed) >>> shift) & 15
          const opens = ((rules & notFailed & ~masks.pass[at]!) >>> shift) & 15
          // why: written always and counted when not 0, by arithmetic: the outcome cannot be guessed by the processor
          failedRules[failed] = (f * 16 + fails) * width
          failed += (fails + 15) >>> 4
          openRules[open] = (f * 16 + opens) * width
          open += (opens + 15) >>> 4
        }
        for (let f = failed; f < UNROLLED; f++) failedRules[f] = 0
        for (let f = open; f < UNROLLED; f++) openRules[f] = 0
        const failed0 = failedRules[0]!
        const failed1 = failedRules[1]!
        const failed2 = failedRules[2]!
        const failed3 = failedRules[3]!
        const open0 = openRules[0]!
        const open1 = openRules[1]!
        const open2 = openRules[2]!
        const open3 = openRules[3]!
        sectorCount = 0
        for (let rest = sectors[i]!; rest !== 0; rest &= rest - 1)
          sectorRows[sectorCount++] = 31 - Math.clz32(rest & -rest)
        needFrom = needStart[i]!
        needCount = needStart[i + 1]! - needFrom
        const needUnknown = needsKnown[i] === 0
        for (let n = 0; n < needCount; n++) needRows[n] = needIds[needFrom + n]! * width
        for (let n = needCount; n < TABLED_NEEDS; n++) needRows[n] = emptyRow * width
        const row0 = needRows[0]!
        const row1 = needRows[1]!
        const row2 = needRows[2]!
        const row3 = needRows[3]!
        const row4 = needRows[4]!
        let live = 0
        for (let w = 0; w < width; w++) {
          let needed = byNeed[row0 + w]! | byNeed[row1 + w]! | byNeed[row2 + w]! | byNeed[row3 + w]! | byNeed[row4 + w]!
          for (let n = TABLED_NEEDS; n < needCount; n++) needed |= byNeed[needRows[n]! + w]!
          if (needUnknown) needed = -1
          let ofSector = 0
          for (let s = 0; s < sectorCount; s++) ofSector |= bySector[sectorRows[s]! * width + w]!
          const served = anySector[w]! | ofSector
          let candidates = needed & (sectorCount === 0 ? -1 : served) & all[w]!
          candidates &= ~(
            byRuleSet[failed0 + w]! |
            byRuleSet[failed1 + w]! |
            byRuleSet[failed2 + w]! |
            byRuleSet[failed3 + w]!
          )
          for (let r = UNROLLED; r < failed; r++) candidates &= ~byRuleSet[failedRules[r]! + w]!
          let sure = needUnknown ? 0 : candidates & served & ~unsure[w]!
          sure &= ~(byRuleSet[open0 + w]! | byRuleSet[open1 + w]! | byRuleSet[open2 + w]! | byRuleSet[open3 + w]!)
          for (let r = UNROLLED; r < open; r++) sure &= ~byRuleSet[openRules[r]! + w]!
          sureCount += bitCount(sure)
          candidateCount += bitCount(candidates)
          if (sure === 0) continue
          liveWords[live++] = w
          eligible[w] = sure
          named[w] = ofSector
        }
        const table = tables[Math.min(needCount, TABLED_NEEDS)]!
        let length = 0
        let floor = top > 0 ? -1 : 0x7fffffff
        for (let l = 0; l < live; l++) {
          const w = liveWords[l]!
          const need0 = byNeed[row0 + w]!
          const need1 = byNeed[row1 + w]!
          const need2 = byNeed[row2 + w]!
          const need3 = byNeed[row3 + w]!
          const need4 = byNeed[row4 + w]!
          const sectorHere = named[w]!
          const untabled = needCount > TABLED_NEEDS ? -1 : byFamily[w]! & ~sectorHere
          for (let rest = eligible[w]!; rest !== 0; rest &= rest - 1) {
            const bit = 31 - Math.clz32(rest & -rest)
            // why: bits by arithmetic, with no branch to guess: this line is run for every eligible pair
            const met =
              ((need0 >>> bit) & 1) |
              (((need1 >>> bit) & 1) << 1) |
              (((need2 >>> bit) & 1) << 2) |
              (((need3 >>> bit) & 1) << 3) |
              (((need4 >>> bit) & 1) << 4) |
              (((sectorHere >>> bit) & 1) << TABLED_NEEDS)
            let key = keys[w * 32 + bit]!
            key += (untabled >>> bit) & 1 ? addedExactly(offerOfKey(key)) : table[met]!
            if (key <= floor) continue
            let k = length < top ? length++ : top - 1
            while (k > 0 && best[k - 1]! < key) {
              best[k] = best[k - 1]!
              k--
            }
            best[k] = key
            if (length === top) floor = best[top - 1]!
          }
        }
        const at = (outAt + i - from) * top
        for (let k = 0; k < top; k++) {
          outOffers[at + k] = k < length ? offerOfKey(best[k]!) : NO_OFFER
          outScores[at + k] = k < length ? best[k]! >>> POINTS_SHIFT : 0
        }
      }
    }
    counts.eligible += sureCount
    counts.undecided += candidateCount - sureCount
  }
}
