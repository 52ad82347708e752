import { expect, test } from 'vitest'
import { makePlan } from '#app/domain/planning/make-plan.ts'
import type { PlanResult } from '#app/domain/planning/plan-result.ts'
import { DEFAULT_SCENARIO, type Scenario } from '#app/domain/planning/scenario.ts'
import { readPlanBasis } from '#app/features/plans/plan-basis.server.ts'
import { solveConfirmed } from '#app/features/plans/solve-confirmed.server.ts'
import { highsSolver, loadSolver } from '#app/features/plans/solve-flow.ts'
import { NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { loopWorld, OFFER } from '#tests/support/loop-world.ts'
import { testDb } from '#tests/support/test-db.ts'

const SCENARIO: Scenario = { ...DEFAULT_SCENARIO, offers: [OFFER] }

/** Four wait for two places; `sql` is what somebody does between the first solve and its check. */
async function planWhile(sql: (awarded: string) => string) {
  const client = await testDb()
  await loopWorld(client, [{}, {}, {}, {}], { slots: 2 })
  const solver = highsSolver(await loadSolver(), () => 30)
  const basis = await readPlanBasis(client, SCENARIO, TODAY)
  let awarded: string | null = null
  const work = solveConfirmed(client, basis, SCENARIO, ({ demand }) => {
    const answer = makePlan(demand, SCENARIO, solver) as PlanResult
    if (awarded === null) {
      awarded = answer.awards[0]!.actor
      client.sqlite.exec(sql(awarded))
    }
    return { answer }
  })
  const solved = await work.finally(() => client.close())
  return { awarded: awarded!, ...solved, again: makePlan(solved.basis.demand, SCENARIO, solver) }
}

const log = (index: string, id: string) =>
  `insert into change_log (index_name, entity_id, op, at) values ('${index}', '${id}', 'put', '${NOW}');`

test.each([
  ['edited', (id: string) => `update actor set needs = '["market"]' where id = '${id}';`],
  [
    'erased',
    (id: string) => `delete from consent_receipt where actor_id = '${id}'; delete from actor where id = '${id}';`,
  ],
])('a woman who is %s while the plan is made has no place in it, and hers goes to the next', async (_, sql) => {
  const { awarded, answer, basis, again } = await planWhile((id) => sql(id) + log('actors', id))
  expect(answer.awards).toHaveLength(2)
  expect(answer.awards.map(({ actor }) => actor)).not.toContain(awarded)
  expect(answer.unplaced).toContainEqual(expect.objectContaining({ reason: 'changed_meanwhile', needs: 1 }))
  expect(basis.rechecked).toBe(2)
  // what is stored gives the same plan again
  expect(again).toEqual(answer)
})

test('an offer that is taken back meanwhile gives nobody a place', async () => {
  const { answer } = await planWhile(
    () => `update offer set status = 'historical' where id = '${OFFER}';${log('offers', OFFER)}`,
  )
  expect(answer.awards).toEqual([])
  expect(answer.unplaced).toMatchObject([{ need: 'capital', reason: 'changed_meanwhile', needs: 4 }])
})

test('a pair that is not confirmed though nobody changed it is a fault and said to be one', async () => {
  await expect(planWhile((id) => `update actor set needs = '["market"]' where id = '${id}';`)).rejects.toThrow(
    'does not confirm',
  )
})
