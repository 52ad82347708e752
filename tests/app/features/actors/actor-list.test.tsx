import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { loadActorListPage } from '#app/features/actors/actor-list-page.server.ts'
import { ActorListView } from '#app/features/actors/actor-list-view.tsx'
import { actorSearches } from '#app/features/actors/actor-search.ts'
import { actorsFile } from '#app/features/actors/actors-file.server.ts'
import type { DbClient } from '#db/client.ts'
import { createEmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import { FailoverEngine } from '#search/failover-engine.ts'
import { createMeilisearchEngine } from '#search/meilisearch/meilisearch-engine.ts'
import { syncAll } from '#search/sync.ts'
import { actorDb, MARKER_NAME } from '#tests/support/actor-rows.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { unboundOfficer } from '#tests/support/viewers.ts'

const KENDAL = { id: 'aaaa-0000001', regency: '33.24', cluster: 'IR1', needs: ['capital', 'halal'] } as const
const SEMARANG = { id: 'aaaa-0000002', regency: '33.74', cluster: 'IR2', needs: null } as const
const CIMAHI = { id: 'aaaa-0000003', regency: '32.77', cluster: null, needs: [], sectors: ['textile_batik'] } as const

async function world() {
  const client = await actorDb([KENDAL, SEMARANG, CIMAHI])
  const search = createEmbeddedEngine(':memory:')
  await syncAll(client.db, search)
  return { client, search }
}

const asked = (query: string) => actorSearches.parse(new URLSearchParams(query))

async function listed(query: string) {
  const { client, search } = await world()
  return loadActorListPage({ db: client.db, search, viewer: unboundOfficer, today: '2026-11-24' }, asked(query))
}

const fileText = async (client: DbClient, search: Awaited<ReturnType<typeof world>>['search'], query: string) =>
  (await actorsFile({ db: client.db, search, locale: 'id', viewer: unboundOfficer }, asked(query), 'csv')).text()

test('the list finds by place, cluster, need and what is not on record', async () => {
  const ids = async (query: string) => (await listed(query)).lines.map((line) => line.id).sort()
  expect(await ids('')).toEqual([KENDAL.id, SEMARANG.id, CIMAHI.id])
  expect(await ids('wilayah=33')).toEqual([KENDAL.id, SEMARANG.id])
  expect(await ids('wilayah=33&kabkota=33.74')).toEqual([SEMARANG.id])
  expect(await ids('klaster=unknown')).toEqual([CIMAHI.id])
  expect(await ids('kebutuhan=halal')).toEqual([KENDAL.id])
  expect(await ids('q=batik')).toEqual([CIMAHI.id])
  expect(await ids('q=P-0000002')).toEqual([SEMARANG.id])
})

test('while the engine that should answer does not, the list is complete and says so', async () => {
  const { client, search } = await world()
  const nowhere = createMeilisearchEngine({ url: 'http://127.0.0.1:9', key: 'k', searchKey: null })
  const engine = new FailoverEngine({
    first: nowhere,
    second: search,
    catchUp: () => nowhere.ready(),
    keepUp: async () => {},
  })
  const page = await loadActorListPage(
    { db: client.db, search: engine, viewer: unboundOfficer, today: '2026-11-24' },
    asked('wilayah=33'),
  )
  expect(page).toMatchObject({ total: 2, standIn: true })
  expect(await renderView(<ActorListView page={page} saved={undefined} />)).toContain('pencari cadangan')
  expect(await renderView(<ActorListView page={await listed('')} saved={undefined} />)).not.toContain(
    'pencari cadangan',
  )
})

test('counts stand beside the choices, out of all that are on record', async () => {
  const page = await listed('wilayah=33')
  expect(page).toMatchObject({ total: 2, totals: { all: 3, demo: 3 } })
  expect(page.counts.wilayah).toEqual([
    { value: '33', count: 2 },
    { value: '32', count: 1 },
  ])
})

test('when nothing fits, what to let go of is offered with how many there would be', async () => {
  const page = await listed('wilayah=32&kebutuhan=halal')
  expect(page.lines).toEqual([])
  expect(page.relaxations.map(({ drop, found }) => [drop, found])).toEqual([
    ['wilayah', 1],
    ['kebutuhan', 1],
  ])
})

test('neither the page nor its files name anybody or tell the village', async () => {
  const { client, search } = await world()
  for (const locale of ['id', 'en'] as const) {
    const html = renderView(
      <ActorListView
        page={
          await loadActorListPage({ db: client.db, search, viewer: unboundOfficer, today: '2026-11-24' }, asked(''))
        }
      />,
      locale,
    )
    expect(html).toContain('P-0000001')
    expect(html).not.toContain(MARKER_NAME)
    expect(html).not.toContain('Desa A')
  }
  const csv = await fileText(client, search, '')
  expect(csv).toContain('P-0000001')
  expect(csv).not.toContain(MARKER_NAME)
  expect(csv).not.toContain('Desa A')
})

test('a search for a name finds nobody', async () => {
  const page = await listed(`q=${encodeURIComponent(MARKER_NAME)}`)
  expect(page.total).toBe(0)
})

test('numbers and addresses somebody wrote among the products do not leave the record', async () => {
  const { client, search } = await world()
  client.sqlite
    .prepare('update actor set products = ? where id = ?')
    .run('keripik, pesan ke 0812-3456-7890 atau ibu@contoh.id', KENDAL.id)
  const csv = await fileText(client, search, 'kabkota=33.24')
  expect(csv).toContain('keripik, pesan ke atau')
  expect(csv).not.toMatch(/0812|contoh\.id/)
})

test('a cell that begins like a formula is made harmless in both kinds of file', async () => {
  const { client, search } = await world()
  client.sqlite.prepare('update actor set products = ? where id = ?').run('=1+1', KENDAL.id)
  expect(await fileText(client, search, 'kabkota=33.24')).toContain(";'=1+1;")
  const file = await actorsFile(
    { db: client.db, search, locale: 'id', viewer: unboundOfficer },
    asked('kabkota=33.24'),
    'xlsx',
  )
  const book = await readXlsx(new Uint8Array(await file.arrayBuffer()))
  expect(book.sheets[0]!.rows[1]).toContain("'=1+1")
})

test('the files hold what the search finds, and say what they are', async () => {
  const { client, search } = await world()
  const file = await actorsFile(
    { db: client.db, search, locale: 'id', viewer: unboundOfficer },
    asked('wilayah=33'),
    'xlsx',
  )
  expect(file.headers.get('Content-Disposition')).toBe('attachment; filename="pelaku-ir.xlsx"')
  const [heads, ...rows] = (await readXlsx(new Uint8Array(await file.arrayBuffer()))).sheets[0]!.rows
  expect(heads!.slice(0, 4)).toEqual(['Kode', 'Provinsi', 'Kabupaten/kota', 'Klaster'])
  expect(rows.map((row) => [row[0], row[2], row[6]]).sort()).toEqual([
    ['P-0000001', 'Kab. Kendal', 'Modal usaha; Sertifikat halal'],
    ['P-0000002', 'Kota Semarang', 'belum diketahui'],
  ])
})
