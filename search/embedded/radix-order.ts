import type { SortColumn } from './sorted-order.ts'

const DIGIT_BITS = 16
const BUCKETS = 1 << DIGIT_BITS
const SMALL = 4_000

/**
 * The slots ordered by the columns, ties by slot number. Values must be whole numbers from 0 to 2^53 - 1.
 * A stable radix sort from the last key to the first: a million slots by two keys in some tens of milliseconds.
 */
export function radixOrder(slots: Uint32Array, columns: readonly SortColumn[]): Uint32Array<ArrayBuffer> {
  if (slots.length < SMALL) return compareOrder(slots, columns)
  let from = new Uint32Array(slots)
  let into = new Uint32Array(slots.length)
  for (const column of [...columns].reverse()) {
    for (let digit = 0; digit < 4; digit++) {
      const scale = 2 ** (DIGIT_BITS * digit)
      const starts = new Uint32Array(BUCKETS + 1)
      const digitOf = (slot: number): number => {
        const value = Math.floor(column.values[slot]! / scale) % BUCKETS
        return column.descending ? BUCKETS - 1 - value : value
      }
      for (let i = 0; i < from.length; i++) starts[digitOf(from[i]!) + 1]!++
      if (starts.includes(from.length)) continue
      for (let b = 1; b <= BUCKETS; b++) starts[b] = starts[b]! + starts[b - 1]!
      for (let i = 0; i < from.length; i++) {
        const slot = from[i]!
        const bucket = digitOf(slot)
        into[starts[bucket]!] = slot
        starts[bucket]!++
      }
      const spare = from
      from = into
      into = spare
    }
  }
  return from
}

function compareOrder(slots: Uint32Array, columns: readonly SortColumn[]): Uint32Array<ArrayBuffer> {
  return Uint32Array.from(
    Array.from(slots).sort((a, b) => {
      for (const { values, descending } of columns) {
        const difference = values[a]! - values[b]!
        if (difference !== 0) return descending ? -difference : difference
      }
      return a - b
    }),
  )
}
