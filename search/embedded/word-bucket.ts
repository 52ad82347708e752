import { editDistanceWithin } from '../text/edit-distance.ts'
import { findWithin, LONGEST_PATTERN } from '../text/edit-pattern.ts'

const FIRST_CAPACITY = 64

/** Letters folded into 32 bits; an edit changes at most two of them. */
function signature(term: string): number {
  let bits = 0
  for (let i = 0; i < term.length; i++) bits |= 1 << (term.charCodeAt(i) & 31)
  return bits
}

function differing(a: number, b: number): number {
  let x = a ^ b
  x -= (x >>> 1) & 0x55555555
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
  return (((x + (x >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** Words of one length with their numbers of documents, laid out for comparing one word with all of them. */
export class WordBucket {
  readonly terms: string[] = []
  private counts = new Uint32Array(FIRST_CAPACITY)
  private signatures = new Int32Array(FIRST_CAPACITY)
  private letters: Uint16Array

  constructor(private readonly length: number) {
    this.letters = new Uint16Array(FIRST_CAPACITY * length)
  }

  /** Adds a word that is not there yet; returns its number. */
  add(term: string, documents: number): number {
    const at = this.terms.push(term) - 1
    if (at === this.counts.length) this.grow()
    this.counts[at] = documents
    this.signatures[at] = signature(term)
    for (let i = 0; i < this.length; i++) this.letters[at * this.length + i] = term.charCodeAt(i)
    return at
  }

  documents(at: number): number {
    return this.counts[at]!
  }

  change(at: number, documents: number): void {
    this.counts[at] = Math.max(0, this.counts[at]! + documents)
  }

  /** Calls back for every word from 1 to `limit` edits away that at least `least` documents have. */
  near(term: string, limit: number, least: number, found: (at: number, distance: number) => void): void {
    const candidates = this.candidates(signature(term), limit, least)
    if (term.length <= LONGEST_PATTERN) {
      findWithin(term, this.letters, this.length, candidates, limit, found)
      return
    }
    for (const at of candidates) {
      const distance = editDistanceWithin(term, this.terms[at]!, limit)
      if (distance > 0 && distance <= limit) found(at, distance)
    }
  }

  /** Words frequent enough whose letters could be so few edits away. */
  private candidates(own: number, limit: number, least: number): Uint32Array {
    const { counts, signatures } = this
    const size = this.terms.length
    const chosen = new Uint32Array(size)
    let n = 0
    for (let at = 0; at < size; at++) {
      if (counts[at]! >= least && differing(own, signatures[at]!) <= 2 * limit) chosen[n++] = at
    }
    return chosen.subarray(0, n)
  }

  private grow(): void {
    const capacity = this.counts.length * 2
    this.counts = lengthened(this.counts, new Uint32Array(capacity))
    this.signatures = lengthened(this.signatures, new Int32Array(capacity))
    this.letters = lengthened(this.letters, new Uint16Array(capacity * this.length))
  }
}

function lengthened<T extends Uint32Array | Int32Array | Uint16Array>(from: T, into: T): T {
  into.set(from)
  return into
}
