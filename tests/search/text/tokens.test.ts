import { expect, test } from 'vitest'
import { indexText, tokenise, wordsOf } from '#search/text/tokens.ts'

test('words are folded: case, accents and apostrophes', () => {
  expect(indexText("Jum'at di CAFÉ Ngalirè")).toBe('jumat di cafe ngalire')
})

test('a reduplication is found as its word and as one', () => {
  expect(indexText('oleh-oleh khas')).toBe('oleh oleh oleholeh khas')
  expect(indexText('kue kue')).toBe('kue kue kuekue')
  expect(indexText('kue2 basah')).toBe('kue kue kuekue basah')
})

test('a hyphenated name is found in parts and joined, also with a typographic hyphen', () => {
  expect(indexText('SPP-IRT')).toBe('spp irt sppirt')
  expect(indexText('P\u2011IRT')).toBe('p irt pirt')
})

test('numbers with a 2 at their end are no reduplication', () => {
  expect(indexText('ir2 K3 CO2')).toBe('ir2 k3 co2')
})

test('positions point into the text as given, whatever folding did to it', () => {
  const text = 'Beras “Ngalirè” – kue-kue, P-IRT ﬁsik'
  for (const { start, end } of tokenise(text)) expect(text.slice(start, end)).toMatch(/^[\p{L}].*[\p{L}]$|^P$/u)
  expect(wordsOf(text).map((word) => text.slice(word.start, word.end))).toEqual([
    'Beras',
    'Ngalirè',
    'kue',
    'kue',
    'P',
    'IRT',
    'ﬁsik',
  ])
})

test('a word longer than forty letters is cut, so that one document cannot fill the vocabulary', () => {
  expect(indexText('x'.repeat(500))).toHaveLength(40)
})
