import { type Bits, setBit } from './bits.ts'

/** What the documents of an index reach of a query's whole weight, which is at most 255. */
export class ScoreColumn {
  private readonly column: Uint8Array
  private readonly documents: Uint32Array

  /** @param words length of the sets. */
  constructor(
    private readonly words: number,
    private readonly whole: number,
  ) {
    this.column = new Uint8Array(words * 32)
    this.documents = new Uint32Array(whole + 1)
  }

  add(units: readonly Bits[], weights: readonly number[]): this {
    for (const [at, bits] of units.entries()) addTo(this.column, bits, weights[at]!)
    const { column, documents } = this
    for (let slot = 0; slot < column.length; slot++) documents[column[slot]!]!++
    return this
  }

  /** How many documents have at least each of the scores. */
  reaching(scores: readonly number[]): number[] {
    return scores.map((score) => this.documents.subarray(score).reduce((sum, count) => sum + count, 0))
  }

  atLeast(score: number): Bits {
    return this.between(score, this.whole)
  }

  exactly(score: number): Bits {
    return this.between(score, score)
  }

  private between(least: number, most: number): Bits {
    const bits = new Uint32Array(this.words)
    const { column } = this
    for (let slot = 0; slot < column.length; slot++) {
      if (column[slot]! >= least && column[slot]! <= most) setBit(bits, slot)
    }
    return bits
  }
}

function addTo(column: Uint8Array, bits: Bits, weight: number): void {
  for (let at = 0; at < bits.length; at++) {
    let word = bits[at]!
    while (word !== 0) {
      const low = word & -word
      const slot = (at << 5) + (31 - Math.clz32(low))
      column[slot] = column[slot]! + weight
      word ^= low
    }
  }
}
