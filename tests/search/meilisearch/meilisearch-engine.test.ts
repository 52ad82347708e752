import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import type { SearchQuery } from '#search/engine.ts'
import { createMeilisearchEngine } from '#search/meilisearch/meilisearch-engine.ts'
import { SEARCH_KEY } from './support/protocol-double.ts'
import { claimsOf, withDouble } from './support/with-double.ts'

function query(more: Partial<SearchQuery> = {}): SearchQuery {
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

type Body = { queries: { filter?: string; facets?: string[]; hitsPerPage?: number; sort?: string[] }[] }

test('one multi-search asks for totals, for each selected facet under the other selections, and for the hits', async () => {
  const { double, engine } = await withDouble()
  await engine.ready()
  double.seen.length = 0
  const filters = { need: ['capital', 'halal'], cluster: ['IR1'] }
  await engine.search('actors', query({ filters, facets: ['need', 'sector'], sort: 'newest' }))
  const searches = double.requests('POST', /^\/multi-search/)
  expect(searches).toHaveLength(1)
  const { queries } = searches[0]!.body as Body
  const need = 'facet_need IN ["capital", "halal"]'
  const cluster = 'facet_cluster IN ["~i~r1"]'
  expect(queries).toEqual([
    { indexUid: 'try_actors', filter: `(${need}) AND (${cluster})`, hitsPerPage: 0, facets: ['facet_sector'] },
    { indexUid: 'try_actors', filter: cluster, hitsPerPage: 0, facets: ['facet_need'] },
    {
      indexUid: 'try_actors',
      filter: `(${need}) AND (${cluster})`,
      offset: 0,
      limit: 20,
      sort: ['sort_as_of:desc', 'sort_tie:asc'],
      attributesToRetrieve: ['id'],
    },
  ])
})

test("a viewer's search carries a tenant token whose rule is her scope, signed with the search key", async () => {
  const { double, engine } = await withDouble()
  await engine.search('actors', query({ scope: { kind: 'regions', codes: ['33', '34.71'] } }))
  const { token, body } = double.requests('POST', /^\/multi-search/).at(-1)!
  const rule = '(facet_province IN ["33", "34.71"]) OR (facet_regency IN ["33", "34.71"])'
  const claims = claimsOf(token!)
  expect(claims).toMatchObject({ apiKeyUid: SEARCH_KEY.uid, searchRules: { try_actors: { filter: rule } } })
  expect(claims.exp).toBeGreaterThan(Date.now() / 1000)
  expect(claims.exp).toBeLessThan(Date.now() / 1000 + 2 * 3600)
  const [head, payload, signature] = token!.split('.')
  expect(createHmac('sha256', SEARCH_KEY.key).update(`${head}.${payload}`).digest('base64url')).toBe(signature)
  for (const one of (body as Body).queries) expect(one.filter).toBe(rule)
})

test('the public may see no actor, by its token and by its filter; offers need no rule', async () => {
  const { double, engine } = await withDouble()
  await engine.search('actors', query({ scope: { kind: 'public' } }))
  const { token, body } = double.requests('POST', /^\/multi-search/).at(-1)!
  expect(claimsOf(token!).searchRules).toEqual({ try_actors: { filter: 'words_1 IN []' } })
  expect((body as Body).queries[0]!.filter).toBe('words_1 IN []')
  await engine.search('offers', query({ scope: { kind: 'public' } }))
  const offers = double.requests('POST', /^\/multi-search/).at(-1)!
  expect(claimsOf(offers.token!).searchRules).toEqual({ try_offers: {} })
})

test('a server without a master key is searched without tokens, and still with the scope in each filter', async () => {
  const { double, engine } = await withDouble()
  double.handler = ({ path }) =>
    path.startsWith('/keys') ? { status: 401, body: { code: 'missing_master_key', message: 'x' } } : undefined
  await engine.search('actors', query({ scope: { kind: 'regions', codes: ['33'] } }))
  const { token, body } = double.requests('POST', /^\/multi-search/).at(-1)!
  expect(token).toBe('an-admin-key-for-tests')
  expect((body as Body).queries[0]!.filter).toContain('facet_province IN ["33"]')
})

test('a server that knows no search key is named as such', async () => {
  const { double, engine } = await withDouble()
  double.handler = ({ path }) => (path.startsWith('/keys') ? { body: { results: [] } } : undefined)
  await expect(engine.search('actors', query())).rejects.toThrow(/MEILI_SEARCH_KEY/)
})

test('a server that hangs is given up after 800 milliseconds, all requests of one search together', async () => {
  const { double, engine } = await withDouble()
  await engine.ready()
  double.handler = ({ path }) => (path.startsWith('/multi-search') ? 'hang' : undefined)
  const start = performance.now()
  await expect(engine.search('actors', query())).rejects.toMatchObject({ name: 'SearchUnavailable', reason: 'slow' })
  expect(performance.now() - start).toBeLessThan(950)
})

test('refusals, nonsense and silence are told apart, and none repeats the query or a key', async () => {
  const { double, engine, settings } = await withDouble()
  await engine.ready()
  const answers: [Parameters<typeof double.handler>[0] extends never ? never : unknown, number, string][] = [
    [{ code: 'internal', message: 'rahasia rahasia' }, 500, 'fault'],
    [{ code: 'too_many_search_requests', message: 'rahasia' }, 503, 'fault'],
    [{ code: 'invalid_search_filter', message: 'Inside `.queries[0]`: rahasia' }, 400, 'fault'],
    [{ code: 'invalid_api_key', message: 'rahasia' }, 403, 'fault'],
  ]
  for (const [body, status, reason] of answers) {
    double.handler = ({ path }) => (path.startsWith('/multi-search') ? { status, body } : undefined)
    const failed = engine.search('actors', query({ text: 'rahasia' }))
    await expect(failed).rejects.toMatchObject({ name: 'SearchUnavailable', reason })
    await expect(failed).rejects.not.toThrow(/rahasia|for-tests/)
  }
  await double.stop()
  await expect(createMeilisearchEngine(settings).status()).rejects.toMatchObject({ reason: 'unreachable' })
  await double.start()
})

test('a facet the index does not have is the mistake of the caller, and the server is not asked', async () => {
  const { double, engine } = await withDouble()
  await expect(engine.search('actors', query({ filters: { tie: ['x'] } }))).rejects.toMatchObject({
    name: 'SearchRejected',
  })
  expect(double.seen).toHaveLength(0)
})
