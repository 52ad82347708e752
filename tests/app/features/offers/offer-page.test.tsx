import { expect, test } from 'vitest'
import { EVERYTHING } from '#app/domain/access/viewer.ts'
import { SYSTEM } from '#app/domain/audit/event.ts'
import { answerFact } from '#app/features/actors/answer-fact.server.ts'
import { loadOfferPage, readOfferFilter } from '#app/features/offers/offer-page.server.ts'
import { OfferView } from '#app/features/offers/offer-view.tsx'
import type { DbClient } from '#db/client.ts'
import { actorDb, MARKER_NAME, NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { fileDb } from '#tests/support/file-db.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { unboundOfficer } from '#tests/support/viewers.ts'

const READY = { needs: ['capital', 'savings'], facts: { woman_owned: true, group_size: 12 } } as const
const ACTORS = [
  { id: 'kendal-0000001', regency: '33.24', ...READY },
  { id: 'kendal-0000002', regency: '33.24', ...READY, facts: { woman_owned: true, group_size: 8 } },
  { id: 'tegal-00000003', regency: '33.28', ...READY, facts: { woman_owned: true } },
  { id: 'tegal-00000004', regency: '33.28', cluster: 'IR2', ...READY },
  { id: 'tegal-00000005', regency: '33.28', cluster: 'IR3', ...READY },
] as const

const NOBODY = { regency: null, cluster: null }

const pageOf = (client: DbClient, offerId = 'pnm.mekaar', filter: Parameters<typeof loadOfferPage>[2] = NOBODY) =>
  loadOfferPage({ client, db: client.db, locale: 'id', today: TODAY, viewer: unboundOfficer }, offerId, filter)

test('an offer counts eligible, undecided and one step away out of all, and lists them', async () => {
  const page = (await pageOf(await actorDb(ACTORS)))!
  expect(page.fits!.counts).toEqual({
    actors: 5,
    all: 5,
    eligible: 2,
    undecided: 1,
    oneAnswer: 1,
    askPartner: 0,
    oneChange: 1,
  })
  expect(page.fits!.best.map((line) => line.id).sort()).toEqual(['kendal-0000001', 'tegal-00000004'])
  expect(page.fits!.best[0]).toMatchObject({ verdict: 'eligible', needs: ['capital', 'savings'], change: null })
  const near = new Map(page.fits!.near.map((line) => [line.id, line]))
  expect(near.get('kendal-0000002')).toMatchObject({ verdict: 'ineligible', change: 'tambah 2 anggota kelompok' })
  expect(near.get('tegal-00000003')).toMatchObject({
    verdict: 'undecided',
    missing: { kind: 'unknown', items: ['Tergabung dalam kelompok paling sedikit 10 orang'] },
  })
})

test('the lists narrow to a place and a cluster, with their own denominator', async () => {
  const client = await actorDb(ACTORS)
  const kendal = (await pageOf(client, 'pnm.mekaar', { regency: '33.24', cluster: null }))!
  expect(kendal.fits!.counts).toMatchObject({ actors: 2, all: 5, eligible: 1, oneChange: 1 })
  const second = (await pageOf(client, 'pnm.mekaar', { regency: null, cluster: 'IR2' }))!
  expect(second.fits!.best.map((line) => line.id)).toEqual(['tegal-00000004'])
  const empty = (await pageOf(client, 'pnm.mekaar', { regency: '11.01', cluster: null }))!
  expect(empty.fits!.counts).toMatchObject({ actors: 0, eligible: 0 })
  expect(empty.fits!.places.map((place) => place.value)).toContain('11.01')
})

test('an offer for an area nobody has listed keeps everybody waiting for the partner', async () => {
  const client = await actorDb(ACTORS)
  const page = (await pageOf(client, 'komida.pembiayaan'))!
  expect(page.fits!.counts).toMatchObject({ eligible: 0, oneAnswer: 0, oneChange: 0 })
  expect(page.fits!.counts!.askPartner).toBeGreaterThan(0)
  expect(page.fits!.waiting.map((line) => line.missing.items)).toContainEqual([
    'wilayah layanan mitra (tanyakan mitra)',
  ])
  expect(renderView(<OfferView page={page} />)).toContain('Menunggu jawaban mitra')
})

test('an answer given elsewhere shows at once', async () => {
  const client = await actorDb(ACTORS)
  await pageOf(client)
  await answerFact(client.db, {
    scope: EVERYTHING,
    by: SYSTEM,
    actorId: 'tegal-00000003',
    fact: 'group_size',
    value: 10,
    now: NOW,
    today: TODAY,
  })
  const page = (await pageOf(client))!
  expect(page.fits!.counts).toMatchObject({ eligible: 3, undecided: 0 })
  expect(page.fits!.best.map((line) => line.id)).toContain('tegal-00000003')
})

test('the page names nobody and tells no village, in either language', async () => {
  const client = await actorDb(ACTORS)
  const page = (await pageOf(client))!
  for (const locale of ['id', 'en'] as const) {
    const html = renderView(<OfferView page={page} />, locale)
    expect(html).toContain('P-0000001')
    expect(html).not.toContain(MARKER_NAME)
    expect(html).not.toContain('Desa A')
  }
})

test('while a first reading takes longer than a page waits, the page says so and asks again', async () => {
  const { client } = await fileDb(4000)
  const context = { client, db: client.db, locale: 'id', today: TODAY, viewer: unboundOfficer } as const
  const waiting = (await loadOfferPage(context, 'pnm.mekaar', NOBODY, 0))!
  expect(waiting.fits!.counts).toBeNull()
  const html = renderView(<OfferView page={waiting} />)
  expect(html).toContain('Sedang membaca 4.000 pelaku')
  expect(html).toContain('data-poll')
  const done = (await loadOfferPage(context, 'pnm.mekaar', NOBODY, 60_000))!
  expect(done.fits!.counts).toMatchObject({ all: 4000 })
})

test('a past programme proposes nobody', async () => {
  const client = await actorDb(ACTORS)
  const { id } = client.sqlite.prepare("select id from offer where status = 'historical' limit 1").get() as {
    id: string
  }
  const page = (await pageOf(client, id))!
  expect(page.fits!.counts).toMatchObject({ eligible: 0, undecided: 0, oneChange: 0 })
  expect(renderView(<OfferView page={page} />)).toContain('tidak ada pelaku yang dapat diusulkan')
})

test('an unknown offer has no page, and a filter that means nothing is none', async () => {
  expect(await pageOf(await actorDb([]), 'nobody.nothing')).toBeNull()
  expect(readOfferFilter(new URLSearchParams('kabkota=33&klaster=IR9'))).toEqual(NOBODY)
  expect(readOfferFilter(new URLSearchParams('kabkota=33.24&klaster=IR2'))).toEqual({
    regency: '33.24',
    cluster: 'IR2',
  })
})
