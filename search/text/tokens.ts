import { normaliseWord } from './normalise.ts'
import { doubledBase } from './reduplication.ts'

export interface Token {
  readonly term: string
  /** Where it stands in the original text, end exclusive. */
  readonly start: number
  readonly end: number
}

/** A plain word, and whether it forms a compound with the word before it: "oleh-oleh", "P-IRT", "kue kue". */
export interface Word extends Token {
  readonly joined: boolean
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’‘`ʼ]*/gu
const HYPHEN = /^[-\u2010\u2011\u2013]$/

/** The plain words of a text in order; "kue2" is read as kue-kue. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    const end = start + match[0].length
    const term = normaliseWord(match[0])
    if (term === '') continue
    const base = doubledBase(term)
    const previous = words.at(-1)
    const between = previous ? text.slice(previous.end, start) : ''
    const joined = HYPHEN.test(between) || (previous?.term === term && /^\s+$/.test(between))
    words.push({ term: base ?? term, start, end, joined })
    if (base !== null) words.push({ term: base, start, end, joined: true })
  }
  return words
}

/** The words of a text and the compounds they form: "P-IRT" gives p, irt and pirt. Positions point into the text as given. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = []
  let previous: Word | null = null
  for (const word of wordsOf(text)) {
    tokens.push(word)
    if (word.joined && previous) {
      tokens.push({ term: normaliseWord(previous.term + word.term), start: previous.start, end: word.end })
    }
    previous = word
  }
  return tokens
}

/** The words of a text as the index stores them, separated by spaces. */
export function indexText(text: string): string {
  return tokenise(text)
    .map((token) => token.term)
    .join(' ')
}
