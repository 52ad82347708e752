import type { Vocabulary } from './embedded/vocabulary.ts'
import { relativesOf } from './text/affixes.ts'
import type { Lexicon } from './text/expand.ts'

/** Words in fewer documents are no target of a typo, once the index is large enough for rare words to be typos themselves. */
const TYPO_LEAST_DOCUMENTS = 3
const LARGE_INDEX = 5_000
/** A stem in fewer documents is too often a chance remainder to be a root. */
const ROOT_LEAST_DOCUMENTS = 5
const MOST_NEIGHBOURS = 20

/** What the expansion of a query asks of an index, answered from its words and its number of documents. */
export function lexiconOf(vocabulary: Vocabulary, documents: number): Lexicon {
  const large = documents >= LARGE_INDEX
  const least = large ? TYPO_LEAST_DOCUMENTS : 1
  const isRoot = (stem: string) => vocabulary.documents(stem) >= (large ? ROOT_LEAST_DOCUMENTS : 2)
  return {
    documents,
    documentsWith: (term) => vocabulary.documents(term),
    neighbours: (term) => vocabulary.neighbours(term, least, MOST_NEIGHBOURS).map((near) => near.term),
    relatives: (term) => relativesOf(term, isRoot, (form) => vocabulary.documents(form) > 0),
  }
}
