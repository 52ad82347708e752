import { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SearchQuery } from '#search/engine.ts'
import { INDEXES } from '#search/indexes.ts'
import { isOneOf } from '#search/meilisearch/filter.ts'
import { Keyring } from '#search/meilisearch/keyring.ts'
import { changedSettings, settingsOf } from '#search/meilisearch/settings.ts'
import { naiveSearch } from '#tests/support/naive-search.ts'
import { actorDocuments } from '#tests/support/search-documents.ts'
import { ownEngine, serverAccess } from './real-server.ts'

const DOCUMENTS = actorDocuments(4000)
const engine = ownEngine()
const admin = new Meilisearch({ host: serverAccess().url, apiKey: serverAccess().key ?? undefined })
const uidOf = (index: string) => `${engine.prefix}_${index}`

async function* batches(documents = DOCUMENTS) {
  for (let at = 0; at < documents.length; at += 500) yield documents.slice(at, at + 500)
}

function query(more: Partial<SearchQuery>): SearchQuery {
  return {
    text: '',
    filters: {},
    facets: [],
    sort: 'relevance',
    page: 1,
    pageSize: 20,
    scope: { kind: 'all' },
    ...more,
  }
}

beforeAll(async () => {
  await engine.ready()
  await engine.replaceAll('actors', batches(), 1)
  await engine.settle()
})
afterAll(() => engine.dropAll())

test('the server keeps the settings as they are in code, so that a second start changes nothing', async () => {
  for (const index of ['offers', 'actors'] as const) {
    expect(changedSettings(settingsOf(index), await admin.index(uidOf(index)).getSettings())).toEqual({})
  }
})

test('a token of a scope sees its rows only, whatever the query asks for', async () => {
  const keyring = new Keyring(serverAccess(), admin, uidOf)
  const client = await keyring.client('actors', isOneOf('facet_province', ['33']))
  const indexUid = uidOf('actors')
  const { results } = await client.multiSearch({
    queries: [
      { indexUid, hitsPerPage: 0, facets: ['facet_province'] },
      { indexUid, hitsPerPage: 0, filter: 'facet_province IN ["34"]' },
    ],
  })
  const own = DOCUMENTS.filter((document) => document.facets.province?.includes('33'))
  expect(results.map((result) => result.totalHits)).toEqual([own.length, 0])
  expect(results[0]!.facetDistribution).toEqual({ facet_province: { 33: own.length } })
  await expect(client.index(uidOf('offers')).search('')).rejects.toThrow()
  await expect(client.index(indexUid).addDocuments([{ key: 'x' }])).rejects.toThrow()
})

test('values of any signs are found as they are and break no filter', async () => {
  const odd = ['a"b', "a'b", 'a\\', '\\"', 'OR', 'IR1', 'ir1', 'é', '~i', 'x] OR (y', 'a\nb', '日本', '1e3', '{0}']
  const [base] = actorDocuments(1, 90_001)
  const documents = odd.map((value, at) => ({
    ...base!,
    id: `odd.${at}/ä`,
    facets: { ...base!.facets, need: [value] },
  }))
  await engine.put('actors', documents, 2)
  for (const [at, value] of odd.entries()) {
    const { hits, facets } = await engine.search(
      'actors',
      query({ filters: { need: [value] }, facets: ['need', 'sector'] }),
    )
    expect(hits.map((hit) => hit.id)).toEqual([`odd.${at}/ä`])
    expect(facets.need).toContainEqual({ value, count: 1 })
  }
  await engine.remove(
    'actors',
    documents.map((document) => document.id),
    3,
  )
  expect((await engine.status()).indexes.actors).toEqual({ documents: DOCUMENTS.length, cursor: 3 })
})

test('a deep page is the page it should be, browsed, sorted by name and by words', async () => {
  for (const more of [{ page: 151 }, { page: 151, sort: 'name' as const }, { page: 60, text: 'k' }, { page: 9_999 }]) {
    const asked = query(more)
    const answer = await engine.search('actors', asked)
    const naive = naiveSearch('actors', DOCUMENTS, { ...asked, page: answer.page })
    expect({ ids: answer.hits.map((hit) => hit.id), total: answer.total }).toEqual({
      ids: naive.ids,
      total: naive.total,
    })
  }
})

test('prefixes of one, two and three letters count what they should', async () => {
  for (const text of ['k', 'ke', 'ker', 'keri']) {
    const asked = query({ text, facets: INDEXES.actors.facets })
    const naive = naiveSearch('actors', DOCUMENTS, asked)
    const answer = await engine.search('actors', asked)
    expect({ ids: answer.hits.map((hit) => hit.id), total: answer.total }).toEqual({
      ids: naive.ids,
      total: naive.total,
    })
  }
})

test('a query of twelve words, none of which any document has all of, is answered', async () => {
  const text = 'keripik pisang batik tulis gula jawa anyam bambu kopi bubuk jahit zzzz'
  const answer = await engine.search('actors', query({ text, facets: ['need'] }))
  const naive = naiveSearch('actors', DOCUMENTS, query({ text, facets: ['need'] }))
  expect({ total: answer.total, matched: answer.matched }).toEqual({ total: naive.total, matched: naive.matched })
  expect(answer.hits.map((hit) => hit.id)).toEqual(naive.ids)
})

test('a query of two hundred signs without a space is answered, however many bytes they take', async () => {
  for (const sign of ['a', '日', '1']) {
    const answer = await engine.search('actors', query({ text: sign.repeat(200), facets: ['need'] }))
    expect(answer).toMatchObject({ total: 0, hits: [], facets: { need: [] } })
  }
})

test('while an index is rebuilt readers see the old one or the new one', async () => {
  const smaller = DOCUMENTS.slice(0, 1500)
  const seen = new Set<number>()
  let building = true
  const rebuild = engine.replaceAll('actors', batches(smaller), 4).finally(() => {
    building = false
  })
  while (building) seen.add((await engine.search('actors', query({}))).total)
  await rebuild
  seen.add((await engine.search('actors', query({}))).total)
  expect([...seen].filter((total) => total !== DOCUMENTS.length && total !== smaller.length)).toEqual([])
  expect((await engine.status()).indexes.actors).toEqual({ documents: smaller.length, cursor: 4 })
  const names = (await admin.getRawIndexes({ limit: 1000 })).results.map(({ uid }) => uid)
  expect(names.filter((uid) => uid.startsWith(`${engine.prefix}_actors_new`))).toEqual([])
})

test('a search takes less than the time after which another engine would answer', async () => {
  const hasty = ownEngine(engine.prefix)
  await hasty.settle()
  const start = performance.now()
  await hasty.search('actors', query({ text: 'kripik psang', facets: INDEXES.actors.facets }))
  expect(performance.now() - start).toBeLessThan(800)
})
