import { expect, onTestFinished, test } from 'vitest'
import { createEmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import type { SearchDocument, SearchQuery } from '#search/engine.ts'
import { FailoverEngine } from '#search/failover-engine.ts'
import { createMeilisearchEngine } from '#search/meilisearch/meilisearch-engine.ts'
import { actorDocuments } from '#tests/support/search-documents.ts'
import { ProtocolDouble } from './meilisearch/support/protocol-double.ts'

const DOCUMENTS = actorDocuments(30)
const asked: SearchQuery = {
  text: '',
  filters: {},
  facets: ['need'],
  sort: 'relevance',
  page: 1,
  pageSize: 20,
  scope: { kind: 'all' },
}

async function* inBatches(documents: readonly SearchDocument[]) {
  yield documents.slice(0, 10)
  yield documents.slice(10)
}

/** The failover between the engine for a server (a double of its protocol) and a real embedded engine with 30 documents. */
async function withFailover(breakerMs = 30_000) {
  const double = new ProtocolDouble()
  await double.start()
  const second = createEmbeddedEngine(':memory:')
  await second.replaceAll('actors', inBatches(DOCUMENTS), 30)
  const first = createMeilisearchEngine({ url: double.url, key: 'k', searchKey: null, prefix: 'try' })
  const changes: (string | null)[] = []
  let caughtUp = 0
  const engine = new FailoverEngine({
    first,
    second,
    catchUp: async () => {
      await first.put('actors', DOCUMENTS, 30)
      await first.ready()
      caughtUp++
    },
    keepUp: () => first.put('actors', DOCUMENTS, 31),
    onChange: ({ reason }) => changes.push(reason),
    breakerMs,
  })
  onTestFinished(async () => {
    await engine.settled()
    await double.stop()
    second.close()
  })
  return { double, first, second, engine, changes, caughtUp: () => caughtUp }
}

async function serving(breakerMs?: number) {
  const all = await withFailover(breakerMs)
  await all.engine.search('actors', asked)
  await all.engine.settled()
  // why: it follows by itself as soon as it serves
  await all.engine.follow()
  return all
}

test('until the server is caught up the embedded engine answers and says why; then the server does', async () => {
  const { engine, changes } = await withFailover()
  const before = await engine.search('actors', asked)
  expect(before).toMatchObject({
    answeredBy: 'embedded',
    standIn: true,
    standInReason: 'catching-up',
    total: 30,
  })
  await engine.settled()
  expect(await engine.search('actors', asked)).toMatchObject({ answeredBy: 'meilisearch', standIn: false })
  expect(changes).toEqual([null])
})

test('a server that is gone costs one search less than a second, and the next ones nothing', async () => {
  const { engine, double, changes } = await serving()
  await double.stop()
  const start = performance.now()
  expect(await engine.search('actors', asked)).toMatchObject({
    answeredBy: 'embedded',
    standIn: true,
    standInReason: 'unreachable',
    total: 30,
  })
  expect(performance.now() - start).toBeLessThan(1000)
  expect(changes).toEqual([null, 'unreachable'])
  await double.start()
})

test('a server that hangs is waited for once, within a second; the breaker spares the others', async () => {
  const { engine, double } = await serving()
  double.handler = ({ path }) => (path.startsWith('/multi-search') ? 'hang' : undefined)
  const start = performance.now()
  expect(await engine.search('actors', asked)).toMatchObject({ standIn: true, standInReason: 'slow', total: 30 })
  expect(performance.now() - start).toBeLessThan(1000)
  const searches = double.requests('POST', /multi-search/).length
  for (let n = 0; n < 20; n++) expect((await engine.search('actors', asked)).standIn).toBe(true)
  expect(double.requests('POST', /multi-search/)).toHaveLength(searches)
})

test('a page far into a list takes several requests, which together are given up within a second', async () => {
  const { engine, double } = await serving()
  double.pause = 500
  double.handler = ({ path, body }) => {
    if (path.endsWith('/documents/fetch')) return { body: { results: [], offset: 0, limit: 20, total: 5000 } }
    if (!path.startsWith('/multi-search')) return undefined
    const { queries } = body as { queries: { indexUid: string }[] }
    const many = { hits: [], totalHits: 5000, estimatedTotalHits: 5000, facetDistribution: {} }
    return { body: { results: queries.map(({ indexUid }) => ({ indexUid, ...many })) } }
  }
  const start = performance.now()
  expect(await engine.search('actors', { ...asked, page: 200 })).toMatchObject({ standInReason: 'slow', total: 30 })
  expect(performance.now() - start).toBeLessThan(1000)
  expect(double.requests('POST', /documents\/fetch/)).toHaveLength(1)
})

test('a server that answers with errors is left alone as well', async () => {
  const { engine, double } = await serving()
  double.handler = ({ path }) =>
    path.startsWith('/multi-search') ? { status: 500, body: { code: 'internal' } } : undefined
  expect(await engine.search('actors', asked)).toMatchObject({ standIn: true, standInReason: 'fault', total: 30 })
})

test('one query that the server turns down turns it off for nobody else', async () => {
  const { engine, double, changes } = await serving()
  let refusing = true
  double.handler = ({ path }) =>
    refusing && path.startsWith('/multi-search')
      ? { status: 400, body: { message: 'x', code: 'invalid_search_filter', type: 'invalid_request', link: '' } }
      : undefined
  expect(await engine.search('actors', asked)).toMatchObject({ standIn: true, standInReason: 'fault', total: 30 })
  refusing = false
  expect(await engine.search('actors', asked)).toMatchObject({ standIn: false, answeredBy: 'meilisearch' })
  expect(changes).toEqual([null])
})

test('when it returns it is caught up first, and nobody waits for that', async () => {
  const { engine, double, changes, caughtUp } = await serving(50)
  await double.stop()
  await engine.search('actors', asked)
  await new Promise((resolve) => setTimeout(resolve, 80))
  await engine.search('actors', asked)
  await engine.settled()
  expect([caughtUp(), changes.at(-1)]).toEqual([1, 'unreachable'])
  await double.start()
  await new Promise((resolve) => setTimeout(resolve, 80))
  const stillAside = await engine.search('actors', asked)
  expect(stillAside.answeredBy).toBe('embedded')
  await engine.settled()
  expect([caughtUp(), changes.at(-1)]).toEqual([2, null])
  expect((await engine.search('actors', asked)).answeredBy).toBe('meilisearch')
})

test('what is written while the server catches up is on it before it serves', async () => {
  const { first, second, engine } = await withFailover()
  const [late, later] = actorDocuments(2, 800)
  const log = [...DOCUMENTS]
  let tellOf: (() => void) | null = () => {}
  const catchUp = async () => {
    await first.put('actors', log, 30)
    await first.ready()
    tellOf?.()
  }
  const own = new FailoverEngine({ first, second, catchUp, keepUp: () => first.put('actors', log, 31) })
  tellOf = () => {
    tellOf = null
    log.push(late!)
    void own.follow()
  }
  await own.search('actors', asked)
  await own.settled()
  expect((await first.status()).indexes.actors.documents).toBe(31)
  log.push(later!)
  await own.follow()
  expect((await first.status()).indexes.actors.documents).toBe(32)
  await engine.settled()
})

test('the server follows once as soon as it serves, for what others wrote without a word', async () => {
  const { first, second } = await withFailover()
  let followed = 0
  const engine = new FailoverEngine({ first, second, catchUp: () => first.ready(), keepUp: async () => followed++ })
  await engine.search('actors', asked)
  await engine.settled()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(followed).toBe(1)
})

test('a mistake of the caller is no failure of the server', async () => {
  const { engine } = await serving()
  const wrong = { ...asked, filters: { tie: ['x'] } }
  await expect(engine.search('actors', wrong)).rejects.toMatchObject({ name: 'SearchRejected' })
  expect((await engine.search('actors', asked)).answeredBy).toBe('meilisearch')
})

test('both engines are fed; the embedded one also while the server is away', async () => {
  const { engine, double, first, second } = await serving()
  const [extra, other] = actorDocuments(2, 700)
  await engine.put('actors', [extra!], 32)
  expect((await first.status()).indexes.actors).toEqual({ documents: 31, cursor: 32 })
  expect((await second.status()).indexes.actors).toEqual({ documents: 31, cursor: 32 })
  await double.stop()
  await engine.put('actors', [other!], 33)
  await engine.remove('actors', [extra!.id], 34)
  expect((await second.status()).indexes.actors).toEqual({ documents: 31, cursor: 34 })
  await double.start()
  expect((await first.status()).indexes.actors.cursor).toBe(32)
})

test('a rebuild goes to both, and goes on when the server fails in the middle', async () => {
  const { engine, double, first, second } = await serving()
  await engine.replaceAll('actors', inBatches(DOCUMENTS.slice(0, 25)), 40)
  expect((await first.status()).indexes.actors).toEqual({ documents: 25, cursor: 40 })
  expect((await second.status()).indexes.actors).toEqual({ documents: 25, cursor: 40 })
  double.failing.add('indexSwap')
  await engine.replaceAll('actors', inBatches(DOCUMENTS), 41)
  expect((await second.status()).indexes.actors).toEqual({ documents: 30, cursor: 41 })
  expect((await first.status()).indexes.actors).toEqual({ documents: 25, cursor: 40 })
  expect((await engine.search('actors', asked)).answeredBy).toBe('embedded')
})

test('a rebuild whose source breaks off leaves both as they were', async () => {
  const { engine, first, second } = await serving()
  const broken = (async function* () {
    yield DOCUMENTS.slice(0, 3)
    throw new Error('the source broke off')
  })()
  await expect(engine.replaceAll('actors', broken, 50)).rejects.toThrow('the source broke off')
  expect((await first.status()).indexes.actors.cursor).toBe(31)
  expect((await second.status()).indexes.actors).toEqual({ documents: 30, cursor: 30 })
})

test('following the change log shares runs, and an outage meanwhile is nobody else’s error', async () => {
  const { engine, double, first } = await serving()
  const before = double.requests('POST', /try_actors\/documents/).length
  await Promise.all([engine.follow(), engine.follow(), engine.follow()])
  expect((await first.status()).indexes.actors.cursor).toBe(31)
  const writes = double.requests('POST', /try_actors\/documents/).length
  expect(writes - before).toBeLessThanOrEqual(2)
  await double.stop()
  await engine.follow()
  expect((await engine.search('actors', asked)).standIn).toBe(true)
  await double.start()
})
