import { expect, test } from 'vitest'
import type { Viewer } from '#app/domain/access/viewer.ts'
import { PUBLIC_VIEWER } from '#app/domain/access/viewer.ts'
import { actOnActor } from '#app/features/actors/actor-action.server.ts'
import { loadActorListPage } from '#app/features/actors/actor-list-page.server.ts'
import { loadActorPage } from '#app/features/actors/actor-page.server.ts'
import { actorSearches } from '#app/features/actors/actor-search.ts'
import { actorsFile } from '#app/features/actors/actors-file.server.ts'
import { loadBoardPage } from '#app/features/board/board-page.server.ts'
import { loadChoosePage } from '#app/features/board/choose-page.server.ts'
import { loadOfferPage } from '#app/features/offers/offer-page.server.ts'
import { insertAccount } from '#db/queries/accounts.ts'
import { assignActors, unassignActors } from '#db/queries/actor-companions.ts'
import { createEmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import { syncAll } from '#search/sync.ts'
import { actorDb, MARKER_NAME, NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { exampleAccount } from '#tests/support/sign-in.ts'
import {
  adminViewer,
  companionViewer,
  districtViewer,
  ministryViewer,
  partnerViewer,
  provinceViewer,
} from '#tests/support/viewers.ts'

const KENDAL_1 = 'kendal-0000001'
const KENDAL_2 = 'kendal-0000002'
const SEMARANG = 'semarang-0000003'
const CIMAHI = 'cimahi-0000004'
const NOWHERE = 'nowhere-0000005'
const ACTORS = [
  { id: KENDAL_1, regency: '33.24' },
  { id: KENDAL_2, regency: '33.24' },
  { id: SEMARANG, regency: '33.74' },
  { id: CIMAHI, regency: '32.77' },
  { id: NOWHERE, regency: null },
] as const

async function world() {
  const client = await actorDb(ACTORS)
  await insertAccount(client.db, exampleAccount({ id: 'test-companion', role: 'companion' }))
  await assignActors(client.db, 'test-companion', [KENDAL_1, CIMAHI], NOW)
  const search = createEmbeddedEngine(':memory:')
  await syncAll(client.db, search)
  return (viewer: Viewer) =>
    ({ client, db: client.db, search, viewer, locale: 'id', today: TODAY, now: `${TODAY}T04:00:00.000Z` }) as const
}

const REACH: readonly (readonly [string, Viewer, readonly string[]])[] = [
  ['ministry', ministryViewer, [KENDAL_1, KENDAL_2, SEMARANG, CIMAHI, NOWHERE]],
  ['province', provinceViewer('33'), [KENDAL_1, KENDAL_2, SEMARANG]],
  ['district', districtViewer('33.24'), [KENDAL_1, KENDAL_2]],
  ['companion', companionViewer('33.24'), [KENDAL_1]],
]

const status = (promise: Promise<unknown>) =>
  promise.then(
    () => 200,
    (thrown: Response) => thrown.status,
  )
const everything = actorSearches.parse(new URLSearchParams())
const asked = { change: null, showAll: false }

test.each(REACH)('a %s finds, counts, downloads and opens the actors of its scope and no others', async (...row) => {
  const [, viewer, reached] = row
  const context = (await world())(viewer)
  const page = await loadActorListPage(context, everything)
  expect(page.lines.map((line) => line.id).sort()).toEqual([...reached].sort())
  expect(page).toMatchObject({ total: reached.length, totals: { all: reached.length } })
  expect(page.counts.kabkota.reduce((sum, { count }) => sum + count, 0)).toBe(reached.length)
  const csv = await (await actorsFile(context, everything, 'csv')).text()
  expect(csv.trimEnd().split('\r\n')).toHaveLength(reached.length + 1)
  for (const { id } of ACTORS) {
    expect((await loadActorPage(context, id, asked)) !== null).toBe(reached.includes(id))
  }
  const offer = await loadOfferPage(context, 'pnm.mekaar', { regency: null, cluster: null })
  expect(offer!.fits!.counts!.all).toBe(reached.length)
  expect(offer!.fits!.totals.all).toBe(reached.length)
})

test('only the district office and her companion read who she is', async () => {
  const context = await world()
  for (const viewer of [ministryViewer, provinceViewer('33')]) {
    const page = await loadActorPage(context(viewer), KENDAL_1, asked)
    expect(page).toMatchObject({ name: null, businessName: null, village: null, mayAnswer: false })
  }
  for (const viewer of [districtViewer('33.24'), companionViewer('33.24')]) {
    const page = await loadActorPage(context(viewer), KENDAL_1, asked)
    expect(page).toMatchObject({ name: `${MARKER_NAME} ${KENDAL_1}`, village: 'Desa A', mayAnswer: true })
  }
})

test('a companion released from an actor reaches her no longer, before any index has heard of it', async () => {
  const context = (await world())(companionViewer('33.24'))
  await unassignActors(context.db, 'test-companion', [KENDAL_1])
  expect((await loadActorListPage(context, everything)).total).toBe(0)
  expect(await loadActorPage(context, KENDAL_1, asked)).toBeNull()
})

test('a companion board speaks of her own actors alone', async () => {
  const context = await world()
  const query = new URLSearchParams()
  expect((await loadBoardPage(context(companionViewer('33.24')), '33.24', query)).district.actors).toBe(1)
  expect((await loadBoardPage(context(districtViewer('33.24')), '33.24', query)).district.actors).toBe(2)
})

test('a board outside the scope is not found, and a province sees itself alone when it chooses', async () => {
  const context = await world()
  const query = new URLSearchParams()
  for (const viewer of [districtViewer('33.74'), companionViewer('33.74'), provinceViewer('32')]) {
    expect(await status(loadBoardPage(context(viewer), '33.24', query))).toBe(404)
  }
  const page = await loadChoosePage(context(provinceViewer('33')), query)
  expect(page.province?.code).toBe('33')
  expect(page.totals.actors).toBe(3)
  const elsewhere = loadChoosePage(context(provinceViewer('33')), new URLSearchParams('provinsi=32'))
  expect(await status(elsewhere)).toBe(404)
  const named = await loadChoosePage(context(provinceViewer('33')), new URLSearchParams('q=Cimahi'))
  expect(named.search).toMatchObject({ outcome: 'nothing', places: [] })
  expect(await status(loadChoosePage(context(districtViewer('33.24')), query))).toBe(303)
})

test('an answer outside the scope is not found, without the permission forbidden, and signed out refused', async () => {
  const context = await world()
  const form = new FormData()
  for (const [name, value] of Object.entries({ intent: 'answer', fact: 'internet', value: 'yes', version: NOW })) {
    form.set(name, value)
  }
  const send = (viewer: Viewer, actorId: string) => status(actOnActor(context(viewer), actorId, form))
  expect(await send(districtViewer('33.24'), SEMARANG)).toBe(404)
  expect(await send(companionViewer('33.24'), KENDAL_2)).toBe(404)
  expect(await send(companionViewer('33.24'), CIMAHI)).toBe(404)
  for (const viewer of [ministryViewer, provinceViewer('33'), partnerViewer('pnm'), adminViewer]) {
    expect(await send(viewer, KENDAL_1)).toBe(403)
  }
  expect(await send(PUBLIC_VIEWER, KENDAL_1)).toBe(401)
  expect(await send(districtViewer('33.24'), KENDAL_1)).toBe(200)
})
