/** A number in [0, 2^32) that a seed draws for an id: the same on every machine, unrelated for neighbouring ids (FNV-1a). */
export function drawFor(seed: number, id: string): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed | 0, 0x9e3779b1)
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** One who waits, as the fair rule sees her. */
export interface Waiting {
  readonly id: string
  /** Day number; null where it is not recorded, and then last. */
  readonly since: number | null
  /** 1 where nobody has helped her yet. */
  readonly first: number
}

/**
 * The fair rule: women nobody has helped come first where the plan says so, then who has waited longest, then the draw
 * of the seed, then the id.
 */
export function compareWaiting(seed: number, firstCounts: boolean): (a: Waiting, b: Waiting) => number {
  return (a, b) =>
    (firstCounts ? b.first - a.first : 0) ||
    (a.since ?? Number.MAX_SAFE_INTEGER) - (b.since ?? Number.MAX_SAFE_INTEGER) ||
    drawFor(seed, a.id) - drawFor(seed, b.id) ||
    (a.id < b.id ? -1 : 1)
}
