import { expect, test } from 'vitest'
import { DEFAULT_SCENARIO } from '#app/domain/planning/scenario.ts'
import { readPlanBasis } from '#app/features/plans/plan-basis.server.ts'
import { sendProgramme } from '#app/features/programmes/send-programme.server.ts'
import { takeProgrammeStep } from '#app/features/programmes/take-programme-step.server.ts'
import type { DbClient } from '#db/client.ts'
import { addActors, NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { OFFER } from '#tests/support/loop-world.ts'
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
