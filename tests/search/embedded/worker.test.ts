import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { logChanges } from '#db/queries/change-log.ts'
import { startSearchWorker } from '#search/embedded/worker-client.ts'
import type { SearchQuery } from '#search/engine.ts'
import { fileDb } from '#tests/support/file-db.ts'

const AT = '2026-11-24T03:00:00.000Z'
const asked: SearchQuery = {
  text: 'keripik',
  filters: {},
  facets: ['need'],
  sort: 'relevance',
  page: 1,
  pageSize: 20,
  scope: { kind: 'all' },
}

async function worked(actors: number) {
  const { client, dataDir } = await fileDb(actors)
  const searchFile = join(dataDir, 'search.sqlite')
  const worker = startSearchWorker({ searchFile, databaseFile: join(dataDir, 'sinergi.sqlite') })
  onTestFinished(() => worker.close())
  return { client, worker, searchFile }
}

test('searches are answered while 20,000 changes are applied', { timeout: 120_000 }, async () => {
  const { client, worker } = await worked(4000)
  await worker.sync()
  const rows = await client.db.selectFrom('actor').select('id').orderBy('id').execute()
  await client.db.updateTable('actor').set({ products: 'keripik pisang, sale' }).execute()
  for (let round = 0; round < 5; round++) {
    await logChanges(
      client.db,
      'actors',
      rows.map((row) => row.id),
      AT,
    )
  }
  let syncing = true
  const synced = worker.sync().finally(() => {
    syncing = false
  })
  const waits: number[] = []
  while (syncing) {
    const start = performance.now()
    await worker.search('actors', asked)
    if (syncing) waits.push(performance.now() - start)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect((await synced).applied).toBe(20_000)
  expect(waits.length).toBeGreaterThan(2)
  expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)]).toBeLessThan(500)
})
