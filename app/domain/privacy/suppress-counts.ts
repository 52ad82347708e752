/** No count between 1 and K - 1 of actors is told to who may not see the actors themselves. */
export const K = 5

const STEP = 10

/**
 * A count that may be published: rounded down to tens, so that it differs from any exact count by an unknown 0 to 9 and
 * subtracting one from the other tells nothing about a few. 0 for fewer than ten.
 */
export function roundedDown(count: number): number {
  return Math.floor(count / STEP) * STEP
}
