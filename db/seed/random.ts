/** A stream of numbers in [0, 1). */
export type Random = () => number

/** Mixes two integers into 32 bits that look unrelated for neighbouring inputs. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b ^ 0x7f4a7c15, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** mulberry32: the same state gives the same stream everywhere. */
export function createRandom(state: number): Random {
  let at = state >>> 0
  return () => {
    at = (at + 0x6d2b79f5) >>> 0
    let t = Math.imul(at ^ (at >>> 15), at | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function pick<Value>(random: Random, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)]!
}

/** Running totals of weights, for `pickWeighted`. */
export function cumulate(weights: readonly number[]): Float64Array {
  const totals = new Float64Array(weights.length)
  let sum = 0
  for (const [index, weight] of weights.entries()) {
    sum += weight
    totals[index] = sum
  }
  return totals
}

/** An index with the probability of its weight. */
export function pickWeighted(random: Random, totals: Float64Array): number {
  const wanted = random() * totals[totals.length - 1]!
  let low = 0
  let high = totals.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (totals[middle]! > wanted) high = middle
    else low = middle + 1
  }
  return low
}
