import { type CompiledOffers, FAIL, groupPoints, groupState, PASS, reachOf } from './compiled-offers.ts'

/** Place of the points in a key; points stay below 2^14. */
export const POINTS_SHIFT = 16

/**
 * Points and position of an offer as one number, the better the greater: more points first, then the lower position.
 * Further points add to it, shifted by POINTS_SHIFT.
 */
export const rankKey = (points: number, offer: number): number => (points << POINTS_SHIFT) | (0xffff - offer)

/** Position of the offer in a key. */
export const offerOfKey = (key: number): number => 0xffff - (key & 0xffff)

/**
 * The candidate offers of one (regency, cluster) group, renumbered from the highest shared points down, as bitsets by
 * sector, need and rule: one actor is then a few words of AND and OR, and counting pairs is counting bits.
 */
export interface GroupPlan {
  readonly count: number
  /** 32-bit words of the bitsets; row r of a table is words [r * width, (r + 1) * width). */
  readonly width: number
  /** Points of region, cluster and record with the position among the compiled offers: a rankKey. */
  readonly keys: Int32Array
  /** Every candidate. */
  readonly all: Uint32Array
  /** Candidates with a shared condition that is unknown: such a pair is never more than undecided. */
  readonly unsure: Uint32Array
  readonly bySector: Uint32Array
  readonly anySector: Uint32Array
  /** Those of anySector that name sectors too, so that the points for a sector they do not name depend on its family. */
  readonly byFamily: Uint32Array
  /** One row more than there are needs: the last is empty. */
  readonly byNeed: Uint32Array
  /** Rules at least one candidate has, as a mask of the predicates. */
  readonly rules: Uint32Array
  /** Which fours of `rules` hold any: four f stands for rules [4f, 4f + 4). */
  readonly ruleFours: Uint8Array
  /** Candidates with a rule of a set out of four: row (place in ruleFours * 16 + set); row 0 is empty. */
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

/**
 * Plans groups of actors. Groups of one regency asked for one after the other share the search for the offers that reach it.
 * `regency` is a position or NO_REGENCY, `cluster` a code.
 */
export function groupPlanner(compiled: CompiledOffers): (regency: number, cluster: number) => GroupPlan {
  const total = compiled.offers.length
  const reach = new Uint16Array(total)
  let reached = 0
  let reachedRegency = -1
  const states = new Uint8Array(total)
  // why: one sort of plain numbers; negative, so that the best come first
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
      keys[count++] = -rankKey(groupPoints(compiled, regency, cluster, o), o)
    }
    return fillPlan(compiled, keys.subarray(0, count).sort(), states)
  }
}

function fillPlan(compiled: CompiledOffers, order: Int32Array, states: Uint8Array): GroupPlan {
  const count = order.length
  const width = Math.max(1, Math.ceil(count / 32))
  const { words, masks } = compiled.predicates
  const byRule = new Uint32Array(words * 32 * width)
  const plan: Omit<GroupPlan, 'ruleFours' | 'byRuleSet'> = {
    count,
    width,
    keys: order.map((key) => -key),
    all: new Uint32Array(width),
    unsure: new Uint32Array(width),
    bySector: new Uint32Array(compiled.axes.sectors.length * width),
    anySector: new Uint32Array(width),
    byFamily: new Uint32Array(width),
    byNeed: new Uint32Array((compiled.axes.needs.length + 1) * width),
    rules: new Uint32Array(words),
  }
  for (let c = 0; c < count; c++) {
    const o = offerOfKey(plan.keys[c]!)
    addToRows(plan.all, width, 1, 0, c)
    if (states[o] !== PASS) addToRows(plan.unsure, width, 1, 0, c)
    if (compiled.allSectors[o] === 1) {
      addToRows(plan.anySector, width, 1, 0, c)
      if (compiled.sectorMask[o] !== 0) addToRows(plan.byFamily, width, 1, 0, c)
    }
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
  // why: row 0 exists and is empty even where there are no rules
  const byRuleSet = new Uint32Array(Math.max(1, used.length * 16) * width)
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
