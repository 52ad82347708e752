import { expect, onTestFinished, test } from 'vitest'
import type { Viewer } from '#app/domain/access/viewer.ts'
import { loadGapPage } from '#app/features/gaps/gap-page.server.ts'
import { GapView } from '#app/features/gaps/gap-view.tsx'
import { settleTasks } from '#app/features/tasks/settle-tasks.server.ts'
import { actOnTaskList, loadTaskList } from '#app/features/tasks/task-list-page.server.ts'
import { TaskListView } from '#app/features/tasks/task-list-view.tsx'
import { actOnTask, loadTask } from '#app/features/tasks/task-page.server.ts'
import { TaskView } from '#app/features/tasks/task-view.tsx'
import type { DbClient } from '#db/client.ts'
import { verifyAudit } from '#db/queries/audit.ts'
import { logChanges } from '#db/queries/change-log.ts'
import { updatePlaces } from '#db/queries/offer-confirmations.ts'
import { actorDb, addActors, NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { addPartner, addProposal, OFFER, PARTNER } from '#tests/support/loop-world.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { districtViewer, ministryViewer, provinceViewer } from '#tests/support/viewers.ts'

const LATER = `${TODAY}T05:00:00.000Z`

/** Three women of Kendal who need capital, one of them training too; every offer of the reference data is of the past. */
async function gapWorld(): Promise<DbClient> {
  const client = await actorDb([{}, {}, { needs: ['capital', 'training'] }, { regency: '32.77' }])
  onTestFinished(() => client.close())
  await client.db.updateTable('offer').set({ status: 'historical' }).execute()
  await changed(client, 'pnm.mekaar')
  return client
}

const changed = (client: DbClient, offer: string) => logChanges(client.db, 'offers', [offer], NOW)

/** The partner of the tests, whose offer is for one other regency. */
async function addRegionalPartner(client: DbClient): Promise<void> {
  await addPartner(client)
  await client.db.updateTable('offer').set({ coverage_level: 'regency' }).where('id', '=', OFFER).execute()
  await client.db.insertInto('offer_region').values({ offer_id: OFFER, region_code: '32.77', position: 0 }).execute()
  await client.db.insertInto('offer_need').values({ offer_id: OFFER, need_id: 'training', position: 1 }).execute()
  await changed(client, OFFER)
}

const as = (client: DbClient, viewer: Viewer = ministryViewer, now = NOW) =>
  ({ client, db: client.db, viewer, today: TODAY, now, locale: 'id' }) as const

function form(values: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) data.append(name, value)
  return data
}

const GAP = { intent: 'open', wilayah: '33.24', kebutuhan: 'capital' }
const idOf = (result: Awaited<ReturnType<typeof actOnTaskList>>): string => {
  if (!('next' in result)) throw new Error(result.message)
  return result.next.slice('/tugas/'.length)
}
const status = (work: Promise<unknown>): Promise<number> =>
  work.then(
    () => 200,
    (thrown: Response) => thrown.status,
  )

test('a task to recruit a partner opens from the gap, and closes when an offer matches, which it names', async () => {
  const client = await gapWorld()
  const id = idOf(await actOnTaskList(as(client), form(GAP)))
  expect(await loadTask(as(client), id)).toMatchObject({
    kind: 'recruit',
    wanted: 3,
    unserved: 3,
    place: 'Kab. Kendal',
    closed: null,
    basis: { actors: 3, offers: 0 },
  })
  expect(idOf(await actOnTaskList(as(client), form(GAP)))).toBe(id)
  expect(await settleTasks(client, TODAY, LATER)).toBe(0)

  await addPartner(client)
  await changed(client, OFFER)
  expect(await settleTasks(client, TODAY, LATER)).toBe(1)
  const page = await loadTask(as(client), id)
  expect(page.closed).toEqual({ at: LATER, partner: 'Mitra Uji', offer: 'Modal Uji', actors: 3 })
  expect(page.now).toMatchObject({ wanted: 3, gap: 0 })
  expect(page.events.map(({ step, system }) => [step, system])).toEqual([
    ['open', false],
    ['close', true],
  ])
  expect(await settleTasks(client, TODAY, LATER)).toBe(0)
  expect((await loadTaskList(as(client), new URLSearchParams())).tasks).toEqual([])
  expect((await loadTaskList(as(client), new URLSearchParams('keadaan=tertutup'))).tasks).toHaveLength(1)
  const lines = await client.db.selectFrom('audit_event').select(['action', 'role', 'partner_id']).execute()
  expect(lines).toEqual([
    { action: 'task:write', role: 'ministry', partner_id: null },
    { action: 'task:close', role: 'system', partner_id: PARTNER },
  ])
  expect((await verifyAudit(client.db)).findings).toEqual([])
})

test('an offer that served some of a gap and is extended to the others closes it by those', async () => {
  const client = await gapWorld()
  await addRegionalPartner(client)
  const id = idOf(await actOnTaskList(as(client), form({ intent: 'open', kebutuhan: 'capital', penawaran: OFFER })))
  expect(await loadTask(as(client), id)).toMatchObject({ kind: 'extend', wanted: 4, unserved: 3 })
  expect(await settleTasks(client, TODAY, LATER)).toBe(0)
  await client.db.updateTable('offer').set({ coverage_level: 'national' }).where('id', '=', OFFER).execute()
  await changed(client, OFFER)
  expect(await settleTasks(client, TODAY, LATER)).toBe(1)
  expect((await loadTask(as(client), id)).closed).toMatchObject({ offer: 'Modal Uji', actors: 3 })
})

test('no hand closes a task: not a form, not a place in the address, not even a statement without an offer', async () => {
  const client = await gapWorld()
  const id = idOf(await actOnTaskList(as(client), form(GAP)))
  for (const intent of ['close', 'tutup', 'selesai', ''])
    expect(await status(actOnTask(as(client), id, form({ intent, versi: '1' })))).toBe(400)
  await actOnTask(as(client), id, form({ intent: 'note', versi: '1', catatan: 'tutup', closed_at: NOW }))
  expect((await loadTask(as(client), id)).closed).toBeNull()
  await expect(
    client.db.updateTable('gap_task').set({ closed_at: NOW }).where('id', '=', id).execute(),
  ).rejects.toThrow(/CHECK/)
})

test('offers that do not match leave the task open: full, old, elsewhere, for another need', async () => {
  const client = await gapWorld()
  const id = idOf(await actOnTaskList(as(client), form(GAP)))
  await addRegionalPartner(client)
  expect(await settleTasks(client, TODAY, LATER)).toBe(0)
  await client.db.updateTable('offer').set({ coverage_level: 'national' }).where('id', '=', OFFER).execute()
  for (const places of [
    { slots: 5, taken: 5, asOf: TODAY },
    { slots: 5, taken: 0, asOf: '2026-01-01' },
  ]) {
    await updatePlaces(client.db, OFFER, places)
    await changed(client, OFFER)
    expect(await settleTasks(client, TODAY, LATER)).toBe(0)
  }
  await updatePlaces(client.db, OFFER, { slots: 5, taken: 4, asOf: TODAY })
  await changed(client, OFFER)
  expect(await settleTasks(client, TODAY, LATER)).toBe(1)
  expect((await loadTask(as(client), id)).closed?.offer).toBe('Modal Uji')
})

test('the board says whom an extension would serve, and the task it opens closes when the offer reaches them', async () => {
  const client = await gapWorld()
  await addRegionalPartner(client)
  const board = () => loadGapPage(as(client), new URLSearchParams('wilayah=33.24&kebutuhan=capital'))
  const { followUp } = await board()
  expect(followUp).toMatchObject({
    mayRecruit: true,
    tasks: [],
    extensions: [
      { offer: OFFER, parts: ['region'], needs: 4, actors: 3, ofNeed: 3, places: { left: 10, asOf: TODAY } },
    ],
  })
  expect(renderView(<GapView page={await board()} />)).toContain(
    'Akan menutup 4 kebutuhan dari 3 pelaku, di antaranya 3 untuk kebutuhan ini.',
  )
  const id = idOf(await actOnTaskList(as(client), form({ ...GAP, penawaran: OFFER })))
  expect(await loadTask(as(client), id)).toMatchObject({ kind: 'extend', would: { needs: 4, actors: 3 }, day: TODAY })
  expect((await board()).followUp).toMatchObject({ mayRecruit: true, extensions: [], tasks: [{ id, closed: null }] })
  expect(await actOnTaskList(as(client), form({ ...GAP, penawaran: 'pnm.mekaar' }))).toHaveProperty('message')

  await client.db.insertInto('offer_region').values({ offer_id: OFFER, region_code: '33.24', position: 1 }).execute()
  await changed(client, OFFER)
  expect(await settleTasks(client, TODAY, LATER)).toBe(1)
  expect((await board()).followUp).toMatchObject({ mayRecruit: false, tasks: [{ id, closed: { actors: 3 } }] })
  expect(await actOnTaskList(as(client), form(GAP))).toHaveProperty('message')
})

test('a task whose gap is gone without a new offer ends as that, and names no offer', async () => {
  const client = await gapWorld()
  await addPartner(client)
  await client.db.updateTable('actor').set({ cluster: 'IR2' }).where('id', '=', 'pelaku-2').execute()
  await client.db.deleteFrom('offer_cluster').where('offer_id', '=', OFFER).where('cluster_id', '=', 'IR2').execute()
  await logChanges(client.db, 'actors', ['pelaku-2'], NOW)
  await changed(client, OFFER)
  const id = idOf(await actOnTaskList(as(client), form(GAP)))
  expect(await loadTask(as(client), id)).toMatchObject({ wanted: 3, unserved: 1 })
  expect(await settleTasks(client, TODAY, LATER)).toBe(0)

  await client.db.updateTable('actor').set({ needs: '["training"]' }).where('id', '=', 'pelaku-2').execute()
  await logChanges(client.db, 'actors', ['pelaku-2'], NOW)
  expect(await settleTasks(client, TODAY, LATER)).toBe(1)
  const page = await loadTask(as(client), id)
  expect(page).toMatchObject({ closed: null, closedHref: null, goneAt: LATER, mayWrite: false })
  for (const locale of ['id', 'en'] as const) {
    expect(renderView(<TaskView page={page} refusal={null} />, locale)).not.toContain('Modal Uji')
    const list = await loadTaskList(as(client), new URLSearchParams('keadaan=tertutup'))
    expect(list).toMatchObject({ counts: { open: 0, closed: 1 }, tasks: [{ id, closed: null }] })
    expect(renderView(<TaskListView page={list} refusal={null} />, locale)).toContain(`/tugas/${id}`)
  }
  const board = await loadGapPage(as(client), new URLSearchParams('wilayah=33.24&kebutuhan=capital'))
  expect(board.followUp!.tasks).toMatchObject([{ id, closed: null, goneAt: LATER }])
  expect(renderView(<GapView page={board} />)).toContain('kesenjangannya sudah tidak ada')
  // the gap may come back, and has a task of its own then
  await client.db.updateTable('actor').set({ needs: '["capital"]' }).where('id', '=', 'pelaku-2').execute()
  await logChanges(client.db, 'actors', ['pelaku-2'], NOW)
  expect(idOf(await actOnTaskList(as(client), form(GAP)))).not.toBe(id)
})

test('of two who change a task at once the second is told, and each step stands in the history', async () => {
  const client = await gapWorld()
  const id = idOf(await actOnTaskList(as(client), form(GAP)))
  expect(await actOnTask(as(client), id, form({ intent: 'take', versi: '1' }))).toHaveProperty('next')
  const second = await actOnTask(as(client, provinceViewer('33')), id, form({ intent: 'take', versi: '1' }))
  expect(second).toMatchObject({ field: 'riwayat' })
  for (const [catatan, message] of [
    ['', 'Tulis catatannya.'],
    ['x'.repeat(1001), 'Catatan paling banyak 1.000 karakter.'],
  ])
    expect(await actOnTask(as(client), id, form({ intent: 'note', versi: '2', catatan: catatan! }))).toMatchObject({
      message,
      typed: catatan!.trim(),
    })
  await actOnTask(as(client), id, form({ intent: 'note', versi: '2', catatan: 'Sudah ditelepon' }))
  await actOnTask(as(client), id, form({ intent: 'release', versi: '3' }))
  const page = await loadTask(as(client), id)
  expect(page).toMatchObject({ version: 4, note: 'Sudah ditelepon', takenBy: null })
  expect(page.events.map((event) => event.step)).toEqual(['open', 'take', 'note', 'release'])
  for (const locale of ['id', 'en'] as const) {
    expect(renderView(<TaskView page={page} refusal={null} />, locale)).toContain('Sudah ditelepon')
    const list = await loadTaskList(as(client), new URLSearchParams())
    expect(renderView(<TaskListView page={list} refusal={null} />, locale)).toContain(`/tugas/${id}`)
  }
})

test('a province works on its own tasks and sees no others, and districts have none', async () => {
  const client = await gapWorld()
  const id = idOf(await actOnTaskList(as(client, provinceViewer('33')), form(GAP)))
  const elsewhere = as(client, provinceViewer('32'))
  expect(await status(loadTask(elsewhere, id))).toBe(404)
  expect(await status(actOnTask(elsewhere, id, form({ intent: 'take', versi: '1' })))).toBe(404)
  expect(await status(actOnTaskList(elsewhere, form(GAP)))).toBe(404)
  expect((await loadTaskList(elsewhere, new URLSearchParams())).tasks).toEqual([])
  expect((await loadTaskList(as(client, provinceViewer('33')), new URLSearchParams())).tasks).toHaveLength(1)
  expect(await status(loadTaskList(as(client, districtViewer('33.24')), new URLSearchParams()))).toBe(403)
  expect(
    (await loadGapPage(as(client, districtViewer('33.24')), new URLSearchParams('kebutuhan=capital'))).followUp,
  ).toBe(null)
})

test('a woman whom a partner declined for want of places counts as not served until it states new ones', async () => {
  const client = await gapWorld()
  await addPartner(client)
  await changed(client, OFFER)
  const gap = async () => (await loadGapPage(as(client), new URLSearchParams('wilayah=33.24&kebutuhan=capital'))).total
  expect((await gap()).states).toMatchObject({ served: 3, full: 0 })
  await addProposal(client, {
    id: 'usulan-1',
    actorId: 'pelaku-1',
    regency: '33.24',
    partnerId: PARTNER,
    offerId: OFFER,
    state: 'sent',
  })
  await client.db.updateTable('proposal').set({ state: 'declined', end_reason: 'no_capacity' }).execute()
  await changed(client, OFFER)
  expect((await gap()).states).toMatchObject({ served: 2, full: 1 })
  await updatePlaces(client.db, OFFER, { slots: 3, taken: 0, asOf: '2026-11-25' })
  await changed(client, OFFER)
  expect((await gap()).states).toMatchObject({ served: 3, full: 0 })
})

test('who objects to automatic matching is in no figure of a region', async () => {
  const client = await gapWorld()
  addActors(client, [{ id: 'keberatan' }])
  await client.db.updateTable('actor').set({ no_profiling: 1 }).where('id', '=', 'keberatan').execute()
  await logChanges(client.db, 'actors', ['keberatan'], NOW)
  const page = await loadGapPage(as(client), new URLSearchParams('wilayah=33.24'))
  expect(page.actors).toBe(3)
})
