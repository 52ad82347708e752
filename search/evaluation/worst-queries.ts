import { ENGINE } from './contenders.ts'
import type { Outcome } from './evaluate.ts'

/** The queries of the tuning file that the engine answers worst. Those of the report file are not shown, so that nobody tunes on them. */
export function worstText(outcomes: readonly Outcome[], count: number): string {
  const own = outcomes.filter((one) => one.file === 'tune' && one.ranker === ENGINE)
  const worst = [...own].sort((a, b) => a.ndcg - b.ndcg).slice(0, count)
  return ['worst of tune.csv (nDCG, recall)', ...worst.map(lineOf)].join('\n')
}

function lineOf({ ndcg, recall, query }: Outcome): string {
  return `${ndcg.toFixed(2)}  ${recall.toFixed(2)}  ${query.index}  ${query.kind}  ${query.query}`
}
