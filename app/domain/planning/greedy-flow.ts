import { compareTotals, type Network, OUTSIDE } from './network.ts'

/** Arc numbers by the node they leave, those of OUTSIDE last. */
export function arcsByNode(ends: Int32Array, nodes: number): readonly (readonly number[])[] {
  const lists = Array.from({ length: nodes + 1 }, (): number[] => [])
  ends.forEach((node, arc) => {
    lists[node === OUTSIDE ? nodes : node]!.push(arc)
  })
  return lists
}

/**
 * What somebody does who fills offer after offer with the best place still open and never takes one back. It keeps all
 * bounds but no minimum of a switch. The comparison every plan is shown with.
 */
export function greedyFlow(network: Network): Float64Array {
  const units = new Float64Array(network.arcs)
  const leaving = arcsByNode(network.from, network.nodes)
  const worth = (arc: number): number[] => network.goals.map(({ value }) => value[arc]!)
  const ordered = leaving.map((arcs) => [...arcs].sort((a, b) => compareTotals(worth(b), worth(a)) || a - b))
  /** The first arc of each node that may still lead somewhere. */
  const next = new Uint32Array(network.nodes + 1)

  /** Sends up to `most` units from a node outwards; how many arrived. */
  const send = (node: number, most: number): number => {
    let sent = 0
    const arcs = ordered[node]!
    while (sent < most && next[node]! < arcs.length) {
      const arc = arcs[next[node]!]!
      const room = Math.min(most - sent, network.upper[arc]! - units[arc]!)
      const target = network.to[arc]!
      const arrived = room <= 0 ? 0 : target === OUTSIDE ? room : send(target, room)
      units[arc]! += arrived
      sent += arrived
      // why: an arc that is full, or let less through than it had room for, leads nowhere any more
      if (arrived < room || room <= 0 || sent < most) next[node]!++
    }
    return sent
  }

  for (const arc of [...leaving[network.nodes]!]) {
    const target = network.to[arc]!
    units[arc] = target === OUTSIDE ? network.upper[arc]! : send(target, network.upper[arc]!)
  }
  return units
}
