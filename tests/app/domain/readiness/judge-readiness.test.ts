import { expect, test } from 'vitest'
import { CRITERION_IDS, type CriterionId, READINESS_CRITERIA } from '#app/domain/readiness/criteria.ts'
import { countStates, judgeReadiness, type ReadinessRecord } from '#app/domain/readiness/judge-readiness.ts'

const each = <Value>(value: Value) =>
  Object.fromEntries(CRITERION_IDS.map((id) => [id, value])) as Record<CriterionId, Value>

const EMPTY: ReadinessRecord = {
  mou: { recorded: 0, inForce: 0, termUnknown: 0 },
  team: { recorded: 0 },
  companions: { accounts: 0, accompanying: 0 },
  actors: { recorded: 0, dated: 0, fresh: 0 },
  answers: { due: 0, inTime: 0 },
  offers: { current: 0, open: 0, unconfirmed: 0 },
  asOf: each(null),
  demo: each(0),
}

const judge = (over: Partial<ReadinessRecord>) => judgeReadiness({ ...EMPTY, ...over }, READINESS_CRITERIA)
const of = (criterion: CriterionId, over: Partial<ReadinessRecord>) =>
  judge(over).find((one) => one.criterion === criterion)!

test('where nothing is recorded every criterion is unknown and none has a figure', () => {
  const judged = judge({})
  expect(judged.map((one) => one.criterion)).toEqual(CRITERION_IDS)
  expect(countStates(judged)).toEqual({ met: 0, not_met: 0, unknown: CRITERION_IDS.length })
  expect(judged.every((one) => one.evidence === null)).toBe(true)
})

test('an MoU in force meets, one that ended does not, one of unknown term says neither', () => {
  expect(of('mou', { mou: { recorded: 2, inForce: 1, termUnknown: 0 } })).toMatchObject({
    state: 'met',
    evidence: { number: 1, denominator: 2 },
  })
  expect(of('mou', { mou: { recorded: 1, inForce: 0, termUnknown: 0 } }).state).toBe('not_met')
  expect(of('mou', { mou: { recorded: 2, inForce: 0, termUnknown: 1 } }).state).toBe('unknown')
})

test('a team whose decision is on record meets; without one nobody may say that there is none', () => {
  expect(of('team', { team: { recorded: 1 } })).toMatchObject({ state: 'met', evidence: { number: 1, denominator: 1 } })
  expect(of('team', { team: { recorded: 0 } })).toMatchObject({ state: 'unknown', evidence: null })
})

test('one companion may have 25 actors and not 26, and companions without anybody count for none', () => {
  const companions = { accounts: 2, accompanying: 1 }
  expect(of('companions', { companions, actors: { recorded: 25, dated: 0, fresh: 0 } }).state).toBe('met')
  expect(of('companions', { companions, actors: { recorded: 26, dated: 0, fresh: 0 } }).state).toBe('not_met')
  const idle = { accounts: 2, accompanying: 0 }
  expect(of('companions', { companions: idle, actors: { recorded: 1, dated: 0, fresh: 0 } }).state).toBe('not_met')
  expect(of('companions', { companions }).state).toBe('unknown')
})

test('three of four actors with fresh data, and three of four answers in time, are just enough', () => {
  expect(of('fresh_data', { actors: { recorded: 4, dated: 4, fresh: 3 } }).state).toBe('met')
  expect(of('fresh_data', { actors: { recorded: 4, dated: 4, fresh: 2 } }).state).toBe('not_met')
  expect(of('fresh_data', { actors: { recorded: 4, dated: 0, fresh: 0 } }).state).toBe('unknown')
  expect(of('answers', { answers: { due: 4, inTime: 3 } }).state).toBe('met')
  expect(of('answers', { answers: { due: 4, inTime: 2 } }).state).toBe('not_met')
})

test('places that a partner has to confirm first leave the criterion unknown; full offers do not meet it', () => {
  expect(of('open_places', { offers: { current: 3, open: 1, unconfirmed: 1 } }).state).toBe('met')
  expect(of('open_places', { offers: { current: 3, open: 0, unconfirmed: 1 } }).state).toBe('unknown')
  expect(of('open_places', { offers: { current: 3, open: 0, unconfirmed: 0 } }).state).toBe('not_met')
})
