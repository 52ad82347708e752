import { type CompiledOffers, FAIL, groupPoints, groupState, PASS } from './compiled-offers.ts'

/** In GroupPlan.sectorPoints: the offer names sectors beside being open to all, so the points depend on hers. */
export const BY_FAMILY = 0xffff

/**
 * The candidate offers of one (regency, cluster) group, renumbered from the highest shared points down, as bitsets by
 * sector, need and rule: one actor is then a few words of AND and OR, and counting pairs is counting bits.
 */
export interface GroupPlan {
  readonly count: number
  /** 32-bit words of the bitsets; row r of a table is words [r * width, (r + 1) * width). */
  readonly width: number
  /** Position of the candidate among the compiled offers. */
  readonly offer: Uint16Array
  /** Points of region, cluster and record. */
  readonly points: Uint16Array
  readonly needs: Uint32Array
  /** Sector points of a candidate that does not serve her sector by name, or BY_FAMILY. */
  readonly sectorPoints: Uint16Array
  /** Every candidate. */
  readonly all: Uint32Array
  /** Candidates with a shared condition that is unknown: such a pair is never more than undecided. */
  readonly unsure: Uint32Array
  readonly bySector: Uint32Array
  readonly anySector: Uint32Array
  readonly byNeed: Uint32Array
  readonly byRule: Uint32Array
  /** Rules at least one candidate has, as a mask of the predicates. */
  readonly rules: Uint32Array
}

/** Adds candidate c to the row of every bit set in a mask. */
function addToRows(table: Uint32Array, width: number, mask: number, firstRow: number, c: number): void {
  const word = c >>> 5
  const bit = 1 << (c & 31)
  for (let rest = mask; rest !== 0; rest &= rest - 1) {
    const at = (firstRow + 31 - Math.clz32(rest & -rest)) * width + word
    table[at] = table[at]! | bit
  }
}

export function planGroup(compiled: CompiledOffers, regency: number, cluster: number): GroupPlan {
  const total = compiled.offers.length
  const states = new Uint8Array(total)
  const sharedPoints = new Uint16Array(total)
  // why: one sort of plain numbers, highest points first, then position
  const keys = new Float64Array(total)
  let count = 0
  for (let o = 0; o < total; o++) {
    const state = groupState(compiled, regency, cluster, o)
    if (state === FAIL) continue
    const points = groupPoints(compiled, regency, cluster, o)
    states[o] = state
    sharedPoints[o] = points
    keys[count++] = (0xffff - points) * 0x10000 + o
  }
  const order = keys.subarray(0, count).sort()
  const width = Math.max(1, Math.ceil(count / 32))
  const { words, masks } = compiled.predicates
  const plan: GroupPlan = {
    count,
    width,
    offer: new Uint16Array(count),
    points: new Uint16Array(count),
    needs: new Uint32Array(count),
    sectorPoints: new Uint16Array(count),
    all: new Uint32Array(width),
    unsure: new Uint32Array(width),
    bySector: new Uint32Array(compiled.axes.sectors.length * width),
    anySector: new Uint32Array(width),
    byNeed: new Uint32Array(compiled.axes.needs.length * width),
    byRule: new Uint32Array(words * 32 * width),
    rules: new Uint32Array(words),
  }
  for (let c = 0; c < count; c++) {
    const o = order[c]! % 0x10000
    plan.offer[c] = o
    plan.points[c] = sharedPoints[o]!
    plan.needs[c] = compiled.needMask[o]!
    plan.sectorPoints[c] =
      compiled.allSectors[o] === 1 && compiled.sectorMask[o] !== 0 ? BY_FAMILY : compiled.sectorPoints[o]!
    addToRows(plan.all, width, 1, 0, c)
    if (states[o] !== PASS) addToRows(plan.unsure, width, 1, 0, c)
    if (compiled.allSectors[o] === 1) addToRows(plan.anySector, width, 1, 0, c)
    addToRows(plan.bySector, width, compiled.sectorMask[o]!, 0, c)
    addToRows(plan.byNeed, width, compiled.needMask[o]!, 0, c)
    for (let w = 0; w < words; w++) {
      const rules = masks[o * words + w]!
      plan.rules[w] = plan.rules[w]! | rules
      addToRows(plan.byRule, width, rules, w * 32, c)
    }
  }
  return plan
}
