/** The end of arcs that come from or go to the world outside the network, where flow need not be kept. */
export const OUTSIDE = -1

/** What a unit of flow on each arc is worth to one goal. Whole numbers, to be made as large as possible in sum. */
export interface NetworkGoal {
  readonly name: string
  readonly value: Float64Array
}

/** An arc that carries either nothing or at least a minimum: a programme that runs or does not. */
export interface NetworkSwitch {
  readonly arc: number
  /** Least units when it is on; at least 1. */
  readonly minimum: number
}

/**
 * A flow network as data: what flows into a node flows out of it, every arc stays between its bounds. With whole bounds
 * every corner of what is possible is whole, so a simplex answer needs no rounding (the matrix is totally unimodular).
 */
export interface Network {
  readonly nodes: number
  readonly arcs: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly lower: Float64Array
  /** Infinity where nothing limits. */
  readonly upper: Float64Array
  /** The most important first: a later goal never costs an earlier one anything. */
  readonly goals: readonly NetworkGoal[]
  readonly switches: readonly NetworkSwitch[]
  /** Most switches that may be on; null for any number. */
  readonly mostOn: number | null
}

/** `optimal` is proved; `time_limit` is the best found, with `gap` telling how far from proved; the rest have no flow. */
export type FlowStatus = 'optimal' | 'time_limit' | 'infeasible'

export interface Flow {
  readonly status: FlowStatus
  /** Units on each arc; whole numbers. */
  readonly units: Float64Array
  /** The sum of each goal, in their order. */
  readonly totals: readonly number[]
  /** Relative distance to the proved bound of the last goal; 0 when optimal. */
  readonly gap: number
  /** Columns that came back from the solver with a fraction, before they were rounded. */
  readonly fractional: number
}

/** Finds the lexicographically best flow. Where the time given to it is over it throws SolveStopped. */
export type FlowSolver = (network: Network) => Flow

/** The solver was out of time before it had any answer. */
export class SolveStopped extends Error {}

/** The sum of each goal of a flow. */
export function goalTotals(network: Network, units: Float64Array): readonly number[] {
  return network.goals.map(({ value }) => {
    let sum = 0
    for (let arc = 0; arc < network.arcs; arc++) sum += value[arc]! * units[arc]!
    return sum
  })
}

/** Negative when `a` is worth less than `b`, the first goal counting before the second. */
export function compareTotals(a: ArrayLike<number>, b: ArrayLike<number>): number {
  for (let goal = 0; goal < a.length; goal++) if (a[goal] !== b[goal]) return a[goal]! - b[goal]!
  return 0
}
