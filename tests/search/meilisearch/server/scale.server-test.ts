import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSearchWorker } from '#search/embedded/worker-client.ts'
import type { SearchEngine, SearchPage, SearchQuery } from '#search/engine.ts'
import { INDEXES } from '#search/indexes.ts'
import { temporaryFolder } from '#tests/support/cli.ts'
import { actorDocuments } from '#tests/support/search-documents.ts'
import { ownEngine } from './real-server.ts'

/** Set MEILI_DOCS=1000000 for the full size; both engines index the same invented actors. */
const COUNT = Number(process.env.MEILI_DOCS ?? 20_000)
const BATCH = 1000
const ROUNDS = 5
const folder = temporaryFolder()
const server = ownEngine()
const embedded = startSearchWorker({ searchFile: join(folder.path, 'search.sqlite'), databaseFile: null })
const facets = INDEXES.actors.facets
const all = { kind: 'all' } as const

function query(more: Partial<SearchQuery>): SearchQuery {
  return { text: '', filters: {}, facets, sort: 'relevance', page: 1, pageSize: 20, scope: all, ...more }
}

const KINDS: Readonly<Record<string, readonly SearchQuery[]>> = {
  'filters with all facet counts': [
    query({}),
    query({ filters: { need: ['capital', 'halal'] } }),
    query({ filters: { sector: ['food_snack'], province: ['33', '35'], cluster: ['IR1'] } }),
    query({ filters: { regency: ['33.24'], permit: ['nib'] }, sort: 'newest' }),
  ],
  'one word': ['keripik', 'batik', 'penjahit', 'kendal', 'halal'].map((text) => query({ text })),
  'two words with a typo': ['kripik psang', 'batik tuls', 'gula jwaa', 'anyam bmbu'].map((text) => query({ text })),
  'prefix as typed': ['k', 'ke', 'ker', 'b', 'ba', 'jah'].map((text) => query({ text })),
  'deep page': [
    query({ page: Math.floor(COUNT / 40) }),
    query({ page: 300, sort: 'newest' }),
    query({ text: 'keripik', page: 120 }),
  ],
  scope: [
    query({ scope: { kind: 'regions', codes: ['33'] } }),
    query({ text: 'keripik', scope: { kind: 'regions', codes: ['33.24', '35'] } }),
    query({ scope: { kind: 'public' } }),
  ],
}

async function* generated() {
  for (let first = 1; first <= COUNT; first += BATCH) yield actorDocuments(Math.min(BATCH, COUNT - first + 1), first)
}

function tell(line: string): void {
  process.stdout.write(`  ${line}\n`)
}

async function fill(name: string, engine: SearchEngine): Promise<void> {
  const start = performance.now()
  await engine.replaceAll('actors', generated(), COUNT)
  tell(`${name}: ${COUNT} documents in ${Math.round((performance.now() - start) / 1000)} s`)
}

async function timed(engine: SearchEngine, asked: SearchQuery): Promise<{ page: SearchPage; ms: number }> {
  const start = performance.now()
  const page = await engine.search('actors', asked)
  return { page, ms: performance.now() - start }
}

function percentile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1)
}

beforeAll(async () => {
  await fill('Meilisearch', server)
  await fill('embedded', embedded)
  await server.settle()
})
afterAll(async () => {
  await server.dropAll()
  await embedded.close()
  folder.remove()
})

describe.each(Object.entries(KINDS))('%s', (kind, queries) => {
  test('agrees with the embedded engine in ids, totals and every count', async () => {
    for (const asked of queries) {
      const [theirs, ours] = [await server.search('actors', asked), await embedded.search('actors', asked)]
      const comparable = ({ answeredBy, ...page }: SearchPage) => page
      expect(comparable(theirs)).toEqual(comparable(ours))
    }
  })

  test('is told how long it takes', async () => {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      for (const asked of queries) times.push((await timed(server, asked)).ms)
    }
    tell(`${kind}: p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms over ${times.length} searches`)
    expect(times.every((ms) => Number.isFinite(ms))).toBe(true)
  })
})

test('one update is told', async () => {
  const [document] = actorDocuments(1, COUNT + 1)
  const start = performance.now()
  await server.put('actors', [document!], COUNT + 1)
  tell(`one update found after ${(performance.now() - start).toFixed(0)} ms`)
  expect((await server.status()).indexes.actors).toEqual({ documents: COUNT + 1, cursor: COUNT + 1 })
})
