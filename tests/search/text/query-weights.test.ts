import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expand, type Lexicon } from '#search/text/expand.ts'
import { queryWords } from '#search/text/query-terms.ts'
import { queryWeights, scoresLetIn, scoresOf, totalOf } from '#search/text/query-weights.ts'

const COUNTS: Readonly<Record<string, number>> = { lokal: 900, minuman: 120, jahe: 7, bogor: 3 }
const lexicon: Lexicon = {
  documents: 1000,
  documentsWith: (term) => COUNTS[term] ?? 0,
  neighbours: () => [],
  relatives: () => [],
}

const unitsOf = (text: string) => expand(queryWords(text), lexicon)

test('the rarer a word, the more it weighs; one that stands nowhere weighs least', () => {
  expect(queryWeights(unitsOf('lokal minuman jahe bogor '), lexicon)).toEqual([1, 3, 7, 8])
  expect(queryWeights(unitsOf('xqzzv '), lexicon)).toEqual([1])
})

test('of a very long query every word weighs the same', () => {
  const units = unitsOf('satu dua tiga empat lima enam tujuh delapan ')
  expect(units.length).toBeGreaterThan(6)
  expect(new Set(queryWeights(units, lexicon))).toEqual(new Set([1]))
})

test('scores are the sums that words can come to', () => {
  expect(scoresOf([1, 3, 7])).toEqual([11, 10, 8, 7, 4, 3, 1])
})

test('documents are let in until there are ten, down to a third of the weight, and never none while any meets anything', () => {
  const weights = [1, 3, 7]
  expect(scoresLetIn(weights, [0, 12, 40, 60, 70, 80, 90])).toEqual([10])
  expect(scoresLetIn(weights, [0, 2, 2, 6, 9, 80, 90])).toEqual([10, 7, 4])
  expect(scoresLetIn(weights, [0, 0, 0, 0, 0, 2, 5])).toEqual([3])
  expect(scoresLetIn(weights, [0, 0, 0, 0, 0, 0, 0])).toEqual([])
})

test('whatever the documents, the scores let in are ones that some document has, the best among them', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(weights, fc.array(fc.nat({ max: 63 }), { maxLength: 30 }), (some, documents) => {
      const scored = documents.map((mask) => totalOf(some.filter((_weight, at) => (mask >> at) & 1)))
      const reaching = scoresOf(some).map((score) => scored.filter((one) => one >= score).length)
      const chosen = scoresLetIn(some, reaching)
      const best = Math.max(0, ...scored)
      expect(chosen[0] ?? 0).toBe(best)
      for (const score of chosen) expect(scored).toContain(score)
    }),
    { numRuns: 100 },
  )
})
