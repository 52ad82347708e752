import { afterAll, beforeAll, expect, test } from 'vitest'
import { PUBLIC_VIEWER } from '#app/domain/access/viewer.ts'
import { atomDocument } from '#app/features/feeds/atom-document.ts'
import { feedMeta } from '#app/features/feeds/feed-meta.ts'
import { nameUuid } from '#app/features/feeds/name-uuid.server.ts'
import { loadOfferFeed, offerFeed } from '#app/features/feeds/offer-feed.server.ts'
import { parsePartnerSearch } from '#app/features/partners/partner-search.ts'
import type { DbClient } from '#db/client.ts'
import { logChanges } from '#db/queries/change-log.ts'
import { loadReference } from '#db/reference/load.ts'
import { createEmbeddedEngine, type EmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import { syncAll } from '#search/sync.ts'
import { testDb } from '#tests/support/test-db.ts'

let client: DbClient
let engine: EmbeddedEngine

beforeAll(async () => {
  client = await testDb()
  await loadReference(client, { at: '2026-11-01T00:00:00.000Z' })
  await logChanges(client.db, 'offers', ['pnm.mekaar'], '2026-11-20T02:00:00.000Z')
  await logChanges(client.db, 'offers', ['bpjph.sehati'], '2026-11-22T02:00:00.000Z')
  engine = createEmbeddedEngine(':memory:')
  await syncAll(client.db, engine)
})
afterAll(async () => {
  engine.close()
  await client.close()
})

const search = (query: string) => parsePartnerSearch(new URLSearchParams(query))
const context = (locale: 'id' | 'en' = 'id') => ({ db: client.db, search: engine, locale, viewer: PUBLIC_VIEWER })
const feed = (query: string, locale?: 'id' | 'en') =>
  loadOfferFeed(context(locale), search(query), 'https://sinergi.test')

test('the offers of a search come with the last changed first, at most fifty', async () => {
  const all = await feed('')
  expect(all.entries).toHaveLength(50)
  expect(all.entries.slice(0, 2).map((entry) => entry.link)).toEqual([
    'https://sinergi.test/penawaran/bpjph.sehati',
    'https://sinergi.test/penawaran/pnm.mekaar',
  ])
  const instants = all.entries.map((entry) => entry.updated)
  expect(instants).toEqual([...instants].sort().reverse())
  expect(all.updated).toBe('2026-11-22T02:00:00.000Z')
})

test('a feed holds what its search finds and nothing else, and leads to the page of the search', async () => {
  const halal = await feed('kebutuhan=halal&hal=7&urut=nama')
  const { documents } = await engine.search('offers', {
    text: '',
    filters: { need: ['halal'] },
    facets: [],
    sort: 'newest',
    page: 1,
    pageSize: 1,
    scope: { kind: 'public' },
  })
  expect(halal.entries).toHaveLength(documents)
  expect(halal.entries.every((entry) => entry.categories.some(({ term }) => term === 'halal'))).toBe(true)
  expect(halal.self).toBe('https://sinergi.test/mitra.atom?kebutuhan=halal')
  expect(halal.alternate).toBe('https://sinergi.test/mitra?kebutuhan=halal')
  expect((await feed('kebutuhan=halal', 'en')).self).toBe('https://sinergi.test/mitra.atom?kebutuhan=halal&lang=en')
})

test('ids stay the same whatever the order of the query, the address of the site and later changes', async () => {
  const one = await feed('sektor=garment&sektor=food_snack')
  const other = await loadOfferFeed(context(), search('sektor=food_snack&sektor=garment'), 'http://localhost:1')
  expect(other.id).toBe(one.id)
  expect(other.entries.map((entry) => entry.id)).toEqual(one.entries.map((entry) => entry.id))
  expect(new Set(one.entries.map((entry) => entry.id)).size).toBe(one.entries.length)
  expect(one.id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(nameUuid('offer pnm.mekaar')).toBe('32d6fb27-d47d-5d44-93f2-fcf18c716a1f')
})

test('nothing found is a feed without entries', async () => {
  const none = await feed('q=zzzzzzzz')
  expect(none.entries).toEqual([])
  expect(none.updated).toBe('1970-01-01T00:00:00Z')
})

test('texts cannot break the document', () => {
  const text = atomDocument({
    id: 'urn:uuid:x',
    language: 'id',
    title: `<script>&"'\u0000\u0008\ud800 ]]> 🧵`,
    subtitle: '',
    author: 'Sinergi IR',
    updated: '2026-11-22T02:00:00Z',
    self: 'https://sinergi.test/mitra.atom?q=%22&a=b',
    alternate: 'https://sinergi.test/mitra?q=%22&a=b',
    entries: [],
  })
  expect(text).toContain('<title>&lt;script&gt;&amp;&quot;&#39;    ]]&gt; 🧵</title>')
  expect(text).toContain('href="https://sinergi.test/mitra.atom?q=%22&amp;a=b"')
})

test('a reader that has the feed already gets 304, and the whole again after a change', async () => {
  const asked = (etag?: string) =>
    offerFeed(
      context(),
      search('kebutuhan=halal'),
      new Request('http://localhost/mitra.atom?kebutuhan=halal', { headers: etag ? { 'If-None-Match': etag } : {} }),
    )
  const first = await asked()
  expect(first.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8')
  const etag = first.headers.get('ETag')!
  const again = await asked(`"x", W/${etag}`)
  expect([again.status, await again.text()]).toEqual([304, ''])
  await logChanges(client.db, 'offers', ['bpjph.sehati'], '2026-11-23T02:00:00.000Z')
  expect((await asked(etag)).status).toBe(200)
})

test('the page of a search names its feed in the head', () => {
  expect(feedMeta(search('q=modal&urut=nama'), 'en')).toEqual([
    {
      tagName: 'link',
      rel: 'alternate',
      type: 'application/atom+xml',
      title: 'Follow by Atom feed',
      href: '/mitra.atom?q=modal&lang=en',
    },
  ])
})
