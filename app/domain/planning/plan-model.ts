import { countDemand, type PlanDemand } from './demand.ts'
import type { Award } from './hand-out.ts'
import { areaOf, buildPlanModel, type HandNumber, type PlanModel } from './plan-network.ts'
import { goalsOf, type Scenario } from './scenario.ts'

/** The model of a demand with what was given before. */
export function modelFor(
  demand: PlanDemand,
  given: { readonly awards: readonly Award[]; readonly numbers: readonly HandNumber[]; readonly exempt?: string },
  scenario: Scenario,
  all: PlanDemand = demand,
): PlanModel {
  const model = buildPlanModel({
    ...countDemand(demand),
    regencies: demand.regencies,
    offers: demand.offers,
    sets: demand.sets,
    numbers: given.numbers,
    goals: goalsOf(scenario),
    floor: scenario.floor,
    programmes: scenario.programmes,
    alreadyPlaced: placedByArea(all, given.awards, scenario),
    ...(given.exempt === undefined ? {} : { exempt: given.exempt }),
  })
  return scenario.programmes ? keepRunning(model, given.awards, scenario.programmes.minimumBatch) : model
}

/**
 * A programme with pinned places runs: it has no switch, counts among those that may run, and the rest of its minimum batch
 * is the least it gets.
 */
function keepRunning(model: PlanModel, pinned: readonly Award[], minimumBatch: number): PlanModel {
  const { network, offerArc } = model
  const lower = network.lower.slice()
  const given = new Map<number, number>()
  for (const { offer } of pinned) given.set(offer, (given.get(offer) ?? 0) + 1)
  for (const [offer, places] of given) lower[offerArc[offer]!] = Math.max(0, minimumBatch - places)
  const running = new Set([...given.keys()].map((offer) => offerArc[offer]!))
  const switches = network.switches.filter(({ arc }) => !running.has(arc))
  const mostOn = network.mostOn === null ? null : network.mostOn - given.size
  return { ...model, network: { ...network, lower, switches, mostOn } }
}

/** Places given so far, by the area whose floor they count for. */
export function placedByArea(
  demand: PlanDemand,
  awards: readonly Award[],
  { floor }: Pick<Scenario, 'floor'>,
): ReadonlyMap<string, number> {
  const placed = new Map<string, number>()
  if (!floor) return placed
  for (const { actor } of awards) {
    const area = areaOf(floor.per, demand.regencies[demand.actors.regency[actor]!]!, demand.actors.cluster[actor]!)
    placed.set(area, (placed.get(area) ?? 0) + 1)
  }
  return placed
}
