import { type Bits, clearBit, intersect, setBit, wordsFor } from './bits.ts'

/** Filters whose documents are kept, mended with every change. */
const FILTERS_KEPT = 128

/**
 * One facet of all documents: each distinct set of values has a number, each document one such number. Filters and counts
 * then cost one pass over a column however many values a document carries. Set 0 is the empty set.
 */
export class FacetColumn {
  private column: Uint32Array
  private readonly sets: (readonly string[])[] = [[]]
  private readonly numberOf = new Map<string, number>([['', 0]])
  /** Live documents by set number; kept up to date so that counting everything costs nothing. */
  private sizes: number[] = [0]
  private readonly filters = new Map<string, { readonly wanted: ReadonlySet<string>; bits: Bits }>()

  constructor(capacity: number) {
    this.column = new Uint32Array(capacity)
  }

  grow(capacity: number): void {
    const wider = new Uint32Array(capacity)
    wider.set(this.column)
    this.column = wider
  }

  /** Restores a set that the file knows. Numbers must come in order, from 1. */
  addSet(values: readonly string[]): number {
    const number = this.sets.push(values) - 1
    this.numberOf.set(values.join('\n'), number)
    this.sizes.push(0)
    return number
  }

  /** The number of a set of values; `isNew` asks the caller to store it. */
  numberFor(values: readonly string[]): { number: number; isNew: boolean; values: readonly string[] } {
    const given = values.join('\n')
    const asGiven = this.numberOf.get(given)
    if (asGiven !== undefined) return { number: asGiven, isNew: false, values }
    const sorted = [...new Set(values)].sort()
    const known = this.numberOf.get(sorted.join('\n'))
    if (known === undefined) return { number: this.addSet(sorted), isNew: true, values: sorted }
    this.numberOf.set(given, known)
    return { number: known, isNew: false, values: sorted }
  }

  numberAt(slot: number): number {
    return this.column[slot]!
  }

  valuesAt(slot: number): readonly string[] {
    return this.sets[this.column[slot]!]!
  }

  /** The slice of the column that stands in one page of the file. */
  slice(start: number, end: number): Uint32Array {
    return this.column.subarray(start, end)
  }

  load(start: number, numbers: Uint32Array): void {
    this.column.set(numbers, start)
  }

  place(slot: number, number: number): void {
    this.column[slot] = number
    this.sizes[number]!++
    this.mendFilters(slot, this.sets[number]!)
  }

  displace(slot: number): void {
    this.sizes[this.column[slot]!]!--
    this.mendFilters(slot, [])
  }

  /** Counts the sets anew after a load. */
  recount(slots: Uint32Array): void {
    this.sizes = Array.from(this.histogram(slots))
    this.filters.clear()
  }

  /** The live documents that carry at least one of the values. Not to be changed by the caller. */
  matching(values: readonly string[], live: Bits, slotCount: number): Bits {
    const key = [...values].sort().join('\n')
    const known = this.filters.get(key)
    if (known) {
      this.filters.delete(key)
      this.filters.set(key, known)
      return known.bits
    }
    const wanted = new Set(values)
    const allowed = Uint8Array.from(this.sets, (set) => (set.some((value) => wanted.has(value)) ? 1 : 0))
    const bits = new Uint32Array(wordsFor(slotCount))
    const { column } = this
    for (let slot = 0; slot < slotCount; slot++) if (allowed[column[slot]!] === 1) setBit(bits, slot)
    intersect(bits, live)
    if (this.filters.size >= FILTERS_KEPT) this.filters.delete(this.filters.keys().next().value!)
    this.filters.set(key, { wanted, bits })
    return bits
  }

  private mendFilters(slot: number, values: readonly string[]): void {
    for (const filter of this.filters.values()) {
      if (slot >>> 5 >= filter.bits.length) filter.bits = lengthened(filter.bits, slot)
      if (values.some((value) => filter.wanted.has(value))) setBit(filter.bits, slot)
      else clearBit(filter.bits, slot)
    }
  }

  /** Counts by value over the given documents; null counts all live ones. */
  counts(slots: Uint32Array | null): Map<string, number> {
    const bySet = slots === null ? this.sizes : this.histogram(slots)
    const byValue = new Map<string, number>()
    for (let number = 1; number < this.sets.length; number++) {
      const size = bySet[number]!
      if (size === 0) continue
      for (const value of this.sets[number]!) byValue.set(value, (byValue.get(value) ?? 0) + size)
    }
    return byValue
  }

  /** How many distinct non-empty sets the documents have. */
  groups(slots: Uint32Array | null): number {
    const bySet = slots === null ? this.sizes : this.histogram(slots)
    let groups = 0
    for (let number = 1; number < this.sets.length; number++) if (bySet[number]! > 0) groups++
    return groups
  }

  private histogram(slots: Uint32Array): Uint32Array {
    const bySet = new Uint32Array(this.sets.length)
    const { column } = this
    for (let i = 0; i < slots.length; i++) bySet[column[slots[i]!]!]!++
    return bySet
  }
}

function lengthened(bits: Bits, slot: number): Bits {
  const longer = new Uint32Array(Math.max(wordsFor(slot + 1), Math.ceil(bits.length * 1.25)))
  longer.set(bits)
  return longer
}
