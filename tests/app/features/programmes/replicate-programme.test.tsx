import { join } from 'node:path'
import { expect, test } from 'vitest'
import { planRunner } from '#app/features/plans/plan-runner.server.ts'
import { readPlan } from '#app/features/plans/store-plan.server.ts'
import { actOnProgramme } from '#app/features/programmes/programme-action.server.ts'
import { loadProgramme } from '#app/features/programmes/programme-page.server.ts'
import { plannedPlaces } from '#app/features/programmes/programme-records.server.ts'
import { ProgrammeView } from '#app/features/programmes/programme-view.tsx'
import { createDb, type DbClient } from '#db/client.ts'
import { migrate } from '#db/migrator.ts'
import { findProgrammeParts, getProgramme } from '#db/queries/programmes.ts'
import { addActors, NOW } from '#tests/support/actor-rows.ts'
import { OFFER, ownDataFolder } from '#tests/support/loop-world.ts'
import { PROGRAMME, programmeContext, programmeWorld } from '#tests/support/programme-world.ts'
import { renderView } from '#tests/support/render-page.tsx'

const DEMAK = '33.21'

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

async function act(client: DbClient, id: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const result = await actOnProgramme(programmeContext(client), id, formOf(fields))
  if ('refusal' in result) throw new Error(JSON.stringify(result.refusal.errors))
  return result.next
}

async function errors(client: DbClient, id: string, fields: Readonly<Record<string, string>>): Promise<string[]> {
  const result = await actOnProgramme(programmeContext(client), id, formOf(fields))
  return 'refusal' in result ? result.refusal.errors.map((error) => error.field) : []
}

/** A file, because the planner works in a thread of its own. */
async function world(): Promise<DbClient> {
  const client = createDb(join(ownDataFolder(), 'test.sqlite'))
  await migrate(client.db, client.dialect)
  await programmeWorld(client, 4)
  addActors(client, [
    { id: 'demak-1', regency: DEMAK },
    { id: 'demak-2', regency: DEMAK },
  ])
  return client
}

test('a programme is planned from its desk, published and replicated elsewhere with its plan solved anew', async () => {
  const client = await world()
  const field = `tempat:${OFFER}`
  expect(await errors(client, PROGRAMME, { intent: 'plan', [field]: '-1', alasan: 'x' })).toEqual([field])
  expect(await errors(client, PROGRAMME, { intent: 'plan', [field]: '3' })).toEqual(['alasan'])
  const before = (await getProgramme(client.db, PROGRAMME))!.plan_result_id
  await act(client, PROGRAMME, { intent: 'plan', [field]: '5', alasan: 'kesepakatan rapat' })
  const live = await loadProgramme(programmeContext(client), PROGRAMME, new URLSearchParams())
  expect(live.desk!.planning!.live).toMatchObject({ programmeId: PROGRAMME })
  expect(renderView(<ProgrammeView page={live} refusal={null} />)).toContain('cancel_plan')
  await planRunner(client).idle()
  const planned = (await getProgramme(client.db, PROGRAMME))!
  expect(planned.plan_result_id).not.toBe(before)
  expect(planned.version).toBe(2)
  expect(await plannedPlaces(client.db, planned)).toHaveLength(4)
  await act(client, PROGRAMME, { intent: 'publish', versi: '2' })

  expect(await errors(client, PROGRAMME, { intent: 'replicate', judul_salinan: 'Demak', wilayah_salinan: '' })).toEqual(
    ['wilayah_salinan'],
  )
  expect(
    await errors(client, PROGRAMME, { intent: 'replicate', judul_salinan: '', wilayah_salinan: 'Atlantis' }),
  ).toEqual(['judul_salinan', 'wilayah_salinan'])
  const next = await act(client, PROGRAMME, {
    intent: 'replicate',
    judul_salinan: 'Modal Demak',
    wilayah_salinan: 'Kab. Demak',
  })
  const copy = next.split('/').at(-1)!.split('?')[0]!
  await planRunner(client).idle()
  const row = (await getProgramme(client.db, copy))!
  expect(row).toMatchObject({ state: 'draft', title: 'Modal Demak', copied_from: PROGRAMME, starts_on: null })
  const parts = (await findProgrammeParts(client.db, [copy])).get(copy)!
  expect(parts.labels).toEqual(['replication'])
  expect(parts.regions.map((region) => region.regency_code)).toEqual([DEMAK])
  // five places were agreed on and four are given in Kendal: one is left to be given in Demak
  expect((await plannedPlaces(client.db, row))!.map((place) => place.regency)).toEqual([DEMAK])
  expect((await readPlan(client.db, row.plan_result_id!))!.scenario).toMatchObject({
    regions: [DEMAK],
    offers: [OFFER],
    capacities: { [OFFER]: { places: 1, reason: 'kesepakatan rapat' } },
  })

  // the copy gives the last one: neither a second copy nor a copy of the copy has any left
  await client.db.updateTable('programme').set({ published_at: NOW }).where('id', '=', copy).execute()
  for (const origin of [PROGRAMME, copy]) {
    const again = await act(client, origin, {
      intent: 'replicate',
      judul_salinan: 'Modal Demak lagi',
      wilayah_salinan: 'Kab. Demak',
    })
    await planRunner(client).idle()
    const second = (await getProgramme(client.db, again.split('/').at(-1)!.split('?')[0]!))!
    const plan = (await readPlan(client.db, second.plan_result_id!))!
    expect(plan.scenario.capacities[OFFER]).toMatchObject({ places: 0 })
    expect(plan.answer).toEqual({ outcome: 'no_places' })
  }
  await client.close()
})
