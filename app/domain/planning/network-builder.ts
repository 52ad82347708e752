import type { Network, NetworkSwitch } from './network.ts'

/** Grows a network arc by arc. */
export interface NetworkBuilder {
  node(): number
  /** @returns the number of the arc. */
  arc(from: number, to: number, upper: number, worth?: Readonly<Record<string, number>>): number
  finish(switches?: readonly NetworkSwitch[], mostOn?: number | null): Network
}

/** `goals` are the names of the goals, the most important first; what an arc is worth to others is passed over. */
export function networkBuilder(goals: readonly string[]): NetworkBuilder {
  const from: number[] = []
  const to: number[] = []
  const upper: number[] = []
  const values = goals.map((): number[] => [])
  let nodes = 0
  return {
    node: () => nodes++,
    arc(source, target, bound, worth = {}) {
      goals.forEach((goal, at) => {
        values[at]!.push(worth[goal] ?? 0)
      })
      from.push(source)
      to.push(target)
      return upper.push(bound) - 1
    },
    finish: (switches = [], mostOn = null) => ({
      nodes,
      arcs: from.length,
      from: Int32Array.from(from),
      to: Int32Array.from(to),
      lower: new Float64Array(from.length),
      upper: Float64Array.from(upper),
      goals: goals.map((name, at) => ({ name, value: Float64Array.from(values[at]!) })),
      switches,
      mostOn,
    }),
  }
}
