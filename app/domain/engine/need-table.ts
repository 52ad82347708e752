import { needPoints, needPointsOf } from '../matching/fit.ts'
import { needWeight, type Policy } from '../matching/policy.ts'

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

export interface NeedWeights {
  /** Weight of the need at a rank, counted from 0. */
  readonly ofRank: (rank: number) => number
  /** points[weight]: what an actor with `count` ranked needs gets for needs of that weight together. */
  readonly points: (count: number) => Uint16Array
}

/** The same points by the weight of the needs served: weights add up, so the subset itself need not be known. */
export function createNeedWeights(policy: Policy): NeedWeights {
  const tables: Uint16Array[] = []
  return {
    ofRank: (rank) => needWeight(policy, rank),
    points: (count) => {
      tables[count] ??= pointsByWeight(policy, count)
      return tables[count]
    },
  }
}

function pointsByWeight(policy: Policy, count: number): Uint16Array {
  let all = 0
  for (let rank = 0; rank < count; rank++) all += needWeight(policy, rank)
  return Uint16Array.from({ length: all + 1 }, (_, weight) => needPointsOf(policy, weight, all))
}
