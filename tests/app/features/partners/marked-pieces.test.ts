import { expect, test } from 'vitest'
import { markedItem, marksAtStart, snippet } from '#app/features/partners/marked-pieces.ts'
import { highlight } from '#search/text/highlight.ts'

const marks = (text: string, word: string) => highlight(text, (term) => term === word) ?? undefined
const shown = (pieces: readonly { text: string; hit: boolean }[] | null) =>
  pieces?.map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join('')

test('the name at the start of a field keeps its marks', () => {
  expect(shown(marksAtStart('Bank Batik', marks('Bank Batik; BB; Batik Bank', 'batik')))).toBe('Bank [Batik]')
  expect(shown(marksAtStart('Bank Lain', marks('Bank Batik', 'batik')))).toBe('Bank Lain')
  expect(shown(marksAtStart('Bank', undefined))).toBe('Bank')
})

test('another name is given when it is what matched', () => {
  expect(shown(markedItem(marks('Permodalan; PNM; Mekaar', 'mekaar')))).toBe('[Mekaar]')
  expect(markedItem(marks('Permodalan; PNM', 'permodalan'))).toBeNull()
})

test('a snippet stays on the line of the match and says where it was cut', () => {
  const text = `baris pertama\n${'kata '.repeat(40)}sasaran ${'lagi '.repeat(40)}\nbaris ketiga`
  const cut = shown(snippet(marks(text, 'sasaran')))!
  expect(cut).toMatch(/^… (kata )+\[sasaran\] (lagi )+/)
  expect(cut.endsWith('…')).toBe(true)
  expect(cut).not.toContain('baris')
  expect(snippet(marks('kata', 'lain'))).toBeNull()
})
