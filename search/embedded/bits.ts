/** A set of slots (row numbers), one bit each, 32 to a word. A shorter array holds nothing beyond its end. */
export type Bits = Uint32Array

export function wordsFor(slots: number): number {
  return (slots + 31) >>> 5
}

export function hasBit(bits: Bits, slot: number): boolean {
  return ((bits[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0
}

export function setBit(bits: Bits, slot: number): void {
  bits[slot >>> 5] = bits[slot >>> 5]! | (1 << (slot & 31))
}

export function clearBit(bits: Bits, slot: number): void {
  bits[slot >>> 5] = bits[slot >>> 5]! & ~(1 << (slot & 31))
}

/** Removes from `target` what is not in `other`. */
export function intersect(target: Bits, other: Bits): void {
  const shared = Math.min(target.length, other.length)
  for (let i = 0; i < shared; i++) target[i] = target[i]! & other[i]!
  target.fill(0, shared)
}

/** Adds to `target` what is in `other`; `target` must be at least as long. */
export function unite(target: Bits, other: Bits): void {
  for (let i = 0; i < other.length; i++) target[i] = target[i]! | other[i]!
}

/** Removes from `target` what is in `other`. */
export function subtract(target: Bits, other: Bits): void {
  const shared = Math.min(target.length, other.length)
  for (let i = 0; i < shared; i++) target[i] = target[i]! & ~other[i]!
}

export function countBits(bits: Bits): number {
  let total = 0
  for (let i = 0; i < bits.length; i++) {
    let x = bits[i]!
    if (x === 0) continue
    x -= (x >>> 1) & 0x55555555
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
    total += (((x + (x >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
  }
  return total
}

/** The slots of the set, ascending. `count` is its size, if known. */
export function slotsOf(bits: Bits, count = countBits(bits)): Uint32Array {
  const slots = new Uint32Array(count)
  let at = 0
  for (let i = 0; i < bits.length; i++) {
    let word = bits[i]!
    while (word !== 0) {
      const low = word & -word
      slots[at++] = (i << 5) + (31 - Math.clz32(low))
      word ^= low
    }
  }
  return slots
}

export function isEmpty(bits: Bits): boolean {
  for (let i = 0; i < bits.length; i++) if (bits[i] !== 0) return false
  return true
}
