import { expect, test } from 'vitest'
import { SearchUnavailable } from '#search/engine.ts'
import { documentKey, LAYOUT } from '#search/meilisearch/document.ts'
import { createMeilisearchEngine } from '#search/meilisearch/meilisearch-engine.ts'
import { actorDocuments } from '#tests/support/search-documents.ts'
import { withDouble } from './support/with-double.ts'

const documents = actorDocuments(3)

test('an index is made with its settings once, and a second process changes nothing', async () => {
  const { double, engine, settings } = await withDouble()
  await engine.put('actors', documents, 7)
  expect(double.requests('POST', /^\/indexes$/)).toHaveLength(1)
  expect(double.requests('PATCH', /settings$/)).toHaveLength(1)
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
    '/indexes/try_actors_position/documents',
  ])
  const asked = double.seen.findIndex(
    (one) => one.method === 'POST' && one.path.includes('try_actors_position/documents'),
  )
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
  expect([...double.indexes.keys()].sort()).toEqual(['try_actors', 'try_actors_position'])
  const [swap] = double.requests('POST', /^\/swap-indexes/)
  const aside = expect.stringMatching(/^try_actors_new_[a-z0-9]+$/)
  const position = expect.stringMatching(/^try_actors_new_[a-z0-9]+_position$/)
  expect(swap!.body).toEqual([
    { indexes: ['try_actors', aside], rename: false },
    { indexes: ['try_actors_position', position], rename: false },
  ])
  expect(double.requests('POST', /^\/swap-indexes/)).toHaveLength(1)
})

test('a rebuild that is killed right after the swap claims no more than it read, whatever was followed meanwhile', async () => {
  const { double, engine } = await withDouble()
  await engine.put('actors', documents, 3)
  const [late] = actorDocuments(1, 700)
  const source = (async function* () {
    yield documents
    await engine.apply('actors', { documents: [late!], gone: [], after: 3, cursor: 8 })
    expect((await engine.status()).indexes.actors).toEqual({ documents: 4, cursor: 8 })
  })()
  let dead = false
  double.handler = ({ path, method }) => {
    if (path.startsWith('/swap-indexes')) dead = true
    return dead && method !== 'GET' && !path.startsWith('/swap-indexes') ? 'hang' : undefined
  }
  void engine.replaceAll('actors', source, 3).catch(() => {})
  while (double.indexes.get('try_actors')?.documents.size !== 3 || !dead) await new Promise((r) => setTimeout(r, 10))
  double.handler = () => undefined
  expect((await engine.status()).indexes.actors).toEqual({ documents: 3, cursor: 3 })
  await engine.apply('actors', { documents: [late!], gone: [], after: 3, cursor: 8 })
  expect((await engine.status()).indexes.actors).toEqual({ documents: 4, cursor: 8 })
})

test('a batch under way when a rebuild would be swapped in is finished first', async () => {
  const { double, engine } = await withDouble()
  await engine.put('actors', documents, 3)
  double.pollsBeforeDone = 2
  const [late] = actorDocuments(1, 700)
  const applied = engine.apply('actors', { documents: [late!], gone: [], after: 3, cursor: 8 })
  const whole = (async function* () {
    yield documents
  })()
  await Promise.all([applied, engine.replaceAll('actors', whole, 3)])
  expect((await engine.status()).indexes.actors.cursor).toBe(
    double.indexes.get('try_actors')!.documents.size === 3 ? 3 : 8,
  )
})

test('indexes of another database are refused before anything is written, and a prefix of its own helps', async () => {
  const { double, engine, settings } = await withDouble()
  await engine.claim!('one')
  await engine.put('actors', documents, 3)
  const other = createMeilisearchEngine(settings)
  await expect(other.claim!('two')).rejects.toThrow(/another database.*MEILI_PREFIX/)
  const writes = () => double.seen.filter(({ method }) => method !== 'GET').length
  const before = writes()
  await expect(other.status()).rejects.toThrow(SearchUnavailable)
  await expect(other.apply('actors', { documents, gone: [], after: 3, cursor: 9 })).rejects.toThrow(SearchUnavailable)
  expect(writes()).toBe(before)
  const apart = createMeilisearchEngine({ ...settings, prefix: 'other' })
  await apart.claim!('two')
  await apart.put('actors', documents, 3)
  expect((await createMeilisearchEngine(settings).status()).indexes.actors.cursor).toBe(3)
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
  expect([...double.indexes.keys()].sort()).toEqual(['try_actors', 'try_actors_position'])
})

test('an index that was written in another layout counts as empty', async () => {
  const { double, engine } = await withDouble()
  await engine.put('actors', documents, 3)
  double.indexes.get('try_actors_position')!.documents.set('actors', { index: 'actors', cursor: 3, layout: LAYOUT + 1 })
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
