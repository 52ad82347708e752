import { type Bits, clearBit, hasBit, setBit, wordsFor } from './bits.ts'
import { radixOrder } from './radix-order.ts'

export interface SortColumn {
  readonly values: Float64Array
  readonly descending: boolean
}

/** Changes kept beside the sorted order before it is sorted anew. */
const REBUILD_AFTER = 2_000
/** Below this share of all slots, sorting the subset beats walking the whole order. */
const SPARSE = 1 / 24

/**
 * All live slots in one order, with cheap windows over any subset. Changed slots stand in a small list of their own until
 * there are enough of them to sort everything again. Equal keys fall back on the slot number.
 */
export class SortedOrder {
  private order = new Uint32Array(0)
  /** Slots whose place in `order` still holds. */
  private settled: Bits = new Uint32Array(0)
  private moved = new Set<number>()
  private movedInOrder: number[] | null = []
  private stale = true

  constructor(private columns: readonly SortColumn[]) {}

  /** After the columns were replaced by longer ones. */
  rebind(columns: readonly SortColumn[]): void {
    this.columns = columns
  }

  /** Tells that the keys of a slot changed, or that it is new or gone. Subsets never contain slots that are gone. */
  touch(slot: number): void {
    if (this.stale) return
    if (slot < this.settled.length * 32) clearBit(this.settled, slot)
    this.moved.add(slot)
    this.movedInOrder = null
    if (this.moved.size > REBUILD_AFTER) this.stale = true
  }

  /** Everything changed; the next query sorts anew. */
  invalidate(): void {
    this.stale = true
  }

  /** To be called before every query. */
  prepare(liveSlots: () => Uint32Array, capacity: number): void {
    if (!this.stale) return
    const slots = liveSlots()
    this.order = radixOrder(slots, this.columns)
    this.settled = new Uint32Array(wordsFor(capacity))
    for (const slot of slots) setBit(this.settled, slot)
    this.moved.clear()
    this.movedInOrder = []
    this.stale = false
  }

  /** The slots of the subset from `offset`, at most `limit`, in order. `count` is the size of the subset. */
  window(subset: Bits, count: number, slots: () => Uint32Array, offset: number, limit: number): number[] {
    if (offset >= count || limit <= 0) return []
    if (count < this.order.length * SPARSE || count < 64) {
      const sorted = Array.from(slots()).sort((a, b) => this.compare(a, b))
      return sorted.slice(offset, offset + limit)
    }
    const found: number[] = []
    let skip = offset
    for (const slot of this.walk(subset)) {
      if (skip > 0) skip--
      else if (found.push(slot) === limit) break
    }
    return found
  }

  /** The slots of the subset in order. */
  *walk(subset: Bits): Generator<number> {
    this.movedInOrder ??= [...this.moved].sort((a, b) => this.compare(a, b))
    const { order, settled } = this
    const moved = this.movedInOrder
    let m = 0
    for (let i = 0; i < order.length; i++) {
      const slot = order[i]!
      if (!hasBit(subset, slot) || !hasBit(settled, slot)) continue
      while (m < moved.length && this.compare(moved[m]!, slot) < 0) {
        const between = moved[m++]!
        if (hasBit(subset, between)) yield between
      }
      yield slot
    }
    for (; m < moved.length; m++) if (hasBit(subset, moved[m]!)) yield moved[m]!
  }

  private compare(a: number, b: number): number {
    for (const { values, descending } of this.columns) {
      const difference = values[a]! - values[b]!
      if (difference !== 0) return descending ? -difference : difference
    }
    return a - b
  }
}
