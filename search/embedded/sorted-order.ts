import { type Bits, clearBit, hasBit, setBit, wordsFor } from './bits.ts'
import { compareSlots, radixOrder } from './radix-order.ts'
import { smallest } from './smallest.ts'

export interface SortColumn {
  readonly values: Float64Array
  readonly descending: boolean
}

/** Changes kept beside the sorted order before it is sorted anew. */
const REBUILD_AFTER = 2_000
/** Below this share of all slots, looking at the subset beats walking the whole order. */
const SPARSE = 1 / 16

/**
 * All live slots in one order, with cheap windows over any subset. Changed slots stand in a small list of their own until
 * there are enough of them to sort everything again. Equal keys fall back on the slot number.
 */
export class SortedOrder {
  private order = new Uint32Array(0)
  /** Where each slot stands in `order`. */
  private ranks = new Uint32Array(0)
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
    this.ranks = new Uint32Array(capacity)
    for (let rank = 0; rank < this.order.length; rank++) this.ranks[this.order[rank]!] = rank
    this.settled = new Uint32Array(wordsFor(capacity))
    for (let i = 0; i < slots.length; i++) setBit(this.settled, slots[i]!)
    this.moved.clear()
    this.movedInOrder = []
    this.stale = false
  }

  /** The slots of the subset from `offset`, at most `limit`, in order. `count` is the size of the subset. */
  window(subset: Bits, count: number, slots: () => Uint32Array, offset: number, limit: number): number[] {
    if (offset >= count || limit <= 0) return []
    if (count < this.order.length * SPARSE || count < 64) return this.windowOfFew(subset, slots(), offset, limit)
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
    const { order, settled } = this
    const moved = this.movedSlots()
    let m = 0
    for (let i = 0; i < order.length; i++) {
      const slot = order[i]!
      if (!hasBit(subset, slot) || !hasBit(settled, slot)) continue
      while (m < moved.length && compareSlots(this.columns, moved[m]!, slot) < 0) {
        const between = moved[m++]!
        if (hasBit(subset, between)) yield between
      }
      yield slot
    }
    for (; m < moved.length; m++) if (hasBit(subset, moved[m]!)) yield moved[m]!
  }

  /** Of a small subset only the best are sorted: those whose place holds by their rank, then the moved ones among them. */
  private windowOfFew(subset: Bits, slots: Uint32Array, offset: number, limit: number): number[] {
    const ranks = new Uint32Array(slots.length)
    let held = 0
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i]!
      if (hasBit(this.settled, slot)) ranks[held++] = this.ranks[slot]!
    }
    const best = Array.from(smallest(ranks.subarray(0, held), offset + limit), (rank) => this.order[rank]!)
    if (held < slots.length) {
      best.push(...this.movedSlots().filter((slot) => hasBit(subset, slot)))
      best.sort((a, b) => compareSlots(this.columns, a, b))
    }
    return best.slice(offset, offset + limit)
  }

  private movedSlots(): readonly number[] {
    this.movedInOrder ??= [...this.moved].sort((a, b) => compareSlots(this.columns, a, b))
    return this.movedInOrder
  }
}
