import { typoLimit } from '../text/edit-distance.ts'
import { WordBucket } from './word-bucket.ts'

export interface Neighbour {
  readonly term: string
  readonly distance: number
}

/**
 * Every word of an index with the number of documents that have it. Typos are found by brute force over the words of like
 * length, thinned by frequency and letters: complete, and quick enough to need no index of its own.
 */
export class Vocabulary {
  /** Of each word its number in the bucket of its length. */
  private readonly numbers = new Map<string, number>()
  private readonly buckets: WordBucket[] = []

  /** Distinct words, those no document has any more included. */
  get size(): number {
    return this.numbers.size
  }

  add(term: string, documents = 1): void {
    const known = this.numbers.get(term)
    if (known !== undefined) {
      this.buckets[term.length]!.change(known, documents)
      return
    }
    while (this.buckets.length <= term.length) this.buckets.push(new WordBucket(this.buckets.length))
    this.numbers.set(term, this.buckets[term.length]!.add(term, documents))
  }

  remove(term: string): void {
    const known = this.numbers.get(term)
    if (known !== undefined) this.buckets[term.length]!.change(known, -1)
  }

  /** Documents with the word. */
  documents(term: string): number {
    const known = this.numbers.get(term)
    return known === undefined ? 0 : this.buckets[term.length]!.documents(known)
  }

  terms(): IterableIterator<string> {
    return this.numbers.keys()
  }

  /** The starts of one and two letters that words have, the most frequent first; what is typed first is asked most. */
  shortPrefixes(): string[] {
    const documents = new Map<string, number>()
    for (const [term, count] of this.entries()) {
      for (const start of new Set([term.slice(0, 1), term.slice(0, 2)])) {
        documents.set(start, (documents.get(start) ?? 0) + count)
      }
    }
    return [...documents].sort((a, b) => a[0].length - b[0].length || b[1] - a[1]).map(([start]) => start)
  }

  /** The most frequent words, for warming caches. */
  mostFrequent(count: number): string[] {
    const entries = [...this.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    return entries.slice(0, count).map(([term]) => term)
  }

  /**
   * Words within the typo rule of the given one, itself excluded: nearest first, then most frequent, then by letters.
   * Words in fewer than `least` documents (1 or more) are left out.
   */
  neighbours(term: string, least: number, most: number): readonly Neighbour[] {
    const limit = typoLimit(term)
    if (limit === 0) return []
    const found: (Neighbour & { readonly documents: number })[] = []
    for (let length = term.length - limit; length <= term.length + limit; length++) {
      const bucket = this.buckets[length]
      bucket?.near(term, limit, least, (at, distance) => {
        const other = bucket.terms[at]!
        if (!/\p{N}/u.test(other)) found.push({ term: other, distance, documents: bucket.documents(at) })
      })
    }
    return found
      .sort(
        (a, b) =>
          a.distance - b.distance || b.documents - a.documents || (a.term < b.term ? -1 : a.term > b.term ? 1 : 0),
      )
      .slice(0, most)
  }

  private *entries(): Generator<[string, number]> {
    for (const bucket of this.buckets) {
      for (const [at, term] of bucket.terms.entries()) yield [term, bucket.documents(at)]
    }
  }
}
