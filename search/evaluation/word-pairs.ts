import { fieldText } from '../documents/value-words.ts'
import { INDEX_NAMES, INDEXES } from '../indexes.ts'
import { relativesOf } from '../text/affixes.ts'
import { indexText } from '../text/tokens.ts'
import type { Corpus } from './corpus.ts'
import { readList } from './judged-queries.ts'

export type WordPair = readonly [string, string]

/** How the folding of affixes treats two lists of pairs; both are judged over one vocabulary. */
export interface FoldingResult {
  readonly merged: { readonly pairs: number; readonly missed: readonly WordPair[] }
  readonly apart: { readonly pairs: number; readonly wronglyMerged: readonly WordPair[] }
}

/**
 * Judges the folding as if every word of the documents and of both lists stood in the index, often enough to be a root:
 * the hardest case, because a stem is a root only if it stands there.
 */
export function judgeFolding(corpus: Corpus): FoldingResult {
  const together = pairsIn('must-merge')
  const apart = pairsIn('must-stay-apart')
  const vocabulary = new Set([...wordsIn(corpus), ...together.flat(), ...apart.flat()])
  const known = (word: string) => vocabulary.has(word)
  const merges = ([a, b]: WordPair) =>
    relativesOf(a, known, known).includes(b) && relativesOf(b, known, known).includes(a)
  const touches = ([a, b]: WordPair) =>
    relativesOf(a, known, known).includes(b) || relativesOf(b, known, known).includes(a)
  return {
    merged: { pairs: together.length, missed: together.filter((pair) => !merges(pair)) },
    apart: { pairs: apart.length, wronglyMerged: apart.filter(touches) },
  }
}

function pairsIn(list: string): readonly WordPair[] {
  return readList(list).map(({ word = '', other = '' }) => [word, other])
}

function wordsIn(corpus: Corpus): Set<string> {
  const words = new Set<string>()
  for (const index of INDEX_NAMES) {
    for (const document of corpus.documents[index]) {
      for (const field of INDEXES[index].fields) {
        for (const word of indexText(fieldText(field, document)).split(' ')) if (word !== '') words.add(word)
      }
    }
  }
  return words
}
