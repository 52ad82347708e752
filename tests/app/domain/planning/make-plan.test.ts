import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { PlanDemand } from '#app/domain/planning/demand.ts'
import { makePlan } from '#app/domain/planning/make-plan.ts'
import { compareTotals, type FlowSolver, SolveStopped } from '#app/domain/planning/network.ts'
import { overrideDemand } from '#app/domain/planning/override-demand.ts'
import { modelFor } from '#app/domain/planning/plan-model.ts'
import type { PlanResult } from '#app/domain/planning/plan-result.ts'
import { DEFAULT_SCENARIO, type PlanOverride, type Scenario } from '#app/domain/planning/scenario.ts'
import { highsSolver, loadSolver } from '#app/features/plans/solve-flow.ts'
import { anyDemand } from '#tests/support/random-demand.ts'

let solve: FlowSolver
beforeAll(async () => {
  solve = highsSolver(await loadSolver(), () => 60)
})

const RUNS = { numRuns: 15 }
const scenario = (more: Partial<Scenario> = {}): Scenario => ({ ...DEFAULT_SCENARIO, ...more })

function solved(demand: PlanDemand, asked: Scenario): PlanResult | null {
  const answer = makePlan(demand, asked, solve)
  return answer.outcome === 'solved' ? answer : null
}

/** Whether an offer is open to an actor for a need in a demand. */
function isOpen(demand: PlanDemand, actor: string, offer: string, need: string): boolean {
  const i = demand.actors.ids.indexOf(actor)
  for (let n = demand.actors.start[i]!; n < demand.actors.start[i + 1]!; n++) {
    if (demand.needs[demand.actors.need[n]!] !== need) continue
    return demand.sets[demand.actors.set[n]!]!.open.some((at) => demand.offers[at]!.id === offer)
  }
  return false
}

function expectFair(demand: PlanDemand, plan: PlanResult): void {
  const count = new Map<string, number>()
  const add = (key: string) => count.set(key, (count.get(key) ?? 0) + 1)
  for (const { actor, offer, need } of plan.awards) {
    expect(isOpen(demand, actor, offer, need)).toBe(true)
    for (const key of [`actor ${actor}`, `offer ${offer}`, `${actor} ${offer}`, `${actor} need ${need}`]) add(key)
  }
  demand.actors.ids.forEach((id, at) => {
    expect(count.get(`actor ${id}`) ?? 0).toBeLessThanOrEqual(demand.actors.room[at]!)
  })
  for (const offer of demand.offers) expect(count.get(`offer ${offer.id}`) ?? 0).toBeLessThanOrEqual(offer.places)
  for (const { actor, offer, need } of plan.awards) {
    expect(count.get(`${actor} ${offer}`)).toBe(1)
    expect(count.get(`${actor} need ${need}`)).toBe(1)
  }
}

test('every place goes to somebody it is open to, within places and partners per actor, and every need is accounted for', () => {
  fc.assert(
    fc.property(anyDemand({ actors: 40, offers: 6, places: 12, room: 3 }), (demand) => {
      const plan = solved(demand, scenario({ floor: { per: 'province', share: 0.4 } }))
      if (!plan) return
      expectFair(demand, plan)
      const unplaced = plan.unplaced.reduce((sum, one) => sum + one.needs, 0)
      expect(plan.awards.length + unplaced).toBe(demand.actors.need.length)
      expect(plan.places.reduce((sum, one) => sum + one.places, 0)).toBe(plan.awards.length)
      expect(plan.reached.covered!).toBeLessThanOrEqual(plan.best.covered! + plan.dropped.length)
    }),
    RUNS,
  )
})

test('the same demand and scenario give the same plan, and the seed decides only among equals', () => {
  fc.assert(
    fc.property(anyDemand({ actors: 30, offers: 5, places: 8, room: 2 }), fc.nat(), (demand, seed) => {
      const one = makePlan(demand, scenario({ seed }), solve)
      expect(makePlan(structuredClone(demand), scenario({ seed }), solve)).toEqual(one)
      const other = makePlan(demand, scenario({ seed: seed + 1 }), solve)
      if (one.outcome === 'solved' && other.outcome === 'solved') expect(other.best).toEqual(one.best)
    }),
    RUNS,
  )
})

test('pinned pairs survive, forbidden ones do not appear, and the rest is as good as it gets', () => {
  fc.assert(
    fc.property(anyDemand({ actors: 25, offers: 5, places: 6, room: 2 }), fc.nat(), fc.nat(), (demand, a, b) => {
      const free = solved(demand, scenario())
      if (!free || free.awards.length < 2) return
      const pin = free.awards[a % free.awards.length]!
      const shut = free.awards[b % free.awards.length]!
      if (pin.actor === shut.actor && pin.offer === shut.offer) return
      const overrides: PlanOverride[] = [
        { kind: 'pin', offer: pin.offer, actor: pin.actor, need: pin.need, reason: 'uji' },
        { kind: 'forbid', offer: shut.offer, actor: shut.actor, regency: null, reason: 'uji' },
      ]
      const plan = solved(demand, scenario({ overrides }))!
      expectFair(demand, plan)
      expect(plan.awards).toContainEqual({ ...pin, pinned: true })
      expect(plan.awards.some((award) => award.actor === shut.actor && award.offer === shut.offer)).toBe(false)
      expect(plan.overrides).toHaveLength(2)
      const without = solved(demand, scenario({ overrides: [overrides[1]!] }))!
      expect(plan.overrides[0]!.loss!.covered).toBe(without.best.covered! - plan.best.covered!)
    }),
    RUNS,
  )
})

test('a number set by hand is met exactly, or the answer says how many can be reached', () => {
  fc.assert(
    fc.property(
      anyDemand({ actors: 25, offers: 4, places: 6, room: 2 }),
      fc.nat(),
      fc.nat({ max: 6 }),
      (demand, a, n) => {
        const offer = demand.offers[a % demand.offers.length]!
        const override: PlanOverride = {
          kind: 'number',
          offer: offer.id,
          regency: demand.regencies[a % 3]!,
          need: offer.needs[0]!,
          places: n,
          reason: 'uji',
        }
        const answer = makePlan(demand, scenario({ overrides: [override] }), solve)
        if (n > offer.places) {
          if (answer.outcome === 'contradiction')
            expect(answer.faults).toEqual([{ code: 'over_places', at: 0, other: null }])
          else expect(answer.outcome).not.toBe('solved')
          return
        }
        if (answer.outcome !== 'solved') return
        expectFair(demand, answer)
        const placed = answer.awards.filter(({ actor, offer: id, need }) => {
          const at = demand.regencies[demand.actors.regency[demand.actors.ids.indexOf(actor)]!]
          return id === override.offer && need === override.need && at === override.regency
        }).length
        const reached = answer.overrides[0]!.reached
        expect(placed).toBeLessThanOrEqual(reached ?? n)
        if (reached !== null) expect(reached).toBeLessThan(n)
      },
    ),
    RUNS,
  )
})

test('no programme runs below its minimum batch, and no more run than asked', () => {
  fc.assert(
    fc.property(
      anyDemand({ actors: 25, offers: 5, places: 8, room: 2 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
      (demand, minimumBatch, most) => {
        const plan = solved(demand, scenario({ programmes: { minimumBatch, most } }))
        if (!plan) return
        expectFair(demand, plan)
        const running = plan.offers.filter((offer) => offer.used > 0)
        for (const offer of running) expect(offer.used).toBeGreaterThanOrEqual(minimumBatch)
        expect(running.length).toBeLessThanOrEqual(most)
      },
    ),
    { numRuns: 10 },
  )
})

/** Two regencies of one province, ten women each who all need capital; one offer for the first regency, one for the second. */
function twoRegencies(places: readonly [number, number]): PlanDemand {
  const women = 20
  return {
    regencies: ['11.01', '12.01'],
    needs: ['capital'],
    offers: places.map((count, at) => ({
      id: `offer-${at}`,
      partnerId: `partner-${at}`,
      level: 'regency',
      needs: ['capital'],
      places: count,
    })),
    sets: [
      { open: [0], hand: [], why: null },
      { open: [1], hand: [], why: null },
    ],
    actors: {
      ids: Array.from({ length: women }, (_, i) => `demo-${String(i).padStart(2, '0')}`),
      regency: Array.from({ length: women }, (_, i) => (i < 10 ? 0 : 1)),
      cluster: Array.from({ length: women }, () => 1),
      since: Array.from({ length: women }, (_, i) => 700_000 - i),
      first: Array.from({ length: women }, () => 1),
      room: Array.from({ length: women }, () => 1),
      start: Array.from({ length: women + 1 }, (_, i) => i),
      need: Array.from({ length: women }, () => 0),
      set: Array.from({ length: women }, (_, i) => (i < 10 ? 0 : 1)),
    },
  }
}

test('who has waited longest comes first', () => {
  const plan = solved(twoRegencies([3, 0]), scenario())!
  expect(plan.awards.map((award) => award.actor)).toEqual(['demo-07', 'demo-08', 'demo-09'])
})

test('a floor above what is possible gives a plan, what is missing, and the highest floor that is', () => {
  const plan = solved(twoRegencies([9, 3]), scenario({ floor: { per: 'province', share: 0.8 } }))!
  expect(plan.highestFloor).toBe(0.3)
  expect(plan.floors).toMatchObject([
    { area: '11', servable: 10, asked: 8, placed: 9 },
    { area: '12', servable: 10, asked: 8, placed: 3 },
  ])
  expect(solved(twoRegencies([9, 8]), scenario({ floor: { per: 'province', share: 0.8 } }))!.highestFloor).toBeNull()
})

test('a floor costs what the plan would gain without it', () => {
  // why: one place that two women of the first province could use for two needs each, or one of the second for one
  const base = twoRegencies([0, 0])
  const demand: PlanDemand = {
    ...base,
    offers: [
      { ...base.offers[0]!, level: 'national', places: 2 },
      { ...base.offers[1]!, places: 0 },
    ],
    sets: [
      { open: [0], hand: [], why: null },
      { open: [0], hand: [], why: null },
    ],
    actors: { ...base.actors, first: base.actors.first.map((_, i) => (i < 10 ? 1 : 0)) },
  }
  const plan = solved(
    demand,
    scenario({ goals: ['floor', 'never_helped', 'covered'], floor: { per: 'province', share: 0.1 } }),
  )!
  expect(plan.reached).toMatchObject({ floor: 2, never_helped: 1, covered: 2 })
  expect(plan.floors.find((floor) => floor.area === '12')!.cost).toMatchObject({ never_helped: 1, covered: 0 })
  expect(plan.floors.find((floor) => floor.area === '11')!.cost).toMatchObject({ never_helped: 0, covered: 0 })
})

const pin = (actor: string, offer = 'offer-0'): PlanOverride => ({
  kind: 'pin',
  offer,
  actor,
  need: null,
  reason: 'uji',
})

test.each<[string, readonly PlanOverride[], string[]]>([
  ['an offer without places', [pin('demo-00', 'tidak-ada')], ['unknown_offer']],
  ['somebody outside the scope', [pin('demo-99')], ['unknown_actor']],
  ['an offer that is not open to her', [pin('demo-15')], ['not_open']],
  [
    'a pair both pinned and forbidden',
    [pin('demo-00'), { kind: 'forbid', offer: 'offer-0', actor: 'demo-00', regency: null, reason: 'uji' }],
    ['pin_and_forbid'],
  ],
  ['a pair pinned twice', [pin('demo-00'), pin('demo-00')], ['pin_twice', 'over_room']],
  ['more pins than places', [pin('demo-00'), pin('demo-01'), pin('demo-02'), pin('demo-03')], ['over_places']],
  [
    'a number below its pins',
    [pin('demo-00'), { kind: 'number', offer: 'offer-0', regency: '11.01', need: 'capital', places: 0, reason: 'uji' }],
    ['number_below_pins'],
  ],
])('%s is refused with the override named', (_, overrides, codes) => {
  const answer = makePlan(twoRegencies([3, 3]), scenario({ overrides }), solve)
  expect(answer.outcome).toBe('contradiction')
  if (answer.outcome === 'contradiction') expect(answer.faults.map((fault) => fault.code)).toEqual(codes)
})

test('pins that cannot fill a minimum batch are refused, and those that can are filled up', () => {
  const few = twoRegencies([3, 10])
  const asked = scenario({ overrides: [pin('demo-00')], programmes: { minimumBatch: 4, most: null } })
  expect(makePlan(few, asked, solve)).toEqual({
    outcome: 'contradiction',
    faults: [{ code: 'below_batch', at: 0, other: null }],
  })
  const plan = solved(twoRegencies([6, 10]), { ...asked, programmes: { minimumBatch: 4, most: 1 } })!
  expect(plan.offers.map((offer) => offer.used)).toEqual([6, 0])
})

/** Three offers for the whole country, the later the more places. */
function threeOffers(): PlanDemand {
  const base = twoRegencies([0, 0])
  return {
    ...base,
    offers: [2, 3, 10].map((places, at) => ({ ...base.offers[0]!, id: `offer-${at}`, level: 'national', places })),
    sets: [
      { open: [0, 1, 2], hand: [], why: null },
      { open: [0, 1, 2], hand: [], why: null },
    ],
  }
}

test('programmes with pinned places count among those that may run, and more of them than may is a fault', () => {
  const pins = [pin('demo-00', 'offer-0'), pin('demo-01', 'offer-1')]
  const ask = (most: number, overrides = pins) =>
    makePlan(threeOffers(), scenario({ overrides, programmes: { minimumBatch: 1, most } }), solve)
  expect(ask(1)).toEqual({ outcome: 'contradiction', faults: [{ code: 'over_most', at: 1, other: null }] })
  expect(ask(0, [pins[0]!])).toEqual({ outcome: 'contradiction', faults: [{ code: 'over_most', at: 0, other: null }] })
  expect(ask(2)).toMatchObject({ outcome: 'solved', offers: [{ used: 2 }, { used: 3 }, { used: 0 }] })
  expect(ask(3)).toMatchObject({ outcome: 'solved', offers: [{ used: 2 }, { used: 3 }, { used: 10 }] })
  expect(ask(1, [])).toMatchObject({ outcome: 'solved', offers: [{ used: 0 }, { used: 0 }, { used: 10 }] })
})

test('around pins, the programmes that run are those of brute force over the choice', () => {
  fc.assert(
    fc.property(
      anyDemand({ actors: 20, offers: 4, places: 6, room: 2 }),
      fc.array(fc.nat(), { maxLength: 3 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
      (demand, picks, minimumBatch, most) => {
        const free = solved(demand, scenario())
        if (!free || free.awards.length === 0) return
        const chosen = [...new Set(picks.map((pick) => free.awards[pick % free.awards.length]!))]
        const overrides = chosen.map(({ actor, offer, need }) => ({ ...pin(actor, offer), need }) as PlanOverride)
        const asked = scenario({ overrides, programmes: { minimumBatch, most } })
        const running = new Set(chosen.map(({ offer }) => demand.offers.findIndex(({ id }) => id === offer)))
        const answer = makePlan(demand, asked, solve)
        if (running.size > most) {
          expect(answer).toMatchObject({ outcome: 'contradiction' })
          return
        }
        if (answer.outcome === 'solved') {
          const used = answer.offers.filter((offer) => offer.used > 0)
          expect(used.length).toBeLessThanOrEqual(most)
          for (const offer of used) expect(offer.used).toBeGreaterThanOrEqual(minimumBatch)
        }
        const { demand: rest, pinned } = overrideDemand(demand, overrides)
        const flow = solve(modelFor(rest, { awards: pinned, numbers: [] }, asked).network)
        let best: readonly number[] | null = null
        for (let mask = 0; mask < 1 << demand.offers.length; mask++) {
          const on = demand.offers.map((_, at) => (mask & (1 << at)) !== 0)
          if (on.filter(Boolean).length > most || [...running].some((at) => !on[at])) continue
          const open = { ...rest, offers: rest.offers.map((offer, at) => (on[at] ? offer : { ...offer, places: 0 })) }
          const model = modelFor(open, { awards: pinned, numbers: [] }, { ...asked, programmes: null })
          const lower = model.network.lower.slice()
          model.offerArc.forEach((arc, at) => {
            const given = pinned.filter((award) => award.offer === at).length
            if (on[at]) lower[arc] = Math.max(0, minimumBatch - given)
          })
          if (model.offerArc.some((arc) => lower[arc]! > model.network.upper[arc]!)) continue
          const fixed = solve({ ...model.network, lower })
          if (fixed.status === 'optimal' && (!best || compareTotals(fixed.totals, best) > 0)) best = fixed.totals
        }
        expect(flow.status).toBe(best ? 'optimal' : 'infeasible')
        if (best) expect(flow.totals).toEqual(best)
      },
    ),
    { numRuns: 40 },
  )
})

test('no places, nobody, nothing open and no time are each an answer of their own', () => {
  const demand = twoRegencies([3, 3])
  expect(makePlan(twoRegencies([0, 0]), scenario(), solve)).toEqual({ outcome: 'no_places' })
  const nobody = { ...demand.actors, ids: [], start: [0], need: [], set: [] }
  expect(makePlan({ ...demand, actors: nobody }, scenario(), solve)).toEqual({ outcome: 'empty_scope' })
  const shut = { ...demand, sets: demand.sets.map(() => ({ open: [], hand: [], why: 'no_offer' as const })) }
  expect(makePlan(shut, scenario(), solve)).toEqual({ outcome: 'nothing_open' })
  const late: FlowSolver = () => {
    throw new SolveStopped('time')
  }
  expect(makePlan(demand, scenario(), late)).toEqual({ outcome: 'out_of_time' })
})
