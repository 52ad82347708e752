import { expect, test } from 'vitest'
import { relativesOf, rootOf } from '#search/text/affixes.ts'
import pairs from '#tests/fixtures/affix-pairs.json' with { type: 'json' }

/** An index in which every word of the list stands often enough to be a root. */
const words = new Set([...pairs.together.flat(), ...pairs.apart.flat()])
const isWord = (word: string) => words.has(word)

test.each(pairs.together)('%s and %s are one family', (a, b) => {
  expect(rootOf(a, isWord)).toBe(rootOf(b, isWord))
  expect(relativesOf(a, isWord, isWord)).toContain(b)
  expect(relativesOf(b, isWord, isWord)).toContain(a)
})

test.each(pairs.apart)('%s and %s are strangers', (a, b) => {
  expect(relativesOf(a, isWord, isWord)).not.toContain(b)
  expect(relativesOf(b, isWord, isWord)).not.toContain(a)
})

test('a stem that stands nowhere is no root', () => {
  expect(rootOf('pelapukan', () => false)).toBe('pelapukan')
})

test('codes, numbers and short words have no relatives', () => {
  for (const word of ['r3324', '2026', 'teh', ''])
    expect(
      relativesOf(
        word,
        () => true,
        () => true,
      ),
    ).toEqual([])
})
