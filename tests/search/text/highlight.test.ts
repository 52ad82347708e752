import fc from 'fast-check'
import { expect, test } from 'vitest'
import { highlight } from '#search/text/highlight.ts'

const matching =
  (...terms: string[]) =>
  (term: string) =>
    terms.includes(term)

test('matches are marked as they stand in the text, with their accents', () => {
  expect(highlight('Sambal Pècel, pecel lele', matching('pecel'))).toEqual([
    { text: 'Sambal ', hit: false },
    { text: 'Pècel', hit: true },
    { text: ', ', hit: false },
    { text: 'pecel', hit: true },
    { text: ' lele', hit: false },
  ])
})

test('a compound is marked whole', () => {
  expect(highlight('izin P-IRT', matching('pirt'))).toEqual([
    { text: 'izin ', hit: false },
    { text: 'P-IRT', hit: true },
  ])
})

test('no match gives nothing', () => {
  expect(highlight('keripik', matching('pisang'))).toBeNull()
})

test('the pieces put together are always the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('kue', 'kue-kue', 'kue2', ' ', '-', 'è', '🎉', 'x')), (parts) => {
      const text = parts.join('')
      const pieces = highlight(text, matching('kue', 'kuekue', 'e'))
      expect(pieces?.map((piece) => piece.text).join('') ?? text).toBe(text)
    }),
  )
})
