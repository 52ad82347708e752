import { INDEX_NAMES } from '../indexes.ts'
import { DEPTH, type Outcome, scoreOf } from './evaluate.ts'
import { JUDGEMENT_FILES, QUERY_KINDS } from './judged-queries.ts'
import { leadOf } from './verdict.ts'
import type { FoldingResult, WordPair } from './word-pairs.ts'

/** The figures as text: a table for each file, by index and by kind of query, then the pairs of words. */
export function evaluationText(outcomes: readonly Outcome[], folding: FoldingResult): string {
  return [...JUDGEMENT_FILES.map((file) => fileText(outcomes, file)), foldingText(folding)].join('\n\n')
}

function fileText(outcomes: readonly Outcome[], file: (typeof JUDGEMENT_FILES)[number]): string {
  const own = outcomes.filter((one) => one.file === file)
  const rankers = [...new Set(own.map((one) => one.ranker))]
  const rows = rankers.map((ranker) => {
    const score = scoreOf(own.filter((one) => one.ranker === ranker))
    return [ranker, decimal(score.ndcg), decimal(score.recall), percent(score.zeroResults)]
  })
  const parts = [
    ...INDEX_NAMES.map((index) => ({ name: index, of: (one: Outcome) => one.query.index === index })),
    ...QUERY_KINDS.map((kind) => ({ name: kind, of: (one: Outcome) => one.query.kind === kind })),
  ]
  const byPart = parts.map(({ name, of }) => {
    const scores = rankers.map((ranker) => scoreOf(own.filter((one) => of(one) && one.ranker === ranker)))
    return [name, String(scores[0]?.queries ?? 0), ...scores.map((score) => decimal(score.ndcg))]
  })
  const queries = own.length / rankers.length
  return [
    `${file}.csv: ${queries} queries, first ${DEPTH} results`,
    table([['', `nDCG@${DEPTH}`, `recall@${DEPTH}`, 'no result'], ...rows]),
    '',
    table([[`nDCG@${DEPTH} by`, 'queries', ...rankers], ...byPart]),
    '',
    `lead over the stronger plain FTS5: ${(100 * leadOf(outcomes, file)).toFixed(1)} points of nDCG@${DEPTH}`,
  ].join('\n')
}

function foldingText({ merged, apart }: FoldingResult): string {
  const hit = merged.pairs - merged.missed.length
  return [
    `folding of affixes: ${hit} of ${merged.pairs} pairs that must merge do (recall ${decimal(hit / merged.pairs)})`,
    ...pairLines('  missed', merged.missed),
    `${apart.wronglyMerged.length} of ${apart.pairs} pairs that must stay apart are merged`,
    ...pairLines('  merged', apart.wronglyMerged),
  ].join('\n')
}

function pairLines(label: string, pairs: readonly WordPair[]): string[] {
  return pairs.length === 0 ? [] : [`${label}: ${pairs.map((pair) => pair.join('/')).join(', ')}`]
}

/** Columns as wide as their widest cell; numbers to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '))
    .join('\n')
}

function decimal(value: number): string {
  return value.toFixed(3)
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`
}
