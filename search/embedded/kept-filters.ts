import { type Bits, clearBit, intersect, setBit, unite, wordsFor } from './bits.ts'
import type { ValueSets } from './value-sets.ts'

/** Filters whose documents are kept, the least used ones going first. */
const MOST_KEPT = 128
/** A facet of at most so many values can have the documents of each kept at once. */
const FEW_VALUES = 64

interface KeptFilter {
  readonly wanted: ReadonlySet<number>
  bits: Bits
}

/** The documents of filters that were asked for, or will be, mended with every change of a document. */
export class KeptFilters {
  private readonly kept = new Map<string, KeptFilter>()

  constructor(private readonly sets: ValueSets) {}

  /** The live documents that carry one of the values; null when neither they nor those of each value are kept. */
  find(values: readonly string[], slotCount: number): Bits | null {
    const name = nameOf(values)
    const known = this.kept.get(name)
    if (!known) return this.union(values, slotCount)
    this.kept.delete(name)
    this.kept.set(name, known)
    return known.bits
  }

  keep(values: readonly string[], bits: Bits): void {
    const wanted = new Set(values.map((value) => this.sets.valueId(value)))
    // why: a value no document has yet may come; such a filter would not know it by its number
    if (wanted.has(-1)) return
    if (this.kept.size >= MOST_KEPT) this.kept.delete(this.kept.keys().next().value!)
    this.kept.set(nameOf(values), { wanted, bits })
  }

  /** Gathers the documents of every value in one pass over the column; does nothing for a facet of many values. */
  prepare(column: Uint16Array | Uint32Array, live: Bits, slotCount: number): void {
    const { sets } = this
    if (sets.valueCount > FEW_VALUES) return
    const all = Array.from({ length: sets.valueCount }, () => new Uint32Array(wordsFor(slotCount)))
    for (let slot = 0; slot < slotCount; slot++) sets.mark(all, column[slot]!, slot)
    for (const [id, bits] of all.entries()) {
      intersect(bits, live)
      this.kept.set(sets.valueAt(id), { wanted: new Set([id]), bits })
    }
  }

  /** A document carries another set of values now; set 0 when it is gone. */
  mend(slot: number, number: number): void {
    for (const filter of this.kept.values()) {
      if (slot >>> 5 >= filter.bits.length) filter.bits = lengthened(filter.bits, slot)
      if (this.sets.hasAny(number, filter.wanted)) setBit(filter.bits, slot)
      else clearBit(filter.bits, slot)
    }
  }

  clear(): void {
    this.kept.clear()
  }

  private union(values: readonly string[], slotCount: number): Bits | null {
    const parts = values.map((value) => this.kept.get(value))
    if (parts.includes(undefined)) return null
    const bits = new Uint32Array(Math.max(wordsFor(slotCount), ...parts.map((part) => part!.bits.length)))
    for (const part of parts) unite(bits, part!.bits)
    return bits
  }
}

function nameOf(values: readonly string[]): string {
  return values.length === 1 ? values[0]! : [...values].sort().join('\n')
}

function lengthened(bits: Bits, slot: number): Bits {
  const longer = new Uint32Array(Math.max(wordsFor(slot + 1), Math.ceil(bits.length * 1.25)))
  longer.set(bits)
  return longer
}
