/** Bytes a number may take, with the largest number each holds. */
const WIDTHS = [
  [1, 0xff],
  [2, 0xffff],
  [4, 0xffff_ffff],
] as const

export type Numbers = Uint16Array | Uint32Array | Float64Array

/**
 * Whole numbers from 0 to 2^53 - 1 as bytes: first how many bytes each takes, then the numbers, all as wide as the largest
 * one needs. Little-endian, as on every machine this runs on.
 */
export function packNumbers(values: Numbers): Uint8Array {
  let largest = 0
  for (let i = 0; i < values.length; i++) if (values[i]! > largest) largest = values[i]!
  const width = WIDTHS.find(([, most]) => largest <= most)?.[0] ?? 8
  const packed = new Uint8Array(1 + width * values.length)
  packed[0] = width
  packed.set(bytesOf(values, width), 1)
  return packed
}

function bytesOf(values: Numbers, width: 1 | 2 | 4 | 8): Uint8Array {
  if (width === 1) return new Uint8Array(values)
  const wide = width === 2 ? new Uint16Array(values) : width === 4 ? new Uint32Array(values) : new Float64Array(values)
  return new Uint8Array(wide.buffer)
}

/** A place at which numbers of eight bytes may start, so that reading a page allocates nothing. */
let aligned = new Float64Array(256)

/** Reads `count` numbers that were packed at a place into another column; returns the place after them. */
export function unpackInto(into: Numbers, start: number, count: number, packed: Uint8Array, at: number): number {
  const width = packed[at]!
  const from = at + 1
  // why: byte by byte is quicker than making a view of every width for a few hundred numbers
  if (width === 1) {
    for (let i = 0; i < count; i++) into[start + i] = packed[from + i]!
  } else if (width === 2) {
    for (let i = 0, byte = from; i < count; i++, byte += 2) into[start + i] = packed[byte]! | (packed[byte + 1]! << 8)
  } else if (width === 4) {
    for (let i = 0, byte = from; i < count; i++, byte += 4) {
      into[start + i] =
        (packed[byte]! | (packed[byte + 1]! << 8) | (packed[byte + 2]! << 16)) + packed[byte + 3]! * 0x100_0000
    }
  } else {
    if (aligned.length < count) aligned = new Float64Array(count)
    new Uint8Array(aligned.buffer, 0, 8 * count).set(packed.subarray(from, from + 8 * count))
    into.set(aligned.subarray(0, count), start)
  }
  return from + width * count
}
