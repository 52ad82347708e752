import { mayBeHandle } from '../text/handle.ts'
import { type Bits, clearBit, setBit, unite } from './bits.ts'
import type { IndexFile } from './index-file.ts'

type Posting = { readonly dense: Bits } | { readonly sparse: Uint32Array }

/** The least used sets go when the others reach this size. */
const CACHE_BYTES = 96 * 1024 * 1024
const ENTRY_OVERHEAD = 200

/**
 * The documents of a word (or prefix) in the fields up to a level, read from the file once and then kept and mended in
 * place as documents change.
 */
export class Postings {
  private readonly cache = new Map<string, Posting>()
  private bytes = 0

  constructor(
    private readonly file: IndexFile,
    private readonly words: () => number,
    /** Documents that have the word in a field made of facet values. */
    private readonly derived: (term: string, prefix: boolean, level: number) => Iterable<Bits>,
  ) {}

  /** Adds the documents of the word to the set. */
  addTo(target: Bits, term: string, prefix: boolean, level: number): void {
    for (const bits of this.derived(term, prefix, level)) unite(target, bits)
    if (!prefix && mayBeHandle(term)) for (const slot of this.file.withHandle(term)) setBit(target, slot)
    const columns = this.file.columnFilter(level)
    if (columns === null) return
    const posting = this.posting(term, prefix, columns)
    if ('dense' in posting) unite(target, posting.dense)
    else for (let i = 0; i < posting.sparse.length; i++) setBit(target, posting.sparse[i]!)
  }

  /** Reads the set of a word into memory before it is asked for. */
  warm(term: string, prefix: boolean, level: number): void {
    const columns = this.file.columnFilter(level)
    if (columns !== null) this.posting(term, prefix, columns)
  }

  /** Whether warming more would push out what was warmed. */
  get full(): boolean {
    return this.bytes > CACHE_BYTES * 0.75
  }

  /** Mends every cached set that the change of one document touches. `terms` are its words by level, before and after. */
  update(slot: number, before: readonly ReadonlySet<string>[], after: readonly ReadonlySet<string>[]): void {
    if (this.cache.size === 0) return
    for (let at = 0; at < before.length; at++) {
      const columns = this.file.columnFilter(at + 1)
      if (columns === null) continue
      const old = before[at]!
      const now = after[at]!
      for (const term of new Set([...old, ...now])) {
        this.mend(key(term, false, columns), slot, now.has(term))
        for (let length = 1; length <= term.length; length++) {
          const start = term.slice(0, length)
          const cached = key(start, true, columns)
          if (this.cache.has(cached))
            this.mend(
              cached,
              slot,
              some(now, (word) => word.startsWith(start)),
            )
        }
      }
    }
  }

  clear(): void {
    this.cache.clear()
    this.bytes = 0
  }

  private posting(term: string, prefix: boolean, columns: string): Posting {
    const name = key(term, prefix, columns)
    const known = this.cache.get(name)
    if (known) {
      this.cache.delete(name)
      this.cache.set(name, known)
      return known
    }
    const slots = this.file.match(term, prefix, columns)
    const words = this.words()
    let posting: Posting
    if (slots.length < words) {
      posting = { sparse: slots }
    } else {
      const dense = new Uint32Array(words)
      for (let i = 0; i < slots.length; i++) setBit(dense, slots[i]!)
      posting = { dense }
    }
    this.keep(name, posting)
    return posting
  }

  private keep(name: string, posting: Posting): void {
    this.cache.set(name, posting)
    this.bytes += sizeOf(posting)
    for (const [oldest, old] of this.cache) {
      if (this.bytes <= CACHE_BYTES) break
      this.cache.delete(oldest)
      this.bytes -= sizeOf(old)
    }
  }

  private mend(name: string, slot: number, present: boolean): void {
    const posting = this.cache.get(name)
    if (!posting) return
    if ('dense' in posting && slot >>> 5 < posting.dense.length) {
      if (present) setBit(posting.dense, slot)
      else clearBit(posting.dense, slot)
      return
    }
    this.cache.delete(name)
    this.bytes -= sizeOf(posting)
  }
}

function key(term: string, prefix: boolean, columns: string): string {
  return `${columns}${prefix ? '*' : '='}${term}`
}

function sizeOf(posting: Posting): number {
  return ENTRY_OVERHEAD + ('dense' in posting ? posting.dense.byteLength : posting.sparse.byteLength)
}

function some(words: ReadonlySet<string>, test: (word: string) => boolean): boolean {
  for (const word of words) if (test(word)) return true
  return false
}
