import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Viewer } from '#app/domain/access/viewer.ts'
import { PUBLIC_VIEWER } from '#app/domain/access/viewer.ts'
import { gapOf } from '#app/domain/gaps/count-gaps.ts'
import { loadGapPage } from '#app/features/gaps/gap-page.server.ts'
import { GapView } from '#app/features/gaps/gap-view.tsx'
import type { DbClient } from '#db/client.ts'
import { addSearchDemand } from '#db/queries/search-demand.ts'
import { demoDb } from '#tests/support/demo-db.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { companionViewer, districtViewer, ministryViewer, provinceViewer } from '#tests/support/viewers.ts'

const load = (client: DbClient, query = '', viewer: Viewer = ministryViewer) =>
  loadGapPage({ client, today: '2026-11-24', viewer }, new URLSearchParams(query))
const status = (work: Promise<unknown>): Promise<number> =>
  work.then(
    () => 200,
    (thrown: Response) => thrown.status,
  )

test('the country is the sum of its provinces and of its needs, and each narrows to its own', async () => {
  const client = await demoDb(400)
  const page = await load(client)
  expect(page.places).toHaveLength(38)
  expect(page.places.reduce((sum, place) => sum + place.actors, 0)).toBe(gapOf(page.total))
  expect(page.needs.reduce((sum, need) => sum + need.wanted, 0)).toBe(page.total.wanted)
  const biggest = [...page.places].sort((a, b) => b.actors - a.actors)[0]!
  const province = await load(client, `wilayah=${biggest.code}`)
  expect(province.total.wanted).toBe(biggest.sum.wanted)
  const cluster = await Promise.all(['IR1', 'IR2', 'IR3'].map((one) => load(client, `kluster=${one}`)))
  expect(cluster.reduce((sum, one) => sum + one.total.wanted, 0)).toBeLessThanOrEqual(page.total.wanted)
})

test('the map, its table and the reasons weigh less than 60 KB on the wire, in both languages, without styles inline', async () => {
  const client = await demoDb(400)
  for (const locale of ['id', 'en'] as const) {
    const html = renderView(<GapView page={await load(client)} />, locale)
    expect(gzipSync(html).length).toBeLessThan(60_000)
    expect(html).not.toContain('style=')
    expect(html).toContain('<svg')
    expect(html.match(/<h1/g)).toHaveLength(1)
  }
})

test('a district has no map, names the conditions in the way and leads to its board', async () => {
  const client = await demoDb(3000)
  const page = await load(client, 'wilayah=33.24')
  expect(page.map).toBeNull()
  expect(page.boardHref).toBe('/kecocokan/33.24')
  const html = renderView(<GapView page={page} />)
  expect(html).toContain('/kecocokan/33.24')
})

test('provinces and districts see their own, others are not found, and the public signs in first', async () => {
  const client = await demoDb(50)
  expect((await load(client, '', provinceViewer('33'))).query.region).toBe('33')
  expect((await load(client, 'wilayah=33.24', provinceViewer('33'))).query.region).toBe('33.24')
  expect(await status(load(client, 'wilayah=32', provinceViewer('33')))).toBe(404)
  expect((await load(client, '', districtViewer('33.24'))).query.region).toBe('33.24')
  expect(await status(load(client, 'wilayah=33', districtViewer('33.24')))).toBe(404)
  expect(await status(load(client, '', companionViewer('33.24')))).toBe(403)
  expect(await status(load(client, '', PUBLIC_VIEWER))).toBe(401)
  expect(await status(load(client, 'wilayah=tidak-ada'))).toBe(404)
})

test('searches for offers that found nothing stand on the board of their region, with their days, and leave after 90 days', async () => {
  const client = await demoDb(50)
  const demand = { index_name: 'offers', words: '', filters: '{}', sector: null, need: 'capital' } as const
  await addSearchDemand(client.db, { ...demand, day: '2026-11-20', region: '33.24' })
  await addSearchDemand(client.db, { ...demand, day: '2026-11-20', region: '33.24' })
  await addSearchDemand(client.db, { ...demand, day: '2026-11-21', region: '32.77', filters: '{"a":1}' })
  await addSearchDemand(client.db, { ...demand, day: '2026-11-22', region: null, filters: '{"b":1}' })
  await addSearchDemand(client.db, { ...demand, day: '2026-08-26', region: '33.24', filters: '{"c":1}' })
  await addSearchDemand(client.db, { ...demand, day: '2026-11-22', index_name: 'actors', region: '33.24' })
  expect((await load(client)).unfound).toMatchObject({ from: '2026-08-27', to: '2026-11-24', searches: 4, more: 0 })
  const kendal = await load(client, 'wilayah=33.24')
  expect(kendal.unfound.rows).toEqual([
    { need: 'capital', sector: null, place: 'Kab. Kendal', searches: 2, lastDay: '2026-11-20' },
  ])
  expect((await load(client, 'wilayah=33')).unfound.searches).toBe(2)
  expect((await load(client, 'kebutuhan=halal')).unfound.searches).toBe(0)
  expect(renderView(<GapView page={kendal} />)).toContain('Dicari tetapi tidak ditemukan')
})
