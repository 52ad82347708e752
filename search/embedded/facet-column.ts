import type { FacetCount } from '../engine.ts'
import { type Bits, intersect, wordsFor } from './bits.ts'
import { KeptFilters } from './kept-filters.ts'
import type { Members } from './members.ts'
import { unpackInto } from './packed-numbers.ts'
import { ValueSets } from './value-sets.ts'

/** Numbers up to here take two bytes a document; counting then reads half as much memory. */
const MOST_NARROW = 0xffff

/**
 * One facet of all documents: each distinct set of values has a number, each document one such number. Filters and counts
 * then cost one pass over a column however many values a document carries.
 */
export class FacetColumn {
  private column: Uint16Array | Uint32Array
  private readonly sets = new ValueSets()
  /** Live documents by value, so that counting everything costs nothing. */
  private live: Int32Array = new Int32Array(64)
  private readonly filters = new KeptFilters(this.sets)

  constructor(capacity: number) {
    this.column = new Uint16Array(capacity)
  }

  grow(capacity: number): void {
    const longer = this.column instanceof Uint16Array ? new Uint16Array(capacity) : new Uint32Array(capacity)
    longer.set(this.column)
    this.column = longer
  }

  /** Restores a set that the file knows. Numbers must come in order, from 1. */
  addSet(values: readonly string[]): void {
    this.sets.add(values)
    this.widen()
  }

  /** The number of a set of values; `isNew` asks the caller to store it. */
  numberFor(values: readonly string[]): ReturnType<ValueSets['numberFor']> {
    const found = this.sets.numberFor(values)
    this.widen()
    return found
  }

  /** Whether a document carries just these values. */
  holds(slot: number, values: readonly string[]): boolean {
    return this.sets.find(values) === this.column[slot]
  }

  numberAt(slot: number): number {
    return this.column[slot]!
  }

  valuesAt(slot: number): readonly string[] {
    return this.sets.valuesOf(this.column[slot]!)
  }

  /** The slice of the column that stands in one page of the file. */
  slice(start: number, end: number): Uint16Array | Uint32Array {
    return this.column.subarray(start, end)
  }

  /** Reads what `slice` gave and was packed; returns the place after it. The sets must be known already. */
  load(start: number, count: number, packed: Uint8Array, at: number): number {
    return unpackInto(this.column, start, count, packed, at)
  }

  place(slot: number, number: number): void {
    this.column[slot] = number
    this.reserveLive()
    this.sets.tally(this.live, number, 1)
    this.filters.mend(slot, number)
  }

  displace(slot: number): void {
    this.sets.tally(this.live, this.column[slot]!, -1)
    this.filters.mend(slot, 0)
  }

  /** Counts anew after a load. */
  recount(slots: Uint32Array): void {
    this.live = Int32Array.from(this.tallies(slots))
    this.reserveLive()
    this.filters.clear()
  }

  /** The live documents that carry at least one of the values. Not to be changed by the caller. */
  matching(values: readonly string[], live: Bits, slotCount: number): Bits {
    const kept = this.filters.find(values, slotCount)
    if (kept) return kept
    const bits = this.select(values, slotCount)
    intersect(bits, live)
    this.filters.keep(values, bits)
    return bits
  }

  /** Gathers the documents of every value of a small facet, before they are asked for. */
  prepareFilters(live: Bits, slotCount: number): void {
    this.filters.prepare(this.column, live, slotCount)
  }

  /** How many of the documents carry each value: most frequent first, then by value; those of no document left out. */
  counts(members: Members): FacetCount[] {
    const tallies = this.tallied(members)
    const ids = this.sets.sortedIds()
    const keys = new Float64Array(ids.length)
    let found = 0
    // why: numbers sort much quicker than objects; a key holds the count above the place in the order of values
    for (let rank = 0; rank < ids.length; rank++) {
      const count = tallies[ids[rank]!]!
      if (count > 0) keys[found++] = count * ids.length + (ids.length - 1 - rank)
    }
    const sorted = keys.subarray(0, found).sort()
    return Array.from(sorted, (_, at) => {
      const key = sorted[found - 1 - at]!
      const count = Math.floor(key / ids.length)
      return { value: this.sets.valueAt(ids[ids.length - 1 - (key - count * ids.length)]!), count }
    })
  }

  /** How many different values the documents carry. */
  valuesAmong(members: Members): number {
    const tallies = this.tallied(members)
    let found = 0
    for (let id = 0; id < tallies.length; id++) if (tallies[id]! > 0) found++
    return found
  }

  private tallied({ slots, outside }: Members): Uint32Array | Int32Array {
    if (!outside) return this.tallies(slots)
    const inside = this.live.slice(0, this.sets.valueCount)
    if (slots.length === 0) return inside
    const others = this.tallies(slots)
    for (let id = 0; id < inside.length; id++) inside[id] = inside[id]! - others[id]!
    return inside
  }

  private widen(): void {
    if (this.sets.count <= MOST_NARROW + 1 || this.column instanceof Uint32Array) return
    this.column = Uint32Array.from(this.column)
  }

  private select(values: readonly string[], slotCount: number): Bits {
    const { column, sets } = this
    const wanted = new Set(values.map((value) => sets.valueId(value)))
    const allowed = new Uint8Array(sets.count)
    for (let number = 0; number < sets.count; number++) allowed[number] = sets.hasAny(number, wanted) ? 1 : 0
    const bits = new Uint32Array(wordsFor(slotCount))
    for (let word = 0; word < bits.length; word++) {
      const end = Math.min(slotCount, (word + 1) << 5)
      let gathered = 0
      for (let slot = word << 5; slot < end; slot++) gathered |= allowed[column[slot]!]! << (slot & 31)
      bits[word] = gathered
    }
    return bits
  }

  private tallies(slots: Uint32Array): Uint32Array {
    const { column, sets } = this
    const bySet = new Uint32Array(sets.count)
    for (let i = 0; i < slots.length; i++) bySet[column[slots[i]!]!]!++
    const byValue = new Uint32Array(sets.valueCount)
    for (let number = 1; number < bySet.length; number++) {
      if (bySet[number] !== 0) sets.tally(byValue, number, bySet[number]!)
    }
    return byValue
  }

  private reserveLive(): void {
    if (this.live.length >= this.sets.valueCount) return
    const wider = new Int32Array(this.sets.valueCount * 2)
    wider.set(this.live)
    this.live = wider
  }
}
