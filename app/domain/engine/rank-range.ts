import type { ActorColumns } from './columns.ts'
import type { CompiledOffers } from './compiled-offers.ts'
import { BY_FAMILY, type GroupPlan } from './group-plan.ts'
import { createNeedScores } from './need-table.ts'
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
  const needScore = createNeedScores(compiled.context.policy)
  // why: score and position in one number, so that keeping the best sorted compares and moves single numbers
  const best = new Int32Array(top)
  const sectorRows = new Uint8Array(32)
  const failedRules = new Uint16Array(words * 32)
  const openRules = new Uint16Array(words * 32)
  const { needIds, needStart, needsKnown, sectors } = columns

  let sectorCount = 0
  /** For an offer that is open to all and names some: her family may lift it above all sectors. */
  const familyPoints = (o: number): number => {
    let best = compiled.sectorPoints[o]!
    for (let s = 0; s < sectorCount; s++)
      best = Math.max(best, compiled.sectorPoints[(sectorRows[s]! + 1) * total + o]!)
    return best
  }

  const needBits = new Int32Array(32)
  const needRows = new Int32Array(32)
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
    const { width, all, unsure, anySector, bySector, byNeed, byRule } = plan
    for (let sliceStart = from; sliceStart < to; sliceStart += SLICE) {
      const sliceEnd = Math.min(to, sliceStart + SLICE)
      evaluate(sliceStart, sliceEnd, masks, 0)
      for (let i = sliceStart; i < sliceEnd; i++) {
        let failed = 0
        let open = 0
        for (let w = 0; w < words; w++) {
          const at = (i - sliceStart) * words + w
          const rules = plan.rules[w]!
          const notFailed = masks.open[at]!
          for (let rest = rules & ~notFailed; rest !== 0; rest &= rest - 1)
            failedRules[failed++] = (w * 32 + 31 - Math.clz32(rest & -rest)) * width
          for (let rest = rules & notFailed & ~masks.pass[at]!; rest !== 0; rest &= rest - 1)
            openRules[open++] = (w * 32 + 31 - Math.clz32(rest & -rest)) * width
        }
        sectorCount = 0
        for (let rest = sectors[i]!; rest !== 0; rest &= rest - 1)
          sectorRows[sectorCount++] = 31 - Math.clz32(rest & -rest)
        const needFrom = needStart[i]!
        const needCount = needStart[i + 1]! - needFrom
        const needUnknown = needsKnown[i] === 0
        for (let n = 0; n < needCount; n++) {
          needBits[n] = needIds[needFrom + n]!
          needRows[n] = needBits[n]! * width
        }
        let live = 0
        for (let w = 0; w < width; w++) {
          let needs = needUnknown ? -1 : 0
          for (let n = 0; n < needCount; n++) needs |= byNeed[needRows[n]! + w]!
          let ofSector = 0
          for (let s = 0; s < sectorCount; s++) ofSector |= bySector[sectorRows[s]! * width + w]!
          const served = anySector[w]! | ofSector
          let candidates = needs & (sectorCount === 0 ? -1 : served) & all[w]!
          for (let r = 0; r < failed; r++) candidates &= ~byRule[failedRules[r]! + w]!
          let sure = needUnknown ? 0 : candidates & served & ~unsure[w]!
          for (let r = 0; r < open; r++) sure &= ~byRule[openRules[r]! + w]!
          sureCount += bitCount(sure)
          candidateCount += bitCount(candidates)
          if (sure === 0) continue
          liveWords[live++] = w
          eligible[w] = sure
          named[w] = ofSector
        }
        const table = needScore.tables[needCount]
        const everyNeed = (1 << needCount) - 1
        let length = 0
        let floor = -1
        // why: offers for her first need score highest, so they go first, and most of the rest need not be looked at
        for (let pass = 0; pass < 2 && top > 0; pass++) {
          const firstNeed = needRows[0]!
          const mostNeed = needScore.of(needCount, pass === 0 ? everyNeed : everyNeed & ~1)
          for (let l = 0; l < live; l++) {
            const w = liveWords[l]!
            let rest = eligible[w]! & (pass === 0 ? byNeed[firstNeed + w]! : ~byNeed[firstNeed + w]!)
            if (rest === 0) continue
            const sectorHere = named[w]!
            if (length === top) {
              // why: points fall with the position, so the first of a word bounds it
              const most = plan.points[w * 32]! + mostNeed
              if ((((most + namedPoints) << 16) | 0xffff) <= floor) rest &= ~sectorHere
              if ((((most + otherPoints) << 16) | 0xffff) <= floor) rest &= sectorHere
            }
            for (; rest !== 0; rest &= rest - 1) {
              const bit = rest & -rest
              const c = w * 32 + 31 - Math.clz32(bit)
              const offerNeeds = plan.needs[c]!
              let met = 0
              for (let n = 0; n < needCount; n++) met |= ((offerNeeds >>> needBits[n]!) & 1) << n
              const needPart = table ? table[met]! : needScore.of(needCount, met)
              const sectorPart = sectorHere & bit ? namedPoints : plan.sectorPoints[c]!
              const o = plan.offer[c]!
              const score = plan.points[c]! + needPart + (sectorPart === BY_FAMILY ? familyPoints(o) : sectorPart)
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
