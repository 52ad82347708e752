import { FACT_IDS, type FactId } from '../values/facts.ts'
import type { Match } from './match.ts'

export interface AskNext {
  readonly fact: FactId
  /** Undecided pairs that any answer decides, because nothing else about them is unknown. */
  readonly settles: number
  /** Undecided pairs in which this fact is among the unknowns. */
  readonly touches: number
}

/**
 * The one question that settles most undecided pairs whatever the answer; among equals the one that touches most, then
 * the order of the vocabulary. Null when no undecided pair waits for a fact of hers.
 */
export function askNext(matches: readonly Match[]): AskNext | null {
  const settles = new Map<FactId, number>()
  const touches = new Map<FactId, number>()
  for (const match of matches) {
    if (match.verdict !== 'undecided') continue
    const unknown = new Set<string>()
    for (const finding of match.trace) {
      if (finding.result === 'unknown' && finding.condition !== 'partner_checked') unknown.add(finding.condition)
    }
    for (const fact of FACT_IDS) {
      if (!unknown.has(fact)) continue
      touches.set(fact, (touches.get(fact) ?? 0) + 1)
      if (unknown.size === 1) settles.set(fact, (settles.get(fact) ?? 0) + 1)
    }
  }
  let best: AskNext | null = null
  for (const fact of FACT_IDS) {
    const touched = touches.get(fact)
    if (!touched) continue
    const candidate = { fact, settles: settles.get(fact) ?? 0, touches: touched }
    if (
      !best ||
      candidate.settles > best.settles ||
      (candidate.settles === best.settles && candidate.touches > best.touches)
    )
      best = candidate
  }
  return best
}
