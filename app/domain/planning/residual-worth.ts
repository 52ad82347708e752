import { arcsByNode } from './greedy-flow.ts'
import { type Network, OUTSIDE } from './network.ts'

/** What one more unit that starts at a node adds to each goal at best; null where it cannot leave the network. */
export type WorthOfNode = (node: number) => readonly number[] | null

/** The worth of a unit was asked around a flow that can still be made better. */
export class NotOptimal extends Error {}

/**
 * The exact worth of one more unit at every node, around an optimal flow: the best way through what is left of the
 * network, where flow already placed may be pushed back. This is the difference of two solves, not a dual price, which
 * in a degenerate optimum can be that of one unit less.
 * @throws NotOptimal when the flow is not optimal, since a way round would then gain for ever.
 */
export function residualWorth(network: Network, units: Float64Array): WorthOfNode {
  const { nodes, goals } = network
  const count = goals.length
  const best = new Float64Array(nodes * count).fill(Number.NEGATIVE_INFINITY)
  const into = arcsByNode(network.to, nodes)
  const out = arcsByNode(network.from, nodes)
  const queue: number[] = []
  const queued = new Uint8Array(nodes)
  const rounds = new Uint32Array(nodes)
  const zero = new Float64Array(count)
  const trial = new Float64Array(count)

  /** Offers node `node` the way over `arc` to a place that is worth `base` from `at` on. */
  const offer = (node: number, arc: number, sign: 1 | -1, base: Float64Array, at: number): void => {
    for (let g = 0; g < count; g++) trial[g] = base[at + g]! + sign * goals[g]!.value[arc]!
    const start = node * count
    for (let g = 0; g < count; g++) {
      if (trial[g]! < best[start + g]!) return
      if (trial[g]! > best[start + g]!) {
        best.set(trial, start)
        if (queued[node] === 0) {
          if (++rounds[node]! > nodes) throw new NotOptimal('the flow is not optimal')
          queued[node] = 1
          queue.push(node)
        }
        return
      }
    }
  }
  const reach = (node: number, base: Float64Array, at: number): void => {
    for (const arc of into[node === OUTSIDE ? nodes : node]!) {
      const source = network.from[arc]!
      if (source !== OUTSIDE && units[arc]! < network.upper[arc]!) offer(source, arc, 1, base, at)
    }
    for (const arc of out[node === OUTSIDE ? nodes : node]!) {
      const source = network.to[arc]!
      if (source !== OUTSIDE && units[arc]! > network.lower[arc]!) offer(source, arc, -1, base, at)
    }
  }

  reach(OUTSIDE, zero, 0)
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head]!
    queued[node] = 0
    reach(node, best, node * count)
  }
  return (node) => {
    const start = node * count
    if (count === 0 || best[start] === Number.NEGATIVE_INFINITY) return null
    return Array.from(best.subarray(start, start + count))
  }
}
