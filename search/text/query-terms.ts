import { isStopWord } from './stop-words.ts'
import { wordsOf } from './tokens.ts'

/** One thing the typist asked for. */
export interface QueryWord {
  readonly term: string
  /** The two words of a compound ("p-irt", "oleh-oleh"), which may also stand apart; empty for a plain word. */
  readonly parts: readonly string[]
  /** The last word, still being typed: it also matches as a prefix. */
  readonly open: boolean
}

/** What is read of a query; the rest is dropped, because nobody types it and no index should work on it. */
export const MAX_QUERY_CHARACTERS = 200
export const MAX_QUERY_WORDS = 12

/** The words of a query as typed, at most twelve, each once, without stop words unless nothing else was typed. */
export function queryWords(text: string): readonly QueryWord[] {
  const cut = text.slice(0, MAX_QUERY_CHARACTERS)
  const words = compounds(cut)
  const stillTyping = /[\p{L}\p{N}]$/u.test(cut)
  const last = words.at(-1)?.term
  const distinct = words.filter((word, at) => words.findIndex((other) => other.term === word.term) === at)
  const meaning = distinct.filter((word) => !isStopWord(word.term))
  const kept = (meaning.length > 0 ? meaning : distinct).slice(0, MAX_QUERY_WORDS)
  return kept.map((word) => ({ ...word, open: stillTyping && word.term === last }))
}

/** The words of a phrase as `queryWords` reads them, every one of them. */
export function phraseTerms(text: string): readonly string[] {
  return compounds(text).map((word) => word.term)
}

function compounds(text: string): { term: string; parts: readonly string[] }[] {
  const words = wordsOf(text)
  const found: { term: string; parts: readonly string[] }[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const next = words[at + 1]
    if (next?.joined && !words[at + 2]?.joined) {
      found.push({ term: word.term + next.term, parts: [...new Set([word.term, next.term])] })
      at++
    } else {
      found.push({ term: word.term, parts: [] })
    }
  }
  return found
}
