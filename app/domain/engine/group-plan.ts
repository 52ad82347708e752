import { type CompiledOffers, FAIL, groupPoints, groupState, PASS, reachOf } from './compiled-offers.ts'

/** In a byte of GroupPlan.needList: no further need. */
export const NO_NEED = 32
/** In GroupPlan.needList: more than four needs. */
export const MANY_NEEDS = 0xffffffff

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
  /** The same as up to four positions, a byte each, NO_NEED where there are fewer; MANY_NEEDS where there are more. */
  readonly needList: Uint32Array
  /** Sector points of a candidate that does not serve her sector by name, or BY_FAMILY. */
  readonly sectorPoints: Uint16Array
  /** Every candidate. */
  readonly all: Uint32Array
  /** Candidates with a shared condition that is unknown: such a pair is never more than undecided. */
  readonly unsure: Uint32Array
  readonly bySector: Uint32Array
  readonly anySector: Uint32Array
  readonly byNeed: Uint32Array
  /** Rules at least one candidate has, as a mask of the predicates. */
  readonly rules: Uint32Array
  /** Which fours of `rules` hold any: four f stands for rules [4f, 4f + 4). */
  readonly ruleFours: Uint8Array
  /** Candidates with a rule of a set out of four: row (place in ruleFours * 16 + set). */
  readonly byRuleSet: Uint32Array
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

function needListOf(mask: number): number {
  let list = 0
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) {
    if (count === 4) return MANY_NEEDS
    list |= (31 - Math.clz32(rest & -rest)) << (8 * count++)
  }
  for (; count < 4; count++) list |= NO_NEED << (8 * count)
  return list >>> 0
}

/**
 * Plans groups of actors. Groups of one regency asked for one after the other share the search for the offers that reach it.
 * `regency` is a position or NO_REGENCY, `cluster` a code.
 */
export function groupPlanner(compiled: CompiledOffers): (regency: number, cluster: number) => GroupPlan {
  const total = compiled.offers.length
  const needLists = Uint32Array.from(compiled.needMask, needListOf)
  const reach = new Uint16Array(total)
  let reached = 0
  let reachedRegency = -1
  const states = new Uint8Array(total)
  // why: one sort of plain numbers, highest points first, then position; points stay below 2^14, positions below 2^16
  const keys = new Int32Array(total)
  return (regency, cluster) => {
    if (regency !== reachedRegency) {
      reached = reachOf(compiled, regency, reach)
      reachedRegency = regency
    }
    let count = 0
    for (let r = 0; r < reached; r++) {
      const o = reach[r]!
      const state = groupState(compiled, regency, cluster, o)
      if (state === FAIL) continue
      states[o] = state
      keys[count++] = ((0x3fff - groupPoints(compiled, regency, cluster, o)) << 16) | o
    }
    return fillPlan(compiled, keys.subarray(0, count).sort(), states, needLists)
  }
}

function fillPlan(compiled: CompiledOffers, order: Int32Array, states: Uint8Array, needLists: Uint32Array): GroupPlan {
  const count = order.length
  const width = Math.max(1, Math.ceil(count / 32))
  const { words, masks } = compiled.predicates
  const byRule = new Uint32Array(words * 32 * width)
  const plan: Omit<GroupPlan, 'ruleFours' | 'byRuleSet'> = {
    count,
    width,
    offer: new Uint16Array(count),
    points: new Uint16Array(count),
    needs: new Uint32Array(count),
    needList: new Uint32Array(count),
    sectorPoints: new Uint16Array(count),
    all: new Uint32Array(width),
    unsure: new Uint32Array(width),
    bySector: new Uint32Array(compiled.axes.sectors.length * width),
    anySector: new Uint32Array(width),
    byNeed: new Uint32Array(compiled.axes.needs.length * width),
    rules: new Uint32Array(words),
  }
  for (let c = 0; c < count; c++) {
    const o = order[c]! & 0xffff
    plan.offer[c] = o
    plan.points[c] = 0x3fff - (order[c]! >>> 16)
    plan.needs[c] = compiled.needMask[o]!
    plan.needList[c] = needLists[o]!
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
      addToRows(byRule, width, rules, w * 32, c)
    }
  }
  return { ...plan, ...ruleSets(plan.rules, byRule, width) }
}

/** An actor fails and leaves open many rules: four at a time are one look-up instead of four. */
function ruleSets(rules: Uint32Array, byRule: Uint32Array, width: number): Pick<GroupPlan, 'ruleFours' | 'byRuleSet'> {
  const used: number[] = []
  for (let f = 0; f < rules.length * 8; f++) if ((rules[f >>> 3]! >>> ((f & 7) * 4)) & 15) used.push(f)
  const byRuleSet = new Uint32Array(used.length * 16 * width)
  for (let place = 0; place < used.length; place++) {
    for (let set = 1; set < 16; set++) {
      const lowest = 31 - Math.clz32(set & -set)
      const from = (place * 16 + (set & (set - 1))) * width
      const to = (place * 16 + set) * width
      const rule = (used[place]! * 4 + lowest) * width
      for (let w = 0; w < width; w++) byRuleSet[to + w] = byRuleSet[from + w]! | byRule[rule + w]!
    }
  }
  return { ruleFours: Uint8Array.from(used), byRuleSet }
}
