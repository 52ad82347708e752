import thresholds from '../judgements/thresholds.json' with { type: 'json' }
import { ENGINE, PLAIN } from './contenders.ts'
import { type Outcome, type Score, scoreOf } from './evaluate.ts'
import { JUDGEMENT_FILES, type JudgementFile, type QueryKind } from './judged-queries.ts'
import type { FoldingResult } from './word-pairs.ts'

/** By how much nDCG the engine leads the stronger of the two plain ways, of all or one kind of queries; negative when behind. */
export function leadOf(outcomes: readonly Outcome[], file: JudgementFile, kind?: QueryKind): number {
  const own = outcomes.filter((one) => one.file === file && (kind === undefined || one.query.kind === kind))
  const score = (ranker: string) => scoreOf(own.filter((one) => one.ranker === ranker)).ndcg
  return score(ENGINE) - Math.max(...PLAIN.map(score))
}

/** What falls short of thresholds.json, each in one line; empty when nothing does. */
export function shortfalls(outcomes: readonly Outcome[], folding: FoldingResult): readonly string[] {
  const found: string[] = []
  const atLeast = (name: string, value: number, least: number) => {
    if (value < least) found.push(`${name} is ${value.toFixed(3)}, below ${least}`)
  }
  const atMost = (name: string, value: number, most: number) => {
    if (value > most) found.push(`${name} is ${value.toFixed(3)}, above ${most}`)
  }
  for (const file of JUDGEMENT_FILES) {
    const score: Score = scoreOf(outcomes.filter((one) => one.file === file && one.ranker === ENGINE))
    const limits = thresholds[file]
    atLeast(`${file}: nDCG@10`, score.ndcg, limits.ndcg)
    atLeast(`${file}: recall@10`, score.recall, limits.recall)
    atMost(`${file}: share without results`, score.zeroResults, limits.zeroResults)
    atLeast(`${file}: lead over plain FTS5`, leadOf(outcomes, file), limits.lead)
    atLeast(`${file}: lead over plain FTS5 in descriptions`, leadOf(outcomes, file, 'phrase'), 0)
  }
  const { merged, apart } = folding
  atLeast('pairs merged that must be', 1 - merged.missed.length / merged.pairs, thresholds.folding.recall)
  atMost('pairs merged that must not be', apart.wronglyMerged.length, thresholds.folding.falseMerges)
  return found
}
