import type { PlanDemand } from './demand.ts'
import { countDemand } from './demand.ts'
import { arcsByNode } from './greedy-flow.ts'
import type { PlaceCount } from './hand-out.ts'
import type { HandNumber, PlanModel } from './plan-network.ts'

/**
 * Which offer's places flow into which kabupaten, cluster and need: a flow through pools leaves that open, and any share
 * is as good, since whoever is in the pool may have any offer of it. Offers are taken in their order.
 */
export function placesOf(
  demand: PlanDemand,
  model: PlanModel,
  units: Float64Array,
  numbers: readonly HandNumber[],
): readonly PlaceCount[] {
  const { network } = model
  const into = arcsByNode(network.to, network.nodes)
  const left = units.slice()
  const offerOfNode = new Map(model.offerNode.map((node, offer) => [node, offer]))
  numbers.forEach((number, at) => {
    offerOfNode.set(network.to[model.numberArc[at]!]!, number.offer)
  })
  /** Takes a unit's way back from a node to its offer, with as many units as fit through it. */
  const trace = (node: number, most: number, path: number[]): { offer: number; units: number } => {
    const offer = offerOfNode.get(node)
    if (offer !== undefined) return { offer, units: most }
    const arc = into[node]!.find((candidate) => left[candidate]! > 0)!
    path.push(arc)
    return trace(network.from[arc]!, Math.min(most, left[arc]!), path)
  }
  const counts: PlaceCount[] = []
  countDemand(demand).segments.forEach((segment, s) => {
    let rest = units[model.segmentArc[s]!]!
    while (rest > 0) {
      const path: number[] = []
      const found = trace(model.segmentNode[s]!, rest, path)
      for (const arc of path) left[arc]! -= found.units
      rest -= found.units
      const { regency, cluster, need } = segment
      counts.push({ offer: found.offer, regency, cluster, need, places: found.units })
    }
  })
  return counts
}
