import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeFacetValue, encodeFacetValue } from '#search/meilisearch/facet-value.ts'
import { isExact } from '#search/meilisearch/filter.ts'

test('any value comes back as it was, and is stored as the server compares it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (value) => {
      const stored = encodeFacetValue(value)
      expect(decodeFacetValue(stored)).toBe(value)
      expect(isExact(stored)).toBe(true)
    }),
  )
})

test('values that differ in case or accents stay apart, common ones stay readable', () => {
  expect(['IR1', 'ir1', 'é', 'e', '33.24', 'food_snack'].map(encodeFacetValue)).toEqual([
    '~i~r1',
    'ir1',
    '~{e9}',
    'e',
    '33.24',
    'food_snack',
  ])
})
