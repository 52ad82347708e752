import type { Highs, Model } from 'highs'
import { expect, test } from 'vitest'
import type { PlanDemand } from '#app/domain/planning/demand.ts'
import { makePlan } from '#app/domain/planning/make-plan.ts'
import { DEFAULT_SCENARIO, type Scenario } from '#app/domain/planning/scenario.ts'
import { highsSolver, loadSolver } from '#app/features/plans/solve-flow.ts'

const highs = await loadSolver()

/** Ten women of one kabupaten who need capital, and two offers of six places. */
const DEMAND: PlanDemand = {
  regencies: ['11.01'],
  needs: ['capital'],
  offers: [0, 1].map((at) => ({
    id: `offer-${at}`,
    partnerId: `partner-${at}`,
    level: 'regency',
    needs: ['capital'],
    places: 6,
  })),
  sets: [{ open: [0, 1], hand: [], why: null }],
  actors: {
    ids: Array.from({ length: 10 }, (_, i) => `demo-${i}`),
    regency: Array.from({ length: 10 }, () => 0),
    cluster: Array.from({ length: 10 }, () => 1),
    since: Array.from({ length: 10 }, () => null),
    first: Array.from({ length: 10 }, () => 1),
    room: Array.from({ length: 10 }, () => 1),
    start: Array.from({ length: 11 }, (_, i) => i),
    need: Array.from({ length: 10 }, () => 0),
    set: Array.from({ length: 10 }, () => 0),
  },
}
const SCENARIO: Scenario = { ...DEFAULT_SCENARIO, programmes: { minimumBatch: 2, most: 1 } }

/**
 * The solver, and a clock that is over once the choice of programmes for goal `goal` (counted from 0) has been searched:
 * that search ends on time with what it has found, with nothing found, or before it begins.
 */
function endingAt(goal: number, how: 'found' | 'nothing' | 'before') {
  let left = 10
  const late = (model: Model): Model => {
    let runs = 0
    let over = false
    return new Proxy(model, {
      get(target, key) {
        if (key === 'run')
          return () => {
            target.run()
            over = runs++ === goal - (how === 'before' ? 1 : 0)
            if (over) left = -3
          }
        if (over && how !== 'before' && key === 'getModelStatus') return () => highs.constants.modelStatus.timeLimit
        if (over && how !== 'before' && key === 'info')
          return {
            get: (name: string) =>
              name === 'mip_gap' ? (how === 'found' ? 0.5 : Number.POSITIVE_INFINITY) : how === 'found' ? 2 : 0,
          }
        const value = Reflect.get(target, key)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }
  const slow = new Proxy(highs, {
    get(target, key) {
      if (key === 'withModel')
        return (data: { integrality?: unknown }, use: (model: Model) => unknown) =>
          target.withModel(data as never, (model: Model) => use(data.integrality ? late(model) : model))
      return Reflect.get(target, key)
    },
  }) as Highs
  return highsSolver(slow, () => left)
}

test('out of time, a plan is the best found so far with its distance to what is proved', () => {
  for (const [goal, how, gap] of [
    [0, 'found', 0.5],
    [1, 'found', 0.5],
    [1, 'nothing', 1],
    [1, 'before', 1],
  ] as const) {
    const answer = makePlan(DEMAND, SCENARIO, endingAt(goal, how))
    expect(answer, `goal ${goal}, ${how}`).toMatchObject({ outcome: 'solved', status: 'time_limit', gap })
    if (answer.outcome !== 'solved') continue
    expect(answer.awards).toHaveLength(6)
    expect(answer.offers.filter((offer) => offer.used > 0)).toHaveLength(1)
    expect(JSON.parse(JSON.stringify(answer.gap))).toBe(gap)
  }
})

test('with nothing found in time there is no plan', () => {
  expect(makePlan(DEMAND, SCENARIO, endingAt(0, 'nothing'))).toEqual({ outcome: 'out_of_time' })
})
