import { provinceOf } from '../values/actor.ts'
import { countDemand, type PlanDemand } from './demand.ts'
import { sumsLess, sumsOf } from './goal-sums.ts'
import { greedyFlow } from './greedy-flow.ts'
import { compareTotals, type Flow, type FlowSolver, goalTotals, type Network, SolveStopped } from './network.ts'
import { overrideDemand } from './override-demand.ts'
import { modelFor } from './plan-model.ts'
import { NEARNESS, type PlanModel } from './plan-network.ts'
import type { GoalSums, PlanOverrideLoss } from './plan-result.ts'
import { NotOptimal, residualWorth } from './residual-worth.ts'
import type { Scenario } from './scenario.ts'

export interface OfferWorth {
  readonly anywhere: GoalSums
  readonly byProvince: Readonly<Record<string, GoalSums>>
}

/** What one sees of a plan beside the plan itself. */
export interface PlanExtras {
  readonly greedy: GoalSums
  readonly worth: readonly OfferWorth[] | null
  readonly floorCosts: ReadonlyMap<string, GoalSums> | null
  readonly highestFloor: number | null
  readonly overrides: readonly PlanOverrideLoss[]
  readonly incomplete: boolean
}

interface ExtrasInput {
  readonly demand: PlanDemand
  readonly scenario: Scenario
  readonly solve: FlowSolver
  readonly overridden: ReturnType<typeof overrideDemand>
  readonly model: PlanModel
  readonly flow: Flow
  readonly dropped: readonly string[]
  readonly onProgress: (done: number, total: number) => void
}

/** Overrides and floors are solved without one by one; beyond so many only their common effect is. */
const MOST_SOLVES = 40

export function workOutExtras(input: ExtrasInput): PlanExtras {
  const { demand, overridden, model, flow, scenario } = input
  let incomplete = false
  const inTime = <T>(work: () => T): T | null => {
    try {
      return work()
    } catch (error) {
      const unproved = error instanceof NotOptimal && flow.status === 'time_limit'
      if (!(error instanceof SolveStopped) && !unproved) throw error
      incomplete = true
      return null
    }
  }
  const steps = 3 + Math.min(scenario.overrides.length, MOST_SOLVES)
  input.onProgress(1, steps)
  const worth = inTime(() => worthOfPlaces(overridden.demand, model, flow))
  const floors = inTime(() => floorFigures(input))
  input.onProgress(2, steps)
  const overrides = scenario.overrides.map((_, at): PlanOverrideLoss => {
    input.onProgress(3 + at, steps)
    const loss = at < MOST_SOLVES ? inTime(() => lossOf(input, at)) : null
    const number = overridden.numbers.findIndex((one) => one.at === at)
    const arc = model.numberArc[number]
    const short = arc !== undefined && flow.units[arc]! < model.network.upper[arc]!
    const pins = number < 0 ? 0 : scenarioPlaces(scenario, at) - overridden.numbers[number]!.places
    return { at, loss, reached: short ? flow.units[arc]! + pins : null }
  })
  input.onProgress(steps, steps)
  const greedy = greedyFlow(model.network)
  return {
    greedy: sumsOf(model, goalTotals(model.network, greedy), overridden.pinned, demand),
    worth,
    floorCosts: floors?.costs ?? null,
    highestFloor: floors?.highest ?? null,
    overrides,
    incomplete,
  }
}

const scenarioPlaces = (scenario: Scenario, at: number): number => {
  const override = scenario.overrides[at]!
  return override.kind === 'number' ? override.places : 0
}

/** The network with programmes on or off as the flow has them, so that what is left of it can be searched. */
function asChosen(network: Network, units: Float64Array): Network {
  if (network.switches.length === 0) return network
  const lower = network.lower.slice()
  const upper = network.upper.slice()
  for (const { arc, minimum } of network.switches) {
    if (units[arc]! > 0) lower[arc] = Math.max(lower[arc]!, minimum)
    else upper[arc] = 0
  }
  return { ...network, lower, upper, switches: [], mostOn: null }
}

/** What one more place of each offer is worth, anywhere and by province. */
function worthOfPlaces(demand: PlanDemand, model: PlanModel, flow: Flow): readonly OfferWorth[] {
  const goals = model.network.goals
  const worth = residualWorth(asChosen(model.network, flow.units), flow.units)
  const nearAt = goals.findIndex((goal) => goal.name === 'near')
  const zero = goals.map(() => 0)
  const sums = (value: readonly number[]): GoalSums => {
    const out: Record<string, number> = {}
    goals.forEach((goal, at) => {
      if (goal.name !== 'hand') out[goal.name] = value[at]! + 0
    })
    return out
  }
  const byProvince = demand.offers.map(() => new Map<string, readonly number[]>())
  countDemand(demand).segments.forEach((segment, s) => {
    const from = worth(model.segmentNode[s]!)
    if (!from) return
    const province = provinceOf(demand.regencies[segment.regency]!)
    for (const offer of demand.sets[segment.set]!.open) {
      const value = [...from]
      if (nearAt >= 0) value[nearAt]! += NEARNESS[demand.offers[offer]!.level]
      const best = byProvince[offer]!.get(province) ?? zero
      if (compareTotals(value, best) > 0) byProvince[offer]!.set(province, value)
    }
  })
  return demand.offers.map((_, offer) => {
    const value = worth(model.offerNode[offer]!)
    return {
      anywhere: sums(value && compareTotals(value, zero) > 0 ? value : zero),
      byProvince: Object.fromEntries(
        [...byProvince[offer]!].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, best]) => [code, sums(best)]),
      ),
    }
  })
}

function solveFor(input: ExtrasInput, scenario: Scenario, exempt?: string): GoalSums | null {
  const { demand, pinned, numbers, faults } = overrideDemand(input.demand, scenario.overrides)
  if (faults.length > 0) return null
  const running = {
    ...demand,
    offers: demand.offers.map((offer) => (input.dropped.includes(offer.id) ? { ...offer, places: 0 } : offer)),
  }
  const given = { awards: pinned, numbers, ...(exempt === undefined ? {} : { exempt }) }
  const model = modelFor(running, given, scenario)
  return sumsOf(model, input.solve(model.network).totals, pinned, input.demand)
}

const bestOf = (input: ExtrasInput): GoalSums =>
  sumsOf(input.model, input.flow.totals, input.overridden.pinned, input.demand)

/** What the plan would gain without one of its overrides. */
function lossOf(input: ExtrasInput, at: number): GoalSums | null {
  const overrides = input.scenario.overrides.filter((_, other) => other !== at)
  const without = solveFor(input, { ...input.scenario, overrides })
  return without && sumsLess(without, bestOf(input))
}

function floorFigures(input: ExtrasInput): { costs: ReadonlyMap<string, GoalSums>; highest: number | null } {
  const { model, scenario, flow } = input
  const costs = new Map<string, GoalSums>()
  if (!scenario.floor || model.floors.length === 0) return { costs, highest: null }
  const withAll = bestOf(input)
  const withoutAny = solveFor(input, { ...scenario, floor: null, goals: scenario.goals.filter((g) => g !== 'floor') })!
  const strip = ({ floor, ...rest }: GoalSums): GoalSums => rest
  const free = compareSums(withoutAny, withAll) === 0
  for (const [at, { area }] of model.floors.entries()) {
    if (free) costs.set(area, sumsLess(withoutAny, withAll))
    else if (at < MOST_SOLVES) costs.set(area, sumsLess(strip(solveFor(input, scenario, area)!), withAll))
  }
  const short = model.floors.some(({ arc, asked }) => flow.units[arc]! < asked)
  return { costs, highest: short ? highestFloor(input) : null }
}

const compareSums = (a: GoalSums, b: GoalSums): number =>
  Object.keys(a).reduce((found, goal) => found || a[goal as keyof GoalSums]! - b[goal as keyof GoalSums]!, 0)

/** By halving, to half a per cent: the highest share that every area can have together. */
function highestFloor(input: ExtrasInput): number {
  const { scenario } = input
  const before = scenario.goals.slice(0, Math.max(0, scenario.goals.indexOf('floor')))
  let low = 0
  let high = Math.floor(scenario.floor!.share * 200)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const share = middle / 200
    const { demand, pinned, numbers } = overrideDemand(input.demand, scenario.overrides)
    const model = modelFor(
      demand,
      { awards: pinned, numbers },
      { ...scenario, goals: [...before, 'floor'], floor: { ...scenario.floor!, share } },
    )
    const flow = input.solve(model.network)
    const kept = model.floors.every(({ arc, asked }) => flow.units[arc]! >= asked)
    if (kept) low = middle
    else high = middle - 1
  }
  return low / 200
}
