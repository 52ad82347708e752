import { afterAll, beforeAll, expect, test } from 'vitest'
import { PUBLIC_VIEWER } from '#app/domain/access/viewer.ts'
import { loadPartnerPage } from '#app/features/partners/partner-page.server.ts'
import { parsePartnerSearch } from '#app/features/partners/partner-search.ts'
import { loadPartnerSearchPage } from '#app/features/partners/partner-search-page.server.ts'
import type { DbClient } from '#db/client.ts'
import { loadReference } from '#db/reference/load.ts'
import { createEmbeddedEngine, type EmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import { syncAll } from '#search/sync.ts'
import { testDb } from '#tests/support/test-db.ts'

let client: DbClient
let engine: EmbeddedEngine

beforeAll(async () => {
  client = await testDb()
  await loadReference(client)
  engine = createEmbeddedEngine(':memory:')
  await syncAll(client.db, engine)
})
afterAll(async () => {
  engine.close()
  await client.close()
})

const page = (query: string) =>
  loadPartnerSearchPage(
    { db: client.db, search: engine, viewer: PUBLIC_VIEWER, today: '2026-11-24' },
    parsePartnerSearch(new URLSearchParams(query)),
  )
const offersOf = (cards: readonly { offers: readonly { id: string; status: string }[] }[]) =>
  cards.flatMap((card) => card.offers)

test('without words every partner with a running offer is listed, the unverified and the past ones apart', async () => {
  const all = await page('')
  expect(all.offers).toBe(40)
  expect(all.cards).toHaveLength(20)
  expect(new Set(offersOf(all.cards).map((offer) => offer.status))).toEqual(new Set(['current']))
  expect(all.unverified).toMatchObject({ offers: 20 })
  expect(all.historical).toMatchObject({ offers: 3 })
  expect(offersOf(all.unverified.cards).every((offer) => offer.status === 'unverified')).toBe(true)
})

test('pages follow each other without repeating or losing a partner', async () => {
  const first = await page('')
  const second = await page('hal=2')
  const ids = [...first.cards, ...second.cards].map((card) => card.id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(first.partners).toBe((await page('hal=99')).partners)
})

test('a chosen status is listed as such, and nothing stands apart', async () => {
  const past = await page('status=historical')
  expect(past.offers).toBe(3)
  expect(past.unverified.cards).toEqual([])
  expect(offersOf(past.cards).map((offer) => offer.status)).toEqual(['historical', 'historical', 'historical'])
})

test('counts of a facet ignore its own choice, those of the others follow it', async () => {
  const all = await page('')
  const capital = await page('kebutuhan=capital')
  expect(capital.counts.kebutuhan).toEqual(all.counts.kebutuhan)
  const count = (found: typeof all, value: string) =>
    found.counts.klaster.find((one) => one.value === value)?.count ?? 0
  expect(count(capital, 'IR3')).toBeLessThan(count(all, 'IR3'))
})

test('a kabupaten finds what is national, what names it, and apart what may be there', async () => {
  const kendal = await page('wilayah=33.24&status=current')
  const known = new Set(offersOf(kendal.cards).map((offer) => offer.id))
  expect(known.has('pnm.mekaar')).toBe(true)
  const asked = await page('wilayah=33.24')
  expect(asked.unknownArea.length).toBeGreaterThan(0)
  for (const offer of offersOf(asked.unknownArea)) expect(known.has(offer.id)).toBe(false)
})

test('names are marked, and an alias is shown when it is what matched', async () => {
  const [card] = (await page('q=mekaar')).cards
  expect(card?.id).toBe('pnm')
  expect(card?.offers[0]?.name).toContainEqual({ text: 'Mekaar', hit: true })
  expect((await page('q=ulamm')).cards[0]?.alias).toEqual([{ text: 'ULaMM', hit: true }])
})

test('when nothing is found, only what would help is offered, with what it would find', async () => {
  const none = await page('q=zzqx&klaster=IR3')
  expect(none).toMatchObject({ partners: 0, cards: [] })
  expect(none.relaxations.map((one) => one.drop)).toEqual(['q'])
  expect(none.relaxations[0]!.partners).toBeGreaterThan(0)
})

test('words that no offer has all of still find those with most of them', async () => {
  expect(await page('q=modal+zzqx')).toMatchObject({ matched: 'some' })
})

test('a profile has every offer, running ones first, and the names of its places', async () => {
  const profile = await loadPartnerPage({ db: client.db, viewer: PUBLIC_VIEWER }, 'grab')
  expect(profile?.partner.offers.map((offer) => offer.status)).toEqual(['current', 'unverified'])
  expect(profile?.regionNames).toEqual({ '61.71': 'Kota Pontianak' })
  expect(await loadPartnerPage({ db: client.db, viewer: PUBLIC_VIEWER }, 'no-such-partner')).toBeNull()
})
