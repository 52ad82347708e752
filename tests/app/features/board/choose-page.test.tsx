import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { loadChoosePage } from '#app/features/board/choose-page.server.ts'
import { ChooseView } from '#app/features/board/choose-view.tsx'
import type { DbClient } from '#db/client.ts'
import { demoDb } from '#tests/support/demo-db.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { ministryViewer } from '#tests/support/viewers.ts'

const load = (client: DbClient, query: string) =>
  loadChoosePage({ client, today: '2026-11-24', viewer: ministryViewer }, new URLSearchParams(query))
const refusal = (client: DbClient, query: string): Promise<Response> =>
  load(client, query).then(
    () => Promise.reject(new Error('a page came')),
    (thrown: Response) => thrown,
  )

test('the counts of the provinces are those of the database', async () => {
  const client = await demoDb(500)
  const page = await load(client, '')
  expect(page.places).toHaveLength(38)
  expect(page.places.reduce((sum, place) => sum + place.actors, 0)).toBe(500)
  const central = page.places.find((place) => place.code === '33')!
  const rows = await client.db.selectFrom('actor').select('regency_code').execute()
  const inCentral = rows.filter((row) => row.regency_code?.startsWith('33.'))
  expect(central.actors).toBe(inCentral.length)
  expect(central.regencies).toEqual({ filled: new Set(inCentral.map((row) => row.regency_code)).size, all: 35 })
  expect(page.totals).toMatchObject({ actors: 500, demo: 500, withoutPlace: 0, all: 514 })
  expect(page.models).toMatchObject({ all: 21 })
  expect(page.models.places.map((place) => place.name)).toContain('Kab. Kendal')
})

test('a change counts at once', async () => {
  const client = await demoDb(3)
  const before = await load(client, '')
  await client.db.updateTable('actor').set({ regency_code: null }).where('id', '=', 'demo-0000001').execute()
  await client.db
    .insertInto('change_log')
    .values({ index_name: 'actors', entity_id: 'demo-0000001', op: 'put', at: '2026-11-24T00:00:00Z' })
    .execute()
  const after = await load(client, '')
  expect([before.totals.actors, after.totals.actors, after.totals.withoutPlace]).toEqual([3, 2, 1])
})

test('a name that means one place leads there', async () => {
  const client = await demoDb(0)
  expect((await refusal(client, 'q=kab.+kendal')).headers.get('Location')).toBe('/kecocokan/33.24')
  expect((await refusal(client, 'q=Jateng')).headers.get('Location')).toBe('/kecocokan?provinsi=33')
})

test('a name that fits several places is never guessed', async () => {
  const client = await demoDb(0)
  const { search } = await load(client, 'q=Semarang')
  expect(search).toMatchObject({ text: 'Semarang', outcome: 'several' })
  expect(search!.places.map((place) => place.href)).toEqual(['/kecocokan/33.22', '/kecocokan/33.74'])
  const slip = await load(client, 'q=Kendall')
  expect(slip.search).toMatchObject({ outcome: 'resemble' })
  expect(slip.search!.places.map((place) => place.code)).toContain('33.24')
  expect((await load(client, 'q=Xyzzyx')).search).toEqual({ text: 'Xyzzyx', outcome: 'nothing', places: [] })
})

test('a province shows its own kabupaten and kota; another code is not found', async () => {
  const client = await demoDb(300)
  const page = await load(client, 'provinsi=33')
  expect(page.places).toHaveLength(35)
  expect(page.map.shapes).toHaveLength(35)
  expect(page.province).toEqual({ code: '33', name: 'Jawa Tengah' })
  for (const query of ['provinsi=33.24', 'provinsi=', 'provinsi=00']) {
    expect((await refusal(client, query)).status).toBe(404)
  }
})

test('the national page with its map stays far below 60 kB on the wire', async () => {
  const client = await demoDb(500)
  const markup = renderView(<ChooseView page={await load(client, '')} />)
  expect(gzipSync(markup).length).toBeLessThan(20_000)
  expect(markup.match(/<a href="\/kecocokan\?provinsi=\d\d" tabindex="-1"/gi)).toHaveLength(38)
})

test('each shape says its name and count, in both languages', async () => {
  const client = await demoDb(300)
  const page = await load(client, 'provinsi=33')
  const kendal = page.places.find((place) => place.code === '33.24')!
  expect(renderView(<ChooseView page={page} />)).toContain(`aria-label="Kab. Kendal: ${kendal.actors} pelaku"`)
  expect(renderView(<ChooseView page={page} />, 'en')).toContain(`aria-label="Kab. Kendal: ${kendal.actors} actors"`)
})
