import { type Network, OUTSIDE } from '#app/domain/planning/network.ts'

/** What is wrong with a flow, in words for a failed test; empty when it keeps every bound and every node. */
export function flowFaults(network: Network, units: Float64Array): readonly string[] {
  const faults: string[] = []
  const balance = new Float64Array(network.nodes)
  for (let arc = 0; arc < network.arcs; arc++) {
    const flow = units[arc]!
    if (!Number.isInteger(flow)) faults.push(`arc ${arc} carries ${flow}`)
    if (flow < network.lower[arc]! || flow > network.upper[arc]!) faults.push(`arc ${arc} breaks a bound with ${flow}`)
    if (network.from[arc] !== OUTSIDE) balance[network.from[arc]!]! -= flow
    if (network.to[arc] !== OUTSIDE) balance[network.to[arc]!]! += flow
  }
  balance.forEach((rest, node) => {
    if (rest !== 0) faults.push(`node ${node} keeps ${rest}`)
  })
  const on = network.switches.filter(({ arc }) => units[arc]! > 0)
  for (const { arc, minimum } of on) if (units[arc]! < minimum) faults.push(`arc ${arc} is on below its minimum`)
  if (network.mostOn !== null && on.length > network.mostOn) faults.push(`${on.length} are on`)
  return faults
}
