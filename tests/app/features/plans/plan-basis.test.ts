import { expect, test } from 'vitest'
import { makePlan } from '#app/domain/planning/make-plan.ts'
import { DEFAULT_SCENARIO } from '#app/domain/planning/scenario.ts'
import { computeGaps } from '#app/features/gaps/compute-gaps.server.ts'
import { readPlanBasis } from '#app/features/plans/plan-basis.server.ts'
import { highsSolver, loadSolver } from '#app/features/plans/solve-flow.ts'
import { sendProgramme } from '#app/features/programmes/send-programme.server.ts'
import { takeProgrammeStep } from '#app/features/programmes/take-programme-step.server.ts'
import { hideMatch } from '#app/features/proposals/overrides.server.ts'
import type { DbClient } from '#db/client.ts'
import { addActors, NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { acting, addProposal, loopWorld, OFFER, PARTNER, REGENCY } from '#tests/support/loop-world.ts'
import { PROGRAMME, programmeContext, programmeWorld, publishProgramme } from '#tests/support/programme-world.ts'
import { testDb } from '#tests/support/test-db.ts'

const DEMAK = '33.21'

/** What a plan for this offer finds: places it may spend, and how many actors it is open to. */
async function found(client: DbClient) {
  const { demand } = await readPlanBasis(client, { ...DEFAULT_SCENARIO, offers: [OFFER] }, TODAY)
  const open = demand.actors.set.filter((set) => demand.sets[set]!.open.length > 0)
  return { places: demand.offers[0]!.places, open: open.length }
}

test('places and actors of a published programme are spoken for, sent or not, until it is closed', async () => {
  const client = await testDb()
  await programmeWorld(client, 6, { slots: 8, without: ['pelaku-2'] })
  addActors(client, [
    { id: 'demak-1', regency: DEMAK },
    { id: 'demak-2', regency: DEMAK },
  ])
  expect(await found(client)).toEqual({ places: 8, open: 8 })
  await publishProgramme(client)
  expect(await found(client)).toEqual({ places: 2, open: 2 })
  await sendProgramme(client, PROGRAMME, NOW)
  expect(await found(client)).toEqual({ places: 2, open: 2 })
  const close = { step: 'close' as const, version: 2, words: 'Mitra mundur' }
  expect(await takeProgrammeStep(programmeContext(client), PROGRAMME, close)).toMatchObject({ ok: true })
  // five wait for the partner's answer; she who had not consented is free again
  expect(await found(client)).toEqual({ places: 3, open: 3 })
  await client.close()
})

test('a need says what it met with: under way, hidden for her, or an offer outside its window', async () => {
  const client = await testDb()
  await loopWorld(client, [{}, {}, {}])
  await client.db.updateTable('offer').set({ status: 'historical' }).where('id', '<>', OFFER).execute()
  const reasons = async () => {
    const { demand } = await readPlanBasis(client, { ...DEFAULT_SCENARIO, offers: [OFFER] }, TODAY)
    return demand.actors.ids.map((_, at) => demand.sets[demand.actors.set[demand.actors.start[at]!]!]!.why)
  }
  await addProposal(client, {
    id: 'usulan-1',
    actorId: 'pelaku-1',
    regency: REGENCY,
    partnerId: PARTNER,
    offerId: OFFER,
    state: 'sent',
  })
  const reason = { reason: 'other', text: 'Sudah dibicarakan' }
  await hideMatch(acting(client), { actorId: 'pelaku-2', offerId: OFFER, reason })
  expect(await reasons()).toEqual(['under_way', 'hidden', null])
  const answer = makePlan(
    (await readPlanBasis(client, { ...DEFAULT_SCENARIO, offers: [OFFER] }, TODAY)).demand,
    DEFAULT_SCENARIO,
    highsSolver(await loadSolver(), () => 30),
  )
  expect(answer).toMatchObject({ outcome: 'solved', awards: [{ actor: 'pelaku-3' }] })

  const computed = await computeGaps(client, { regions: [REGENCY], cluster: null, sector: null, today: TODAY })
  const capital = computed.cells.find((cell) => cell.need === 'capital')!
  expect(capital).toMatchObject({ wanted: 3, states: { served: 2, hidden: 1 } })

  await client.db.updateTable('offer').set({ window_closes: '2026-01-31' }).where('id', '=', OFFER).execute()
  await client.db
    .insertInto('change_log')
    .values({ index_name: 'offers', entity_id: OFFER, op: 'put', at: NOW })
    .execute()
  expect(await reasons()).toEqual(['under_way', 'out_of_window', 'out_of_window'])
  const later = await computeGaps(client, { regions: [REGENCY], cluster: null, sector: null, today: TODAY })
  expect(later.cells.find((cell) => cell.need === 'capital')!.states).toMatchObject({ served: 0, out_of_window: 3 })
  await client.close()
})
