import type { RegionDirectory } from './directory.ts'
import { bitCount, editDistance, letterMask } from './edit-distance.ts'

const MOST = 5

/** One slip in a short name, two in a long one. */
function slipsIn(key: string): number {
  return key.length >= 8 ? 2 : 1
}

/**
 * Codes whose name begins with a key, or differs from it by a slip or two: only ever proposals for a person to choose
 * from. At most five, the nearest first, then by code.
 */
export function suggestRegions(
  keys: readonly string[],
  directory: RegionDirectory,
  allowed: (code: string) => boolean,
): string[] {
  const found = new Map<string, number>()
  for (const key of new Set(keys)) {
    if (key.length < 4) continue
    const limit = slipsIn(key)
    const mask = letterMask(key)
    for (const name of directory.fuzzy) {
      let distance = limit + 1
      if (name.key.startsWith(key)) distance = 0.5
      else if (Math.abs(name.key.length - key.length) <= limit && bitCount(name.mask ^ mask) <= 2 * limit) {
        distance = editDistance(key, name.key, limit)
      }
      if (distance > limit) continue
      for (const code of name.codes) if (distance < (found.get(code) ?? Infinity)) found.set(code, distance)
    }
  }
  return [...found]
    .filter(([code]) => allowed(code))
    .sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([code]) => code)
}
