/**
 * Counts that do not tell of a few.
 *
 * The rule for whoever may not see single actors: she never gets an answer about the records themselves. The records are
 * made into one table of cards first (`cardGroups`), and every page, filter, facet count, total, next page or file is worked
 * out of that table alone. In it each card shows the same as at least K - 1 others.
 *
 * Why this holds against combining answers: every answer is a function of what the cards show, so the set of cards behind
 * it is a union of whole groups. Unions, intersections and differences of such sets are again unions of whole groups. A group
 * has K cards or more; therefore whatever combination of filters, pages and subtractions of counts is tried, what comes out
 * is nothing at all or K and more (the attacks by overlapping and by differencing queries). What is left out of a group is
 * not told as a count either: a value too rare to be shown is pooled with others, at least K together (complementary
 * suppression), and stands as "not shown".
 *
 * What it does not promise: it compares nothing between two days (somebody who comes or goes changes a group), two partners
 * who lay their tables together, or what a partner knows of a woman from elsewhere.
 */

/** The fewest cards that may look alike. */
export const K = 5

/** A record as it may be shown at most; null is what she does not allow or nobody knows. */
export interface CardRecord {
  readonly id: string
  /** The same attributes in the same order for every record; the first are kept longest. */
  readonly values: readonly (string | null)[]
}

/** Cards that look alike. */
export interface CardGroup {
  /** Null where the value is not shown. */
  readonly shown: readonly (string | null)[]
  /** At least `k`, sorted. */
  readonly ids: readonly string[]
}

/**
 * Sorts records into groups of at least k that show the same, as finely as the order of the attributes allows: a value is
 * shown where k or more have it; the others are pooled under null, with the smallest of the shown ones when they are fewer
 * than k. Fewer than k records in all give no group. The order of the records has no say.
 */
export function cardGroups(records: readonly CardRecord[], k: number = K): readonly CardGroup[] {
  return records.length < k ? [] : split(records, 0, [], k)
}

function split(
  records: readonly CardRecord[],
  at: number,
  shown: readonly (string | null)[],
  k: number,
): readonly CardGroup[] {
  if (at >= records[0]!.values.length) return [{ shown, ids: records.map((record) => record.id).sort() }]
  const parts = new Map<string, CardRecord[]>()
  const pool: CardRecord[] = []
  for (const record of records) {
    const value = record.values[at]
    if (value === null || value === undefined) {
      pool.push(record)
      continue
    }
    const part = parts.get(value)
    if (part) part.push(record)
    else parts.set(value, [record])
  }
  const large: (readonly [string, CardRecord[]])[] = []
  for (const part of parts) {
    if (part[1].length < k) for (const record of part[1]) pool.push(record)
    else large.push(part)
  }
  large.sort(([a, x], [b, y]) => x.length - y.length || (a < b ? -1 : 1))
  while (pool.length > 0 && pool.length < k) for (const record of large.shift()![1]) pool.push(record)
  return [
    ...large.flatMap(([value, part]) => split(part, at + 1, [...shown, value], k)),
    ...(pool.length > 0 ? split(pool, at + 1, [...shown, null], k) : []),
  ]
}

const STEP = 10

/**
 * A count the public may read beside the cards: rounded down to tens, so that it differs from any exact count by an unknown
 * 0 to 9 and subtracting one from the other tells nothing about a few. 0 for fewer than ten.
 */
export function roundedDown(count: number): number {
  return Math.floor(count / STEP) * STEP
}
