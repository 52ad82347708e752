import { needPoints } from '../matching/fit.ts'
import type { Policy } from '../matching/policy.ts'
import { POINTS_SHIFT } from './group-plan.ts'

/** Longest list of needs for which every subset's points are kept in a table. */
const TABLED = 8

export interface NeedScores {
  /** Points of an actor with `count` ranked needs, up to 32, of which those whose bit is set in `met` are served. */
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
  return { of: (count, met) => tables[count]?.[met] ?? pointsOf(policy, count, met) }
}

/** How many ranked needs the tables of addedKeys know; an actor with more is scored one pair at a time. */
export const TABLED_NEEDS = 5

/**
 * What an actor's needs and sector add to an offer's rankKey: tables[needs][at], where `at` has a bit for each need the
 * offer serves, by rank, and bit TABLED_NEEDS when it names her sector. Other offers must be open to all sectors.
 */
export function addedKeys(policy: Policy, needScores: NeedScores): readonly Int32Array[] {
  const { weights, sector } = policy
  return Array.from({ length: TABLED_NEEDS + 1 }, (_, count) =>
    Int32Array.from({ length: 2 << TABLED_NEEDS }, (_unused, at) => {
      const sectorPoints = weights.sector * (at >>> TABLED_NEEDS ? sector.named : sector.all)
      return (needScores.of(count, at & ((1 << count) - 1)) + sectorPoints) << POINTS_SHIFT
    }),
  )
}
