import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findWithin } from '#search/text/edit-pattern.ts'
import { naiveDistance } from '#tests/support/naive-typos.ts'

const LENGTH = 8
const word = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'n', 'g', 'é'), minLength: least, maxLength: most })

test('finds among words of one length exactly those that the full table puts within the limit', () => {
  fc.assert(
    fc.property(
      word(1, 11),
      fc.array(word(LENGTH, LENGTH), { minLength: 1, maxLength: 12 }),
      fc.constantFrom(1, 2),
      (pattern, words, limit) => {
        const letters = Uint16Array.from(words.flatMap((one) => [...one].map((letter) => letter.charCodeAt(0))))
        const found: [number, number][] = []
        findWithin(pattern, letters, LENGTH, Uint32Array.from(words.keys()), limit, (at, distance) =>
          found.push([at, distance]),
        )
        const expected = words.map((one, at): [number, number] => [at, naiveDistance(pattern, one)])
        expect(found).toEqual(expected.filter(([, distance]) => distance > 0 && distance <= limit))
      },
    ),
    { numRuns: 1500 },
  )
})

test('a pattern as long as one machine word counts its last letter too', () => {
  const pattern = `${'abcdefghij'.repeat(3)}k`
  const other = `${pattern.slice(0, -1)}x`
  const letters = Uint16Array.from([...other].map((letter) => letter.charCodeAt(0)))
  const found: number[] = []
  findWithin(pattern, letters, 31, Uint32Array.of(0), 2, (_at, distance) => found.push(distance))
  expect(found).toEqual([1])
  expect(() => findWithin('x'.repeat(32), letters, 31, Uint32Array.of(0), 2, () => {})).toThrow(RangeError)
})
