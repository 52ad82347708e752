import { MAX_PLACE_WORDS, placesNamed, regionTerm } from './places.ts'
import type { QueryWord } from './query-terms.ts'
import { undoubled } from './reduplication.ts'
import { isStopWord } from './stop-words.ts'
import { MAX_SYNONYM_WORDS, synonymsOf } from './synonyms.ts'

/**
 * How well a document's word answers a typed one. A document is as good as its worst word: exact above prefix and synonym,
 * those above stem, a stem above a typo.
 */
export const QUALITY = { exact: 0, close: 1, stem: 2, typo: 3 } as const
export type Quality = (typeof QUALITY)[keyof typeof QUALITY]
export const WORST_QUALITY = QUALITY.typo

/** Something in a document that answers a typed word: all of these words together, or any word with this prefix. */
export interface Alternative {
  readonly terms: readonly string[]
  readonly prefix: boolean
  readonly quality: Quality
}

/**
 * One demand of the query. It is met when every word is met by one of its alternatives, or when one of the phrase's
 * alternatives is met.
 */
export interface QueryUnit {
  readonly words: readonly (readonly Alternative[])[]
  readonly phrase: readonly Alternative[]
}

/** What the expansion asks of an index: its words. */
export interface Lexicon {
  /** Number of documents. */
  readonly documents: number
  /** Documents with a word; a word made of facet values counts once for each value. */
  documentsWith(term: string): number
  /** Words one or two edits away, nearest first. */
  neighbours(term: string): readonly string[]
  /** Words of the same root, the word itself excluded. */
  relatives(term: string): readonly string[]
}

/** How the words of a query become demands. */
export type QueryReader = (words: readonly QueryWord[], lexicon: Lexicon) => readonly QueryUnit[]

const LONGEST_PHRASE = Math.max(MAX_PLACE_WORDS, MAX_SYNONYM_WORDS)

/** The demands of a query: phrases that name a place or have synonyms first, longest first; then single words. */
export function expand(words: readonly QueryWord[], lexicon: Lexicon): readonly QueryUnit[] {
  const units: QueryUnit[] = []
  for (let at = 0; at < words.length; ) {
    let used = 1
    let phrase: readonly Alternative[] = []
    for (let length = Math.min(LONGEST_PHRASE, words.length - at); length >= 1; length--) {
      phrase = phraseAlternatives(words.slice(at, at + length).map((word) => word.term))
      if (phrase.length > 0) {
        used = length
        break
      }
    }
    units.push({ words: words.slice(at, at + used).map((word) => wordAlternatives(word, lexicon)), phrase })
    at += used
  }
  return units
}

function phraseAlternatives(terms: readonly string[]): readonly Alternative[] {
  const found: Alternative[] = []
  // why: the words of a known phrase may stand in a document by chance ("gula" and "jawa"), its synonyms do not
  const quality = terms.length > 1 ? QUALITY.exact : QUALITY.close
  for (const synonym of synonymsOf(terms)) found.push({ terms: synonym, prefix: false, quality })
  for (const code of placesNamed(terms)) {
    found.push({ terms: [regionTerm(code)], prefix: false, quality: QUALITY.close })
  }
  return found
}

function wordAlternatives(word: QueryWord, lexicon: Lexicon): readonly Alternative[] {
  const { term } = word
  const found: Alternative[] = [{ terms: [term], prefix: false, quality: QUALITY.exact }]
  if (word.open) found.push({ terms: [term], prefix: true, quality: QUALITY.close })
  if (word.parts.length > 1) found.push({ terms: word.parts, prefix: false, quality: QUALITY.close })
  const base = undoubled(term)
  if (base !== null && !isStopWord(base)) found.push({ terms: [base], prefix: false, quality: QUALITY.stem })
  for (const relative of lexicon.relatives(term)) {
    found.push({ terms: [relative], prefix: false, quality: QUALITY.stem })
  }
  for (const neighbour of lexicon.neighbours(term)) {
    found.push({ terms: [neighbour], prefix: false, quality: QUALITY.typo })
  }
  return found
}
