import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistanceWithin, typoLimit } from '#search/text/edit-distance.ts'
import { naiveDistance } from '#tests/support/naive-typos.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'n', 'g'), maxLength: 9 })

test('agrees with the full table up to the limit, and says only "more" beyond it', () => {
  fc.assert(
    fc.property(word, word, fc.constantFrom(1, 2), (a, b, limit) => {
      expect(editDistanceWithin(a, b, limit)).toBe(Math.min(naiveDistance(a, b), limit + 1))
    }),
    { numRuns: 3000 },
  )
})

test('one edit from four letters, two from eight, none in numbers and codes', () => {
  expect(['teh', 'kopi', 'keripik', 'kerupuks', 'r3324', '12345678'].map(typoLimit)).toEqual([0, 1, 1, 2, 0, 0])
})
