import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { countDemand, type PlanDemand } from '#app/domain/planning/demand.ts'
import { greedyFlow } from '#app/domain/planning/greedy-flow.ts'
import { compareTotals, type FlowSolver, goalTotals, type Network } from '#app/domain/planning/network.ts'
import { buildPlanModel, type PlanModelInput } from '#app/domain/planning/plan-network.ts'
import { residualWorth } from '#app/domain/planning/residual-worth.ts'
import { highsSolver, loadSolver } from '#app/features/plans/solve-flow.ts'
import { flowFaults } from '#tests/support/flow-faults.ts'
import { networkSimplex } from '#tests/support/network-simplex.ts'
import { anyDemand } from '#tests/support/random-demand.ts'

let solve: FlowSolver
beforeAll(async () => {
  solve = highsSolver(await loadSolver(), () => 60)
})

const GOALS = ['never_helped', 'floor', 'covered', 'near'] as const
const RUNS = { numRuns: 25 }

function modelOf(demand: PlanDemand, more: Partial<PlanModelInput> = {}) {
  return buildPlanModel({
    ...countDemand(demand),
    regencies: demand.regencies,
    offers: demand.offers,
    sets: demand.sets,
    numbers: [],
    goals: GOALS,
    floor: { per: 'province', share: 0.5 },
    programmes: null,
    ...more,
  })
}

/** All goals as one number, each outweighing everything after it. */
function weighed(network: Network): Float64Array {
  const value = new Float64Array(network.arcs)
  for (const goal of network.goals) for (let a = 0; a < network.arcs; a++) value[a] = value[a]! * 200 + goal.value[a]!
  return value
}

/** The best totals over every way to fill the places one by one: paths of the network by depth-first search. */
function bruteForce(network: Network): readonly number[] {
  const units = new Float64Array(network.arcs)
  const entries = [...network.from.keys()].filter((arc) => network.from[arc] === -1)
  let best = goalTotals(network, units)
  const seen = new Set<string>()
  const paths = (arc: number, done: () => void): void => {
    if (units[arc]! >= network.upper[arc]!) return
    units[arc]!++
    if (network.to[arc] === -1) done()
    else for (let next = 0; next < network.arcs; next++) if (network.from[next] === network.to[arc]) paths(next, done)
    units[arc]!--
  }
  const visit = (): void => {
    const key = units.join()
    if (seen.has(key)) return
    seen.add(key)
    const totals = goalTotals(network, units)
    if (compareTotals(totals, best) > 0) best = totals
    for (const entry of entries) paths(entry, visit)
  }
  visit()
  return best
}

test('the optimum is that of brute force, goal by goal', () => {
  fc.assert(
    fc.property(anyDemand({ actors: 3, offers: 3, places: 2, room: 2 }), (demand) => {
      const { network } = modelOf(demand)
      const flow = solve(network)
      expect(flow.totals).toEqual(bruteForce(network))
    }),
    RUNS,
  )
})

test('the optimum is whole, keeps every bound, and is that of an independent network simplex', () => {
  fc.assert(
    fc.property(
      anyDemand({ actors: 60, offers: 8, places: 20, room: 3 }),
      fc.constantFrom('province', 'cluster', 'regency'),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (demand, per, share) => {
        const { network } = modelOf(demand, { floor: { per, share } })
        const flow = solve(network)
        expect(flow.fractional).toBe(0)
        expect(flowFaults(network, flow.units)).toEqual([])
        const value = weighed(network)
        const own = networkSimplex(network, value)
        expect(flowFaults(network, own.units)).toEqual([])
        const totals = flow.totals.reduce((sum, total) => sum * 200 + total, 0)
        expect(totals).toBe(own.objective)
      },
    ),
    RUNS,
  )
})

test('greedy keeps all bounds and is never above the plan', () => {
  fc.assert(
    fc.property(anyDemand({ actors: 60, offers: 8, places: 20, room: 3 }), (demand) => {
      const { network } = modelOf(demand)
      const greedy = greedyFlow(network)
      expect(flowFaults(network, greedy)).toEqual([])
      expect(compareTotals(solve(network).totals, goalTotals(network, greedy))).toBeGreaterThanOrEqual(0)
    }),
    RUNS,
  )
})

test('what one more place is worth is the difference of two solves', () => {
  fc.assert(
    fc.property(
      anyDemand({ actors: 40, offers: 6, places: 10, room: 3 }),
      fc.nat(),
      fc.nat(),
      (demand, anyOffer, anySegment) => {
        const model = modelOf(demand)
        const flow = solve(model.network)
        const worth = residualWorth(model.network, flow.units)
        const gainOf = (offers: PlanDemand['offers'], sets = demand.sets) => {
          const more = solve(modelOf({ ...demand, offers, sets }).network)
          return more.totals.map((total, goal) => total - flow.totals[goal]!)
        }
        const atLeastNothing = (value: readonly number[] | null) => {
          const zero = flow.totals.map(() => 0)
          return value && compareTotals(value, zero) > 0 ? value.map((v) => v + 0) : zero
        }
        const o = anyOffer % demand.offers.length
        const one = demand.offers.map((offer, at) => (at === o ? { ...offer, places: offer.places + 1 } : offer))
        expect(atLeastNothing(worth(model.offerNode[o]!))).toEqual(gainOf(one))

        const { segments } = countDemand(demand)
        if (segments.length === 0) return
        const s = anySegment % segments.length
        const place = segments[s]!
        const local = {
          id: 'new',
          partnerId: 'new',
          level: 'regency',
          needs: [demand.needs[place.need]!],
          places: 1,
        } as const
        // why: a place in this kabupaten alone, for the actors of this segment
        const sets = [
          ...demand.sets,
          { ...demand.sets[place.set]!, open: [...demand.sets[place.set]!.open, demand.offers.length] },
        ]
        const { groups } = countDemand(demand)
        const apart = segments.map((segment, at) => (at === s ? { ...segment, set: demand.sets.length } : segment))
        const wider = buildPlanModel({
          segments: apart,
          groups,
          regencies: demand.regencies,
          offers: [...demand.offers, local],
          sets,
          numbers: [],
          goals: GOALS,
          floor: { per: 'province', share: 0.5 },
          programmes: null,
          offerWorth: (offer) => (offer.id === 'new' ? 0 : { national: 0, province: 1, regency: 2 }[offer.level]),
        })
        const more = solve(wider.network).totals.map((total, goal) => total - flow.totals[goal]!)
        expect(atLeastNothing(worth(model.segmentNode[s]!))).toEqual(more)
      },
    ),
    RUNS,
  )
})

/** Two women for one place: half a place each would be as much in all, and must not be counted as two. */
const HALVES: PlanDemand = {
  regencies: ['11.01'],
  needs: ['marketing'],
  offers: [{ id: 'offer-0', partnerId: 'partner-0', level: 'national', needs: ['marketing'], places: 1 }],
  sets: [{ open: [0], hand: [], why: null }],
  actors: {
    ids: ['demo-0000', 'demo-0001'],
    regency: [0, 0],
    cluster: [1, 1],
    since: [null, null],
    first: [0, 1],
    room: [1, 1],
    start: [0, 1, 2],
    need: [0, 0],
    set: [0, 0],
  },
}

test('a programme runs with its minimum or not at all, at most as many as asked, and brute force over the choice agrees', () => {
  fc.assert(
    fc.property(
      anyDemand({ actors: 20, offers: 4, places: 6, room: 2 }),
      fc.integer({ min: 1, max: 4 }),
      fc.option(fc.integer({ min: 0, max: 4 })),
      (demand, minimumBatch, most) => {
        const { network } = modelOf(demand, { programmes: { minimumBatch, most } })
        const flow = solve(network)
        expect(flow.status).toBe('optimal')
        expect(flowFaults(network, flow.units)).toEqual([])
        let best: readonly number[] | null = null
        const count = network.switches.length
        for (let mask = 0; mask < 1 << count; mask++) {
          const on = network.switches.map((_, at) => (mask & (1 << at)) !== 0)
          if (most !== null && on.filter(Boolean).length > most) continue
          const lower = network.lower.slice()
          const upper = network.upper.slice()
          network.switches.forEach(({ arc, minimum }, at) => {
            if (on[at]) lower[arc] = minimum
            else upper[arc] = 0
          })
          if (network.switches.some(({ arc }) => lower[arc]! > upper[arc]!)) continue
          const fixed = solve({ ...network, lower, upper, switches: [], mostOn: null })
          if (fixed.status === 'optimal' && (!best || compareTotals(fixed.totals, best) > 0)) best = fixed.totals
        }
        expect(flow.totals).toEqual(best)
      },
    ),
    { numRuns: 40, examples: [[HALVES, 1, null]] },
  )
})

test('an empty network has an answer', () => {
  const { network } = modelOf({
    regencies: [],
    needs: [],
    offers: [],
    sets: [],
    actors: { ids: [], regency: [], cluster: [], since: [], first: [], room: [], start: [0], need: [], set: [] },
  })
  expect(solve(network)).toMatchObject({ status: 'optimal', totals: [0, 0, 0, 0] })
})
