import type { Corpus } from './corpus.ts'
import { gradesOf, JUDGEMENT_FILES, type JudgedQuery, type JudgementFile, readJudgedQueries } from './judged-queries.ts'
import { mean, ndcgAt, recallAt } from './measures.ts'
import type { Ranker } from './ranker.ts'

/** How many results are looked at: a first page on a phone. */
export const DEPTH = 10

/** What one ranker came to for one query. */
export interface Outcome {
  readonly ranker: string
  readonly file: JudgementFile
  readonly query: JudgedQuery
  readonly ndcg: number
  readonly recall: number
  readonly empty: boolean
}

/** Shares from 0 to 1 over a set of outcomes. */
export interface Score {
  readonly queries: number
  readonly ndcg: number
  readonly recall: number
  /** Queries that found nothing at all. */
  readonly zeroResults: number
}

/** Asks every ranker every judged query. */
export async function evaluate(corpus: Corpus, rankers: readonly Ranker[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const file of JUDGEMENT_FILES) {
    for (const query of readJudgedQueries(file)) {
      const grades = gradesOf(query, corpus.actors)
      for (const { name, search } of rankers) {
        const ranked = await search(query.index, query.query, DEPTH)
        outcomes.push({
          ranker: name,
          file,
          query,
          ndcg: ndcgAt(DEPTH, ranked, grades),
          recall: recallAt(DEPTH, ranked, grades),
          empty: ranked.length === 0,
        })
      }
    }
  }
  return outcomes
}

export function scoreOf(outcomes: readonly Outcome[]): Score {
  return {
    queries: outcomes.length,
    ndcg: mean(outcomes.map((one) => one.ndcg)),
    recall: mean(outcomes.map((one) => one.recall)),
    zeroResults: mean(outcomes.map((one) => Number(one.empty))),
  }
}
