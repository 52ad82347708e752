import { expect, test } from 'vitest'
import { Vocabulary } from '#search/embedded/vocabulary.ts'
import { indexText } from '#search/text/tokens.ts'
import { naiveNeighbours } from '#tests/support/naive-typos.ts'
import { actorDocuments } from '#tests/support/search-documents.ts'

test('the neighbours of words and typos are those a full comparison finds', () => {
  const vocabulary = new Vocabulary()
  const documentsOf = new Map<string, number>()
  for (const document of actorDocuments(300)) {
    for (const word of new Set(Object.values(document.text).flatMap((text) => indexText(text).split(' ')))) {
      if (word === '') continue
      vocabulary.add(word)
      documentsOf.set(word, (documentsOf.get(word) ?? 0) + 1)
    }
  }
  const typos = [...documentsOf.keys()]
    .filter((_, at) => at % 9 === 0)
    .flatMap((word) => [word, `${word}s`, word.slice(1), `${word[1]}${word[0]}${word.slice(2)}`])
  for (const term of typos) {
    expect(
      vocabulary.neighbours(term, 1, 20).map((near) => near.term),
      term,
    ).toEqual(naiveNeighbours(term, documentsOf, 1))
  }
})

test('a word that no document has any more is no target', () => {
  const vocabulary = new Vocabulary()
  vocabulary.add('keripik')
  expect(vocabulary.neighbours('kripik', 1, 20)).toHaveLength(1)
  vocabulary.remove('keripik')
  expect(vocabulary.neighbours('kripik', 1, 20)).toEqual([])
})
