import { type ActorColumns, groupsOf } from '../engine/columns.ts'
import { type CompiledOffers, FAIL, groupState, PASS } from '../engine/compiled-offers.ts'
import { allocateMasks, predicateEvaluator } from '../engine/predicates.ts'
import type { FactId } from '../values/facts.ts'

/** One pair that no structural condition rules out. */
export interface PairState {
  actor: number
  offer: number
  verdict: 'eligible' | 'undecided' | 'ineligible'
  /** Something other than a fact of hers is unknown: area, capacity, cluster, sector or needs. */
  structuralUnknown: boolean
  /** Facts with an unmet or unknown rule. */
  open: readonly FactId[]
}

/**
 * Visits every pair of the columns that is not ruled out by region, cluster, sector, need, status, window or capacity.
 * The state object is reused between visits.
 */
export function visitPairs(compiled: CompiledOffers, columns: ActorColumns, visit: (pair: PairState) => void): void {
  const { predicates, allSectors, sectorMask, needMask } = compiled
  const { words } = predicates
  const masks = allocateMasks(predicates, columns.size)
  predicateEvaluator(predicates, columns)(0, columns.size, masks, 0)
  const ruleFacts = predicates.rules.map((rule) => rule.fact)
  const factLists = new Map<string, readonly FactId[]>()
  const missing = new Uint32Array(words)
  const pair: PairState = { actor: 0, offer: 0, verdict: 'eligible', structuralUnknown: false, open: [] }

  const openFacts = (): readonly FactId[] => {
    const key = missing.join()
    let list = factLists.get(key)
    if (!list) {
      list = [...new Set(ruleFacts.filter((_, bit) => missing[bit >>> 5]! & (1 << (bit & 31))))]
      factLists.set(key, list)
    }
    return list
  }

  for (const group of groupsOf(columns)) {
    const states = compiled.offers.map((_, offer) => groupState(compiled, group.regency, group.cluster, offer))
    for (let i = group.start; i < group.end; i++) {
      const sectors = columns.sectors[i]!
      const needUnknown = columns.needsKnown[i] === 0
      for (let o = 0; o < states.length; o++) {
        if (states[o] === FAIL) continue
        if (!needUnknown && (columns.needMask[i]! & needMask[o]!) === 0) continue
        const sectorMet = allSectors[o] === 1 || (sectors & sectorMask[o]!) !== 0
        if (!sectorMet && sectors !== 0) continue
        let failed = 0
        let any = 0
        for (let w = 0; w < words; w++) {
          const rules = predicates.masks[o * words + w]!
          failed |= rules & ~masks.open[i * words + w]!
          missing[w] = rules & ~masks.pass[i * words + w]!
          any |= missing[w]!
        }
        pair.actor = i
        pair.offer = o
        pair.structuralUnknown = states[o] !== PASS || needUnknown || !sectorMet
        pair.verdict = failed !== 0 ? 'ineligible' : any !== 0 || pair.structuralUnknown ? 'undecided' : 'eligible'
        pair.open = any === 0 ? [] : openFacts()
        visit(pair)
      }
    }
  }
}
