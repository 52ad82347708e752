import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { actOnNationalRun, loadNationalPage } from '#app/features/national/national-page.server.ts'
import { nationalRunner } from '#app/features/national/national-runner.server.ts'
import { NationalView } from '#app/features/national/national-view.tsx'
import type { DbClient } from '#db/client.ts'
import { getLastDoneRun } from '#db/queries/match-runs.ts'
import { fileDb } from '#tests/support/file-db.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { ministryViewer } from '#tests/support/viewers.ts'

const TODAY = '2026-11-24'

// why: a run starts three threads, each of which compiles its modules
vi.setConfig({ testTimeout: 120_000 })
const load = (client: DbClient, query = '') =>
  loadNationalPage({ client, today: TODAY, viewer: ministryViewer }, new URLSearchParams(query))
const act = (client: DbClient, fields: Readonly<Record<string, string>>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return actOnNationalRun({ client, today: TODAY, viewer: ministryViewer }, form)
}

test('from the first start to the result, and what changed since', async () => {
  const { client, dataDir } = await fileDb(300)
  expect(renderView(<NationalView page={await load(client)} />)).toContain('Belum pernah dijalankan')

  const answer = await act(client, { tindakan: 'mulai' })
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/kecocokan/nasional'])
  const running = renderView(<NationalView page={await load(client)} />)
  expect(running).toContain('data-poll="1000"')
  expect(running).toContain('<noscript><meta http-equiv="refresh"')
  expect(running).toContain('value="batalkan"')
  expect(running).not.toContain('value="mulai"')

  await (await nationalRunner(client)).idle()
  const page = await load(client)
  expect(page.live).toBeNull()
  expect(page.result).toMatchObject({ changes: 0, run: { actors: 300, status: 'done' } })
  const done = renderView(<NationalView page={page} />)
  expect(done).not.toContain('data-poll')
  expect(done).toContain('Pencocokan selesai: 300 pelaku')
  expect(done).toContain('/kecocokan?provinsi=33')
  const first = page.result!.summary!.firstPlaces[0]!
  expect(done).toContain(`/penawaran/${first.offerId}`)
  expect(renderView(<NationalView page={page} />, 'en')).toContain('Matching finished: 300 actors')

  await client.db
    .insertInto('change_log')
    .values({ index_name: 'actors', entity_id: 'demo-0000001', op: 'put', at: `${TODAY}T00:00:00Z` })
    .execute()
  expect(renderView(<NationalView page={await load(client)} />)).toContain('Data sudah berubah 1 kali')

  const { id } = (await getLastDoneRun(client.db))!
  expect((await load(client, `jalan=${id}`)).result!.run.id).toBe(id)
  await expect(load(client, 'jalan=tidak-ada')).rejects.toMatchObject({ status: 404 })
  rmSync(`${dataDir}/runs`, { recursive: true })
  expect(renderView(<NationalView page={await load(client)} />)).toContain('sudah tidak ada di folder data')
})

test('a run is cancelled from its page', async () => {
  const { client } = await fileDb(2000)
  await act(client, { tindakan: 'mulai' })
  const runner = await nationalRunner(client)
  while (!runner.current()?.progress) await pause(5)
  await act(client, { tindakan: 'batalkan', jalan: runner.current()!.id })
  expect(renderView(<NationalView page={await load(client)} />)).toContain('Sedang dihentikan')
  await runner.idle()
  const html = renderView(<NationalView page={await load(client)} />)
  expect(html).toContain('Pencocokan terakhir dibatalkan')
  expect(html).toContain('Mulai lagi')
})

test('without actors there is nothing to start', async () => {
  const { client } = await fileDb(0)
  const html = renderView(<NationalView page={await load(client)} />)
  expect(html).toContain('Belum ada pelaku untuk dicocokkan')
  expect(html).not.toContain('value="mulai"')
})

test('a form that says nothing known is refused', async () => {
  const { client } = await fileDb(0)
  await expect(act(client, { tindakan: 'hapus' })).rejects.toMatchObject({ status: 400 })
})
