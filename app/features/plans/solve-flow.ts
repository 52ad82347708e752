import loadHighs, { type Highs, type Model, type ModelData } from 'highs'
import {
  type Flow,
  type FlowSolver,
  goalTotals,
  type Network,
  OUTSIDE,
  SolveStopped,
} from '#app/domain/planning/network.ts'

/** Below this a number the solver gives is taken for a whole one. */
const WHOLE = 1e-6
/** Duals of whole costs are whole, so anything beyond is not nought. */
const DUAL = 1e-6
/** How far below the total reached a later goal may fall: beyond the solver's tolerance, and far below one place. */
const SLACK = 1e-3
/** The solver's code for a solution that keeps all bounds. */
const FEASIBLE = 2

/** Share of the time left that is kept for the flow of a choice of programmes, so that the best choice found is not lost. */
const RESERVE = 0.25

/** The name and version of the solver, stored with every plan. */
export function solverVersion(highs: Highs): string {
  return `HiGHS ${highs.version.string}`
}

/**
 * Reads the solver (3.5 MB of WASM, about 0.1 s). One thread; a solve blocks it, so pages never call it.
 */
export const loadSolver = (): Promise<Highs> => loadHighs()

/**
 * HiGHS as a solver of networks. Goals are solved one after another: what an optimum of the first goal leaves open is
 * exactly the flow on arcs without reduced cost, so the others are held where they are and the next goal is solved over
 * the rest. No goal is a weight, and the model stays a network throughout.
 * @param secondsLeft seconds until the solver has to stop
 */
export function highsSolver(highs: Highs, secondsLeft: () => number): FlowSolver {
  const solve: FlowSolver = (network) => {
    if (network.arcs === 0) return { ...none(network), status: 'optimal' }
    return highs.withModel(toModel(highs, network), (model) => {
      model.options.set({ output_flag: false, random_seed: 1 })
      if (network.switches.length === 0) return solveByFixing(highs, model, network, secondsLeft)
      const reserve = secondsLeft() * RESERVE
      const chosen = chooseSwitches(highs, model, network, () => secondsLeft() - reserve)
      if (!chosen.on) return none(network)
      // why: with the choice made it is a network again, and its corners are whole
      const late = Math.max(0, reserve - secondsLeft())
      return { ...highsSolver(highs, () => secondsLeft() + late)(withChoice(network, chosen.on)), ...chosen.end }
    })
  }
  return solve
}

/** The network with its switches set: what is off carries nothing, what is on at least its minimum. */
export function withChoice(network: Network, on: readonly boolean[]): Network {
  const lower = network.lower.slice()
  const upper = network.upper.slice()
  network.switches.forEach(({ arc, minimum }, at) => {
    if (on[at]) lower[arc] = Math.max(lower[arc]!, minimum)
    else upper[arc] = 0
  })
  return { ...network, lower, upper, switches: [], mostOn: null }
}

/** Runs within the time left. @returns whether it came to a proved end. @throws SolveStopped with nothing in hand. */
function run(highs: Highs, model: Model, secondsLeft: () => number): 'optimal' | 'time_limit' | 'infeasible' {
  const seconds = secondsLeft()
  if (seconds <= 0) throw new SolveStopped('no time left')
  model.zeroAllClocks()
  model.options.set('time_limit', seconds)
  model.run()
  const { modelStatus } = highs.constants
  const status = model.getModelStatus()
  if (status === modelStatus.optimal || status === modelStatus.empty) return 'optimal'
  if (status === modelStatus.infeasible) return 'infeasible'
  if (status === modelStatus.timeLimit) return 'time_limit'
  throw new Error(`the solver ended with status ${status}`)
}

function solveByFixing(highs: Highs, model: Model, network: Network, secondsLeft: () => number): Flow {
  const lower = network.lower.slice()
  const upper = network.upper.slice()
  const all = { kind: 'range', from: 0, to: network.arcs - 1 } as const
  let values = new Float64Array(network.arcs)
  for (const [place, goal] of network.goals.entries()) {
    if (place > 0) {
      model.changeColsBounds(all, lower, upper)
      model.changeColsCost(all, goal.value)
    }
    const status = run(highs, model, secondsLeft)
    if (status === 'infeasible') return none(network)
    if (status === 'time_limit') throw new SolveStopped('time limit')
    const solution = model.getSolution()
    values = new Float64Array(solution.colValue)
    for (let arc = 0; arc < network.arcs; arc++) {
      if (Math.abs(solution.colDual[arc]!) <= DUAL) continue
      lower[arc] = Math.round(values[arc]!)
      upper[arc] = lower[arc]!
    }
  }
  return whole(network, values, 'optimal', 0)
}

interface Choice {
  /** Whether each switch is on; null where nothing is possible. */
  readonly on: readonly boolean[] | null
  readonly end: Pick<Flow, 'status' | 'gap'>
}

/** The best choice found when the time was over; a gap nothing is proved of is the whole. */
const stopped = (on: readonly boolean[], gap: number): Choice => ({
  on,
  end: { status: 'time_limit', gap: Number.isFinite(gap) ? gap : 1 },
})

/** Which programmes run: each goal reached becomes a row that the next ones must keep. */
function chooseSwitches(highs: Highs, model: Model, network: Network, secondsLeft: () => number): Choice {
  const columns = network.arcs + network.switches.length
  model.options.set({ mip_rel_gap: 0, mip_abs_gap: 0.4 })
  let on: readonly boolean[] = network.switches.map(() => false)
  for (const [place, goal] of network.goals.entries()) {
    if (place > 0) {
      // why: bounds proved for the goal before do not hold for this one
      model.clearSolver()
      const costs = new Float64Array(columns)
      costs.set(goal.value)
      model.changeColsCost({ kind: 'range', from: 0, to: columns - 1 }, costs)
    }
    // why: what the goals before have chosen keeps all they reached, so it is the best found where the time ends here
    if (place > 0 && secondsLeft() <= 0) return stopped(on, Number.POSITIVE_INFINITY)
    const ended = run(highs, model, secondsLeft)
    if (ended === 'infeasible') return { on: null, end: { status: 'infeasible', gap: 0 } }
    if (ended === 'time_limit' && Number(model.info.get('primal_solution_status')) !== FEASIBLE) {
      if (place === 0) throw new SolveStopped('time limit')
      return stopped(on, Number.POSITIVE_INFINITY)
    }
    const { colValue } = model.getSolution()
    on = network.switches.map((_, at) => colValue[network.arcs + at]! > 0.5)
    if (ended === 'time_limit') return stopped(on, Number(model.info.get('mip_gap')))
    const indices: number[] = []
    const values: number[] = []
    let reached = 0
    goal.value.forEach((value, arc) => {
      if (value === 0) return
      indices.push(arc)
      values.push(value)
      reached += value * colValue[arc]!
    })
    // why: flows may be halves here, their total may not: with the switches set the best total is whole
    if (place < network.goals.length - 1 && indices.length > 0)
      model.addRow(Math.round(reached) - SLACK, highs.infinity, { indices, values })
  }
  return { on, end: { status: 'optimal', gap: 0 } }
}

const none = (network: Network): Flow => ({
  status: 'infeasible',
  units: new Float64Array(network.arcs),
  totals: network.goals.map(() => 0),
  gap: 0,
  fractional: 0,
})

function whole(network: Network, values: Float64Array, status: Flow['status'], gap: number): Flow {
  let fractional = 0
  const units = values.map((value) => {
    const rounded = Math.round(value)
    if (Math.abs(value - rounded) > WHOLE) fractional++
    return rounded === 0 ? 0 : rounded
  })
  return { status, units, totals: goalTotals(network, units), gap, fractional }
}

/** Columns are arcs, rows are nodes; a switch adds a column and one or two rows. */
function toModel(highs: Highs, network: Network): ModelData {
  const { nodes, arcs, from, to, switches, mostOn } = network
  const columns = arcs + switches.length
  const starts = new Int32Array(columns + 1)
  const indices: number[] = []
  const values: number[] = []
  const entry = (row: number, value: number): void => {
    indices.push(row)
    values.push(value)
  }
  const switchOf = new Map(switches.map(({ arc }, at) => [arc, at]))
  const most = (arc: number): number => {
    const bound = network.upper[arc]!
    if (!Number.isFinite(bound)) throw new RangeError('an arc with a switch needs a limit')
    return bound
  }
  for (let arc = 0; arc < arcs; arc++) {
    // why: an arc that ends where it starts changes no node
    if (from[arc] !== to[arc]) {
      if (from[arc] !== OUTSIDE) entry(from[arc]!, -1)
      if (to[arc] !== OUTSIDE) entry(to[arc]!, 1)
    }
    const at = switchOf.get(arc)
    if (at !== undefined) {
      entry(nodes + 2 * at, 1)
      entry(nodes + 2 * at + 1, 1)
    }
    starts[arc + 1] = indices.length
  }
  const limitRow = nodes + 2 * switches.length
  switches.forEach(({ arc, minimum }, at) => {
    entry(nodes + 2 * at, -most(arc))
    entry(nodes + 2 * at + 1, -minimum)
    if (mostOn !== null) entry(limitRow, 1)
    starts[arcs + at + 1] = indices.length
  })
  const rows = limitRow + (mostOn !== null && switches.length > 0 ? 1 : 0)
  const rowLower = new Float64Array(rows)
  const rowUpper = new Float64Array(rows)
  switches.forEach((_, at) => {
    // flow - most x on <= 0 and flow - minimum x on >= 0
    rowLower[nodes + 2 * at] = -highs.infinity
    rowUpper[nodes + 2 * at + 1] = highs.infinity
  })
  if (rows > limitRow) {
    rowLower[limitRow] = -highs.infinity
    rowUpper[limitRow] = mostOn!
  }
  const extended = (base: Float64Array, fill: number): Float64Array => {
    const out = new Float64Array(columns).fill(fill)
    out.set(base)
    return out
  }
  const { variableType, objectiveSense } = highs.constants
  return {
    numCols: columns,
    numRows: rows,
    sense: objectiveSense.maximize,
    colCost: extended(network.goals[0]?.value ?? new Float64Array(arcs), 0),
    colLower: extended(network.lower, 0),
    colUpper: extended(
      network.upper.map((bound) => (Number.isFinite(bound) ? bound : highs.infinity)),
      1,
    ),
    rowLower,
    rowUpper,
    matrix: {
      format: 'csc',
      numRows: rows,
      numCols: columns,
      starts,
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    ...(switches.length > 0
      ? {
          integrality: Array.from({ length: columns }, (_, column) =>
            column < arcs ? variableType.continuous : variableType.integer,
          ),
        }
      : {}),
  } as ModelData
}
