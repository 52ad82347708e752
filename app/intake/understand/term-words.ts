import { compact, editDistance, phraseList, plain, slipsAllowed } from './plain.ts'

/** A word table: the phrases that stand for a vocabulary id, parted by commas. */
export type WordTable = Readonly<Record<string, string>>

export interface TermReader {
  /** The id an item stands for as a whole: by id, label or phrase, spaces and signs aside. */
  exact(item: string): readonly string[] | null
  /** Ids of every phrase inside the item, in the order they stand there; the longer phrase where two begin alike. */
  inside(item: string): readonly string[]
  /** Ids of the first phrase inside the item; null when there is none. */
  first(item: string): readonly string[] | null
  /** The nearest phrase within a slip or two of the pen, for the message; null when nothing is near. */
  nearest(item: string): string | null
}

interface Phrase {
  readonly words: readonly string[]
  readonly ids: readonly string[]
}

/**
 * Builds a reader from labels and a word table. A key of the table may name two ids ("textile_batik garment").
 * @param labels pairs of id and label.
 */
export function termReader(labels: Iterable<readonly [string, string]>, table: WordTable): TermReader {
  const whole = new Map<string, { ids: readonly string[]; shown: string }>()
  const byFirst = new Map<string, Phrase[]>()
  const learn = (phrase: string, ids: readonly string[]) => {
    const key = compact(phrase)
    if (key === '') return
    if (!whole.has(key)) whole.set(key, { ids, shown: phrase })
    const words = plain(phrase).split(' ')
    const others = byFirst.get(words[0]!) ?? []
    others.push({ words, ids })
    byFirst.set(words[0]!, others)
  }
  for (const [id, label] of labels) {
    learn(label, [id])
    learn(id, [id])
  }
  for (const [ids, entry] of Object.entries(table)) {
    for (const phrase of phraseList(entry)) learn(phrase, ids.split(' '))
  }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length)

  const hits = function* (item: string): Generator<readonly string[]> {
    const words = plain(item).split(' ')
    for (let at = 0; at < words.length; ) {
      const hit = byFirst.get(words[at]!)?.find((phrase) => phrase.words.every((word, n) => words[at + n] === word))
      if (hit) yield hit.ids
      at += hit ? hit.words.length : 1
    }
  }

  const nearest = (item: string): string | null => {
    const key = compact(item)
    // why: a suggestion is only shown, so it may be bolder than what is taken as meant
    let least = Math.max(slipsAllowed(key.length), key.length >= 4 ? 1 : 0, key.length >= 8 ? 2 : 0) + 1
    let best: string | null = null
    for (const [known, { shown }] of whole) {
      const distance = editDistance(key, known, least - 1)
      if (distance < least) {
        least = distance
        best = shown
      }
    }
    return best
  }

  return {
    exact: (item) => whole.get(compact(item))?.ids ?? null,
    inside: (item) => Array.from(new Set(Array.from(hits(item)).flat())),
    first: (item) => hits(item).next().value ?? null,
    nearest,
  }
}
