import { expect, test } from 'vitest'
import { SearchUnavailable } from '#search/engine.ts'
import { documentKey, LAYOUT } from '#search/meilisearch/document.ts'
import { actorDocuments } from '#tests/support/search-documents.ts'
import { withDouble } from './support/with-double.ts'

const documents = actorDocuments(3)

test('an index is made with its settings once, and a second process changes nothing', async () => {
  const { double, engine, settings } = await withDouble()
  await engine.put('actors', documents, 7)
  expect(double.requests('POST', /^\/indexes$/)).toHaveLength(1)
  expect(double.requests('PATCH', /settings$/)).toHaveLength(1)
  const { createMeilisearchEngine } = await import('#search/meilisearch/meilisearch-engine.ts')
  await createMeilisearchEngine(settings).put('actors', documents, 8)
  expect(double.requests('POST', /^\/indexes$/)).toHaveLength(1)
  expect(double.requests('PATCH', /settings$/)).toHaveLength(1)
})

test('the cursor moves after the documents are in, and status tells both', async () => {
  const { double, engine } = await withDouble()
  double.pollsBeforeDone = 3
  expect((await engine.status()).indexes.actors).toEqual({ documents: 0, cursor: 0 })
  await engine.put('actors', documents, 41)
  const paths = double.seen.filter((one) => one.method === 'POST' && one.path.includes('/documents'))
  expect(paths.map((one) => one.path.split('?')[0])).toEqual([
    '/indexes/try_actors/documents',
    '/indexes/try_positions/documents',
  ])
  const asked = double.seen.findIndex((one) => one.method === 'POST' && one.path.includes('try_positions/documents'))
  const polls = double.seen.slice(0, asked).filter((one) => one.path.startsWith('/tasks/'))
  expect(polls.length).toBeGreaterThanOrEqual(4)
  expect((await engine.status()).indexes.actors).toEqual({ documents: 3, cursor: 41 })
})

test('a task that fails leaves the cursor where it was', async () => {
  const { double, engine } = await withDouble()
  await engine.put('actors', documents, 41)
  double.failing.add('documentAdditionOrUpdate')
  await expect(engine.put('actors', documents, 42)).rejects.toThrow(SearchUnavailable)
  expect((await engine.status()).indexes.actors.cursor).toBe(41)
  double.failing.clear()
  double.failing.add('documentDeletion')
  await expect(engine.remove('actors', ['a'], 43)).rejects.toThrow(/documentDeletion failed/)
  expect((await engine.status()).indexes.actors.cursor).toBe(41)
})

test('the same batch twice gives the same index', async () => {
  const { engine } = await withDouble()
  await engine.put('actors', documents, 5)
  await engine.put('actors', documents, 5)
  await engine.remove('actors', [documents[0]!.id, 'no-such-id'], 6)
  await engine.remove('actors', [documents[0]!.id, 'no-such-id'], 6)
  expect((await engine.status()).indexes.actors).toEqual({ documents: 2, cursor: 6 })
})

test('a rebuild fills another index, swaps it in, moves the cursor and clears up', async () => {
  const { double, engine } = await withDouble()
  await engine.put('actors', actorDocuments(1, 900), 3)
  await engine.replaceAll(
    'actors',
    (async function* () {
      yield documents.slice(0, 1)
      yield documents.slice(1)
    })(),
    9,
  )
  expect((await engine.status()).indexes.actors).toEqual({ documents: 3, cursor: 9 })
  expect([...double.indexes.keys()].sort()).toEqual(['try_actors', 'try_positions'])
  const [swap] = double.requests('POST', /^\/swap-indexes/)
  expect(swap!.body).toEqual([{ indexes: ['try_actors', expect.stringMatching(/^try_actors_new_/)], rename: false }])
  const order = double.seen.map((one) => `${one.method} ${one.path.split('?')[0]}`)
  expect(order.lastIndexOf('POST /swap-indexes')).toBeLessThan(
    order.lastIndexOf('POST /indexes/try_positions/documents'),
  )
})

test('a rebuild that breaks off, in the source or on the server, leaves the old index and no remains', async () => {
  const { double, engine } = await withDouble()
  await engine.put('actors', documents, 3)
  const broken = (async function* () {
    yield documents.slice(0, 1)
    throw new Error('the source broke off')
  })()
  await expect(engine.replaceAll('actors', broken, 9)).rejects.toThrow('the source broke off')
  double.failing.add('documentAdditionOrUpdate')
  const whole = (async function* () {
    yield documents
  })()
  await expect(engine.replaceAll('actors', whole, 9)).rejects.toThrow(SearchUnavailable)
  expect((await engine.status()).indexes.actors).toEqual({ documents: 3, cursor: 3 })
  expect([...double.indexes.keys()].sort()).toEqual(['try_actors', 'try_positions'])
})

test('an index that was written in another layout counts as empty', async () => {
  const { double, engine } = await withDouble()
  await engine.put('actors', documents, 3)
  double.indexes.get('try_positions')!.documents.set('actors', { index: 'actors', cursor: 3, layout: LAYOUT + 1 })
  expect((await engine.status()).indexes.actors).toEqual({ documents: 0, cursor: 0 })
})

test('keys of documents are what the server takes, and differ where ids differ', () => {
  const ids = ['pnm.mekaar', 'pnm_mekaar', 'a b', 'ä', '']
  const keys = ids.map(documentKey)
  for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]*$/)
  expect(new Set(keys).size).toBe(ids.length)
})

test('a batch of the change log is applied once and in its turn, removals before additions', async () => {
  const { double, engine } = await withDouble()
  await engine.put('actors', documents, 10)
  const batch = { documents: actorDocuments(1, 50), gone: [documents[0]!.id], after: 10, cursor: 12 }
  await engine.apply('actors', { ...batch, after: 11, cursor: 13 })
  expect((await engine.status()).indexes.actors).toEqual({ documents: 3, cursor: 10 })
  await engine.apply('actors', batch)
  expect((await engine.status()).indexes.actors).toEqual({ documents: 3, cursor: 12 })
  const writes = double.requests('POST', /documents/).length
  await engine.apply('actors', batch)
  expect(double.requests('POST', /documents/)).toHaveLength(writes)
  double.failing.add('documentAdditionOrUpdate')
  await expect(engine.apply('actors', { ...batch, after: 12, cursor: 14 })).rejects.toThrow(SearchUnavailable)
  expect((await engine.status()).indexes.actors.cursor).toBe(12)
})
