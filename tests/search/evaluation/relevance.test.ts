import { afterAll, beforeAll, expect, test } from 'vitest'
import partners from '#db/reference/data/partners.json' with { type: 'json' }
import { contenders } from '#search/evaluation/contenders.ts'
import { type Corpus, evaluationCorpus } from '#search/evaluation/corpus.ts'
import { evaluate, type Outcome } from '#search/evaluation/evaluate.ts'
import { gradesOf, JUDGEMENT_FILES, QUERY_KINDS, readJudgedQueries } from '#search/evaluation/judged-queries.ts'
import { RELEVANT } from '#search/evaluation/measures.ts'
import { evaluationText } from '#search/evaluation/print-evaluation.ts'
import type { Ranker } from '#search/evaluation/ranker.ts'
import { shortfalls } from '#search/evaluation/verdict.ts'
import { judgeFolding } from '#search/evaluation/word-pairs.ts'

let corpus: Corpus
let rankers: readonly Ranker[]
let outcomes: readonly Outcome[]

beforeAll(async () => {
  corpus = await evaluationCorpus()
  rankers = await contenders(corpus)
  outcomes = await evaluate(corpus, rankers)
})
afterAll(() => {
  for (const ranker of rankers) ranker.close()
})

test('search is not below the thresholds on either file', () => {
  expect(shortfalls(outcomes, judgeFolding(corpus))).toEqual([])
})

test('a ranking that finds nothing falls short on every count of both files', () => {
  const nothing = outcomes.map((one) => ({ ...one, ndcg: 0, recall: 0, empty: true }))
  expect(shortfalls(nothing, judgeFolding(corpus))).toHaveLength(8)
})

test('every query has something to find, only judged offers that exist, and stands once', () => {
  const offers = new Set(partners.flatMap((partner) => partner.programmes.map((programme) => programme.id)))
  const seen = new Set<string>()
  for (const file of JUDGEMENT_FILES) {
    for (const query of readJudgedQueries(file)) {
      const grades = gradesOf(query, corpus.actors)
      expect(
        [...grades.values()].some((grade) => grade >= RELEVANT),
        query.query,
      ).toBe(true)
      if (query.index === 'offers') expect([...grades.keys()].filter((id) => !offers.has(id))).toEqual([])
      expect(seen, query.query).not.toContain(`${query.index} ${query.query}`)
      seen.add(`${query.index} ${query.query}`)
    }
  }
  expect(seen.size).toBeGreaterThanOrEqual(150)
})

test('both files ask every kind of query of both indexes', () => {
  for (const file of JUDGEMENT_FILES) {
    const asked = new Set(readJudgedQueries(file).map((query) => `${query.index} ${query.kind}`))
    expect(asked.size).toBe(2 * QUERY_KINDS.length)
  }
})

test('the printed text has a line for every contender and kind', () => {
  const text = evaluationText(outcomes, judgeFolding(corpus))
  for (const { name } of rankers) expect(text).toContain(`\n${name}`)
  for (const kind of QUERY_KINDS) expect(text.split(`\n${kind} `)).toHaveLength(1 + JUDGEMENT_FILES.length)
})
