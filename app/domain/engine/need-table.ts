import { needPoints } from '../matching/fit.ts'
import type { Policy } from '../matching/policy.ts'

/** Longest list of needs for which every subset's points are kept in a table. */
export const TABLED_NEEDS = 8

/** Points for a subset of n ranked needs: tables[n][bits], bit r set where the need of rank r is served. */
export function needTables(policy: Policy): readonly Uint16Array[] {
  return Array.from({ length: TABLED_NEEDS + 1 }, (_, n) => {
    const ranks = Array.from({ length: n }, (_unused, rank) => String(rank))
    return Uint16Array.from({ length: 1 << n }, (_unused, bits) =>
      needPoints(policy, ranks, (need) => (bits & (1 << Number(need))) !== 0),
    )
  })
}
