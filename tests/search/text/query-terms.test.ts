import { expect, test } from 'vitest'
import { queryWords } from '#search/text/query-terms.ts'

const terms = (text: string) => queryWords(text).map((word) => word.term)

test('stop words go when anything else was typed', () => {
  expect(terms('modal untuk ibu di kendal')).toEqual(['modal', 'ibu', 'kendal'])
  expect(terms('untuk di')).toEqual(['untuk', 'di'])
})

test('the word still being typed is open, unless a space or sign follows it', () => {
  expect(queryWords('modal kel').map((word) => word.open)).toEqual([false, true])
  expect(queryWords('modal kel ').map((word) => word.open)).toEqual([false, false])
})

test('a compound is one demand that its parts may meet', () => {
  expect(queryWords('p-irt ').map(({ term, parts }) => ({ term, parts }))).toEqual([
    { term: 'pirt', parts: ['p', 'irt'] },
  ])
  expect(queryWords('oleh2 khas')[0]).toMatchObject({ term: 'oleholeh', parts: ['oleh'] })
})

test('a repeated word counts once, and at most twelve words count', () => {
  expect(terms('modal batik modal')).toEqual(['modal', 'batik'])
  expect(terms(Array.from({ length: 40 }, (_, at) => `kata${at}`).join(' '))).toHaveLength(12)
})

test('a text without any word asks for nothing', () => {
  expect(terms('"*()🎉 --')).toEqual([])
})
