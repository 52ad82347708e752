import type { ActorColumns } from './columns.ts'
import type { CompiledOffers } from './compiled-offers.ts'
import { BY_FAMILY, type GroupPlan, MANY_NEEDS, NO_NEED } from './group-plan.ts'
import { createNeedWeights } from './need-table.ts'
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
  const { weights, sector } = compiled.context.policy
  const namedPoints = weights.sector * sector.named
  const otherPoints = weights.sector * Math.max(sector.all, sector.family)
  const evaluate = predicateEvaluator(compiled.predicates, columns)
  const masks = allocateMasks(compiled.predicates, SLICE)
  const needWeights = createNeedWeights(compiled.context.policy)
  // why: score and position in one number, so that keeping the best sorted compares and moves single numbers
  const best = new Int32Array(top)
  const sectorRows = new Uint8Array(32)
  const failedRules = new Int32Array(words * 8)
  const openRules = new Int32Array(words * 8)
  const { needIds, needStart, needsKnown, sectors } = columns

  let sectorCount = 0
  /** For an offer that is open to all and names some: her family may lift it above all sectors. */
  const familyPoints = (o: number): number => {
    let best = compiled.sectorPoints[o]!
    for (let s = 0; s < sectorCount; s++)
      best = Math.max(best, compiled.sectorPoints[(sectorRows[s]! + 1) * total + o]!)
    return best
  }

  const needRows = new Int32Array(32)
  /** Weight of each need for the actor at hand; 0 where it is none of hers, and for NO_NEED. */
  const weightOf = new Int32Array(NO_NEED + 1)
  const weightOfMask = (mask: number): number => {
    let weight = 0
    for (let rest = mask; rest !== 0; rest &= rest - 1) weight += weightOf[31 - Math.clz32(rest & -rest)]!
    return weight
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
    const { offer, points, needs, needList, sectorPoints } = plan
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
          if (fails !== 0) failedRules[failed++] = (f * 16 + fails) * width
          if (opens !== 0) openRules[open++] = (f * 16 + opens) * width
        }
        sectorCount = 0
        for (let rest = sectors[i]!; rest !== 0; rest &= rest - 1)
          sectorRows[sectorCount++] = 31 - Math.clz32(rest & -rest)
        const needFrom = needStart[i]!
        const needCount = needStart[i + 1]! - needFrom
        const needUnknown = needsKnown[i] === 0
        for (let n = 0; n < needCount; n++) {
          const need = needIds[needFrom + n]!
          needRows[n] = need * width
          weightOf[need] = needWeights.ofRank(n)
        }
        let live = 0
        for (let w = 0; w < width; w++) {
          let needed = needUnknown ? -1 : 0
          for (let n = 0; n < needCount; n++) needed |= byNeed[needRows[n]! + w]!
          let ofSector = 0
          for (let s = 0; s < sectorCount; s++) ofSector |= bySector[sectorRows[s]! * width + w]!
          const served = anySector[w]! | ofSector
          let candidates = needed & (sectorCount === 0 ? -1 : served) & all[w]!
          for (let r = 0; r < failed; r++) candidates &= ~byRuleSet[failedRules[r]! + w]!
          let sure = needUnknown ? 0 : candidates & served & ~unsure[w]!
          for (let r = 0; r < open; r++) sure &= ~byRuleSet[openRules[r]! + w]!
          sureCount += bitCount(sure)
          candidateCount += bitCount(candidates)
          if (sure === 0) continue
          liveWords[live++] = w
          eligible[w] = sure
          named[w] = ofSector
        }
        const needPoints = needWeights.points(needCount)
        // why: an offer without her first or second need can gain no more than the weight of the others
        const allWeight = needPoints.length - 1
        const first = needCount > 0 ? needWeights.ofRank(0) : 0
        const second = needCount > 1 ? needWeights.ofRank(1) : 0
        const mostBoth = needPoints[allWeight]!
        const mostFirst = needPoints[allWeight - second]!
        const mostSecond = needPoints[allWeight - first]!
        const mostNeither = needPoints[allWeight - first - second]!
        const firstRow = needRows[0]!
        const secondRow = needCount > 1 ? needRows[1]! : firstRow
        let length = 0
        let floor = -1
        if (top > 0) {
          for (let l = 0; l < live; l++) {
            const w = liveWords[l]!
            const sectorHere = named[w]!
            let rest = eligible[w]!
            if (length === top) {
              const hasFirst = byNeed[firstRow + w]!
              const hasSecond = byNeed[secondRow + w]!
              // why: points fall with the position, so those of a word's first place bound the word
              const gap = (floor >>> 16) - points[w * 32]!
              let worth = 0
              for (let side = 0; side < 2; side++) {
                const needed = gap - (side === 0 ? namedPoints : otherPoints)
                const enough =
                  needed <= mostNeither
                    ? -1
                    : needed <= mostSecond
                      ? hasFirst | hasSecond
                      : needed <= mostFirst
                        ? hasFirst
                        : needed <= mostBoth
                          ? hasFirst & hasSecond
                          : 0
                worth |= side === 0 ? enough & sectorHere : enough & ~sectorHere
              }
              rest &= worth
            }
            for (; rest !== 0; rest &= rest - 1) {
              const bit = rest & -rest
              const c = w * 32 + 31 - Math.clz32(bit)
              const list = needList[c]!
              const weight =
                list === MANY_NEEDS
                  ? weightOfMask(needs[c]!)
                  : weightOf[list & 63]! +
                    weightOf[(list >>> 8) & 63]! +
                    weightOf[(list >>> 16) & 63]! +
                    weightOf[list >>> 24]!
              const o = offer[c]!
              const ofSector = sectorHere & bit ? namedPoints : sectorPoints[c]!
              const score = points[c]! + needPoints[weight]! + (ofSector === BY_FAMILY ? familyPoints(o) : ofSector)
              const key = (score << 16) | (0xffff - o)
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
        }
        for (let n = 0; n < needCount; n++) weightOf[needIds[needFrom + n]!] = 0
        const at = (outAt + i - from) * top
        for (let k = 0; k < top; k++) {
          outOffers[at + k] = k < length ? 0xffff - (best[k]! & 0xffff) : NO_OFFER
          outScores[at + k] = k < length ? best[k]! >>> 16 : 0
        }
      }
    }
    counts.eligible += sureCount
    counts.undecided += candidateCount - sureCount
  }
}
