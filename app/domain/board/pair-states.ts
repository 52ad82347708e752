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
  /** Whether one of the unmet rules asks that she lack something she has: nothing is ever taken away. */
  holdsTooMuch: boolean
}

const NOTHING_MISSING: Pick<PairState, 'open' | 'holdsTooMuch'> = { open: [], holdsTooMuch: false }

/**
 * Visits every pair of the columns that is not ruled out by region, cluster, sector, need, status, window or capacity.
 * The state object is reused between visits.
 */
export function visitPairs(compiled: CompiledOffers, columns: ActorColumns, visit: (pair: PairState) => void): void {
  const { predicates, allSectors, sectorMask, needMask } = compiled
  const { words } = predicates
  const masks = allocateMasks(predicates, columns.size)
  predicateEvaluator(predicates, columns)(0, columns.size, masks, 0)
  const missingLists = new Map<string, Pick<PairState, 'open' | 'holdsTooMuch'>>()
  const missing = new Uint32Array(words)
  const pair: PairState = {
    actor: 0,
    offer: 0,
    verdict: 'eligible',
    structuralUnknown: false,
    open: [],
    holdsTooMuch: false,
  }

  const whatIsMissing = (): Pick<PairState, 'open' | 'holdsTooMuch'> => {
    const key = missing.join()
    let found = missingLists.get(key)
    if (!found) {
      const rules = predicates.rules.filter((_, bit) => missing[bit >>> 5]! & (1 << (bit & 31)))
      found = {
        open: [...new Set(rules.map((rule) => rule.fact))],
        holdsTooMuch: rules.some(({ op }) => op === 'lacks'),
      }
      missingLists.set(key, found)
    }
    return found
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
        const { open, holdsTooMuch } = any === 0 ? NOTHING_MISSING : whatIsMissing()
        pair.open = open
        pair.holdsTooMuch = holdsTooMuch
        visit(pair)
      }
    }
  }
}
