import vocabulary from '#db/reference/data/vocabulary.json' with { type: 'json' }
import { isPlaceWord, placesNamed } from '#search/text/places.ts'
import { roots } from '#search/text/roots.ts'
import { synonymGroups } from '#search/text/synonyms.ts'
import { indexText } from '#search/text/tokens.ts'

const labelled = [vocabulary.needs, vocabulary.sectors, vocabulary.clusters, vocabulary.permits, vocabulary.ties]
const texts = [
  ...labelled.flat().flatMap((term) => [term.id_label, term.en_label]),
  ...synonymGroups().flat(),
  ...roots,
]
const known = new Set(texts.flatMap((text) => indexText(text).split(' ')))

/**
 * Whether a word belongs to the vocabulary, the product words or the names of regions. What people are called is asked of no
 * index: a word is known because an editor wrote it down, never because somebody typed it.
 */
export function isKnownWord(term: string): boolean {
  return !/\p{N}/u.test(term) && (known.has(term) || isPlaceWord(term) || placesNamed([term]).length > 0)
}
