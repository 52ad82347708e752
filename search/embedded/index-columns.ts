import type { FacetKey, SearchDocument, SortField, SortKey } from '../engine.ts'
import { type IndexDefinition, sortFieldsOf } from '../indexes.ts'
import { type Bits, clearBit, hasBit, setBit, slotsOf, wordsFor } from './bits.ts'
import { FacetColumn } from './facet-column.ts'
import { packNumbers, unpackInto } from './packed-numbers.ts'
import { SortedOrder } from './sorted-order.ts'

/** Slots in one stored page: small enough that one update rewrites little, large enough that a million load at once. */
export const PAGE_SLOTS = 256
const FIRST_CAPACITY = 4_096

export interface NewSet {
  readonly facet: FacetKey
  readonly number: number
  readonly values: readonly string[]
}

/** Facets, sort keys and the live flag of every document of one index, in memory and as pages of bytes. */
export class IndexColumns {
  private capacity = FIRST_CAPACITY
  /** One beyond the highest slot used. */
  slotCount = 1
  documents = 0
  live: Bits
  readonly facets = new Map<FacetKey, FacetColumn>()
  private readonly sortValues = new Map<SortField, Float64Array>()
  private readonly orders = new Map<SortKey, SortedOrder>()

  /** `lastSlot` is the highest slot that will be loaded, so that nothing has to grow meanwhile. */
  constructor(
    private readonly definition: IndexDefinition,
    lastSlot = 0,
  ) {
    while (this.capacity <= lastSlot + PAGE_SLOTS) this.capacity *= 2
    this.live = new Uint32Array(wordsFor(this.capacity))
    for (const facet of definition.facets) this.facets.set(facet, new FacetColumn(this.capacity))
    for (const field of sortFieldsOf(definition.name)) this.sortValues.set(field, new Float64Array(this.capacity))
    const bySteps = new Map<string, SortedOrder>()
    for (const sort of Object.keys(definition.sorts) as SortKey[]) {
      const steps = JSON.stringify(definition.sorts[sort])
      const order = bySteps.get(steps) ?? new SortedOrder(this.sortColumns(sort))
      bySteps.set(steps, order)
      this.orders.set(sort, order)
    }
  }

  /** Words that a bit set over all slots needs. */
  get words(): number {
    return wordsFor(this.slotCount)
  }

  isLive(slot: number): boolean {
    return hasBit(this.live, slot)
  }

  /** The live documents with one of the values, cut to the slots in use. Not to be changed by the caller. */
  matching(facet: FacetKey, values: readonly string[]): Bits {
    return this.facets.get(facet)!.matching(values, this.live, this.slotCount).subarray(0, this.words)
  }

  /** Makes the filters by the values of a facet quick before anybody asks for them. */
  prepareFilters(facet: FacetKey): void {
    this.facets.get(facet)!.prepareFilters(this.live, this.slotCount)
  }

  /** The order of a sort, ready for a query. */
  order(sort: SortKey): SortedOrder {
    const order = this.orders.get(sort)!
    order.prepare(() => slotsOf(this.live, this.documents), this.capacity)
    return order
  }

  /** Enters a document; returns the sets of facet values that were not known before. */
  place(slot: number, document: SearchDocument): NewSet[] {
    this.reserve(slot)
    if (this.isLive(slot)) this.displace(slot)
    const added: NewSet[] = []
    for (const [facet, column] of this.facets) {
      const { number, isNew, values } = column.numberFor(document.facets[facet] ?? [])
      if (isNew) added.push({ facet, number, values })
      column.place(slot, number)
    }
    for (const [field, values] of this.sortValues) values[slot] = sortable(document.sort[field])
    for (const order of this.orders.values()) order.touch(slot)
    setBit(this.live, slot)
    this.documents++
    return added
  }

  displace(slot: number): void {
    for (const column of this.facets.values()) column.displace(slot)
    for (const order of this.orders.values()) order.touch(slot)
    clearBit(this.live, slot)
    this.documents--
  }

  /** Whether a document stands in a slot just as it is, its texts aside. */
  holds(slot: number, document: Pick<SearchDocument, 'facets' | 'sort'>): boolean {
    if (!this.isLive(slot)) return false
    for (const [facet, column] of this.facets) if (!column.holds(slot, document.facets[facet] ?? [])) return false
    for (const [field, values] of this.sortValues) {
      if (values[slot] !== sortable(document.sort[field])) return false
    }
    return true
  }

  /** Facets and sort keys of the document of a slot; facets without a value are left out. */
  at(slot: number): Pick<SearchDocument, 'facets' | 'sort'> {
    const facets: { [K in FacetKey]?: readonly string[] } = {}
    for (const [facet, column] of this.facets) {
      const values = column.valuesAt(slot)
      if (values.length > 0) facets[facet] = values
    }
    const sort = Object.fromEntries([...this.sortValues].map(([field, values]) => [field, values[slot]!]))
    return { facets, sort }
  }

  encodePage(page: number): Uint8Array {
    const start = page * PAGE_SLOTS
    const end = start + PAGE_SLOTS
    this.reserve(end - 1, false)
    const parts: Uint8Array[] = []
    for (const values of this.sortValues.values()) parts.push(packNumbers(values.subarray(start, end)))
    for (const column of this.facets.values()) parts.push(packNumbers(column.slice(start, end)))
    parts.push(packNumbers(this.live.subarray(start >>> 5, end >>> 5)))
    return Buffer.concat(parts)
  }

  decodePage(page: number, data: Uint8Array): void {
    const start = page * PAGE_SLOTS
    this.reserve(start + PAGE_SLOTS - 1, false)
    // why: parts of a Buffer are slow to make
    const packed = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    let at = 0
    for (const values of this.sortValues.values()) at = unpackInto(values, start, PAGE_SLOTS, packed, at)
    for (const column of this.facets.values()) at = column.load(start, PAGE_SLOTS, packed, at)
    unpackInto(this.live, start >>> 5, PAGE_SLOTS >>> 5, packed, at)
  }

  /** After all pages are decoded. */
  finishLoad(lastSlot: number): void {
    this.slotCount = lastSlot + 1
    const slots = slotsOf(this.live)
    this.documents = slots.length
    for (const column of this.facets.values()) column.recount(slots)
    for (const order of this.orders.values()) order.invalidate()
  }

  private reserve(slot: number, used = true): void {
    if (used && slot >= this.slotCount) this.slotCount = slot + 1
    if (slot < this.capacity) return
    while (this.capacity <= slot) this.capacity *= 2
    for (const column of this.facets.values()) column.grow(this.capacity)
    for (const [field, values] of this.sortValues) {
      const wider = new Float64Array(this.capacity)
      wider.set(values)
      this.sortValues.set(field, wider)
    }
    const live = new Uint32Array(wordsFor(this.capacity))
    live.set(this.live)
    this.live = live
    for (const [sort, order] of this.orders) order.rebind(this.sortColumns(sort))
  }

  private sortColumns(sort: SortKey) {
    return this.definition.sorts[sort].map(({ field, descending }) => ({
      values: this.sortValues.get(field)!,
      descending,
    }))
  }
}

function sortable(value: number | undefined): number {
  return value !== undefined && Number.isSafeInteger(value) && value > 0 ? value : 0
}
