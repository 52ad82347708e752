import { needPoints } from '../matching/fit.ts'
import type { Policy } from '../matching/policy.ts'

/** Longest list of needs for which every subset's points are kept in a table. */
const TABLED = 8

export interface NeedScores {
  /** tables[n][met]: points of an actor with n ranked needs of which those whose bit is set in `met` are served. */
  readonly tables: readonly Uint16Array[]
  /** The same for any number of needs up to 32. */
  of(count: number, met: number): number
}

function pointsOf(policy: Policy, count: number, met: number): number {
  const ranks = Array.from({ length: count }, (_, rank) => String(rank))
  return needPoints(policy, ranks, (need) => (met & (1 << Number(need))) !== 0)
}

export function createNeedScores(policy: Policy): NeedScores {
  const tables = Array.from({ length: TABLED + 1 }, (_, count) =>
    Uint16Array.from({ length: 1 << count }, (_unused, met) => pointsOf(policy, count, met)),
  )
  return { tables, of: (count, met) => tables[count]?.[met] ?? pointsOf(policy, count, met) }
}
