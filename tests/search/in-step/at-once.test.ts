import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createDb } from '#db/client.ts'
import { logChanges } from '#db/queries/change-log.ts'
import { createEmbeddedEngine, type EmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import type { SearchDocument, SearchQuery } from '#search/engine.ts'
import { rebuildIndex } from '#search/rebuild.ts'
import { loadDocuments } from '#search/sources.ts'
import { syncAll } from '#search/sync.ts'
import { fileDb } from '#tests/support/file-db.ts'
import { brokenPromises, disagreements } from './agreement.ts'
import { bundled } from './bundle.ts'

const AT = '2026-11-24T03:00:00.000Z'
const everybody: SearchQuery = {
  text: '',
  filters: {},
  facets: ['cluster'],
  sort: 'relevance',
  page: 1,
  pageSize: 20,
  scope: { kind: 'all' },
}

async function site(actors: number) {
  const { client, dataDir } = await fileDb(actors)
  return { client, dataDir, databaseFile: join(dataDir, 'sinergi.sqlite'), searchFile: join(dataDir, 'search.sqlite') }
}

/** How many actors an answer speaks of: its total, and the sum of a facet of which everybody has one value. */
async function counted(engine: EmbeddedEngine): Promise<[number, number]> {
  const { total, facets } = await engine.search('actors', everybody)
  return [total, facets.cluster!.reduce((sum, { count }) => sum + count, 0)]
}

test(
  'a rebuild killed half-way leaves the old index answering, and the next one clears its remains',
  { timeout: 180_000 },
  async () => {
    const actors = 11_000
    const { client, databaseFile, searchFile } = await site(actors)
    const reader = createEmbeddedEngine(searchFile)
    await syncAll(client.db, reader)
    const child = spawn(process.execPath, [await bundled('rebuilder'), databaseFile, searchFile])
    const exited = once(child, 'exit')
    const seen = new Set<string>()
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('half')) child.kill('SIGKILL')
    })
    while (child.exitCode === null && child.signalCode === null) {
      seen.add((await counted(reader)).join())
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await exited
    expect(child.signalCode).toBe('SIGKILL')
    expect([...seen]).toEqual([`${actors},${actors}`])
    const file = new SQLite(searchFile, { readonly: true })
    const generations = () =>
      file.prepare("select name from sqlite_schema where name glob 'actors_*_doc'").pluck().all()
    expect(generations()).toHaveLength(2)
    const opened = createEmbeddedEngine(searchFile)
    expect(await counted(opened)).toEqual([actors, actors])
    expect(await rebuildIndex(client.db, opened, 'actors')).toBe(actors)
    expect(await counted(reader)).toEqual([actors, actors])
    expect(generations()).toHaveLength(1)
    for (const one of [reader, opened, file]) one.close()
  },
)

test('a reindex killed between the swap and its sync leaves no gap: the next sync brings what was written meanwhile', async () => {
  const { client, databaseFile, searchFile } = await site(700)
  const first = createEmbeddedEngine(searchFile)
  await syncAll(client.db, first)
  first.close()
  const child = spawn(process.execPath, [await bundled('reindexer'), databaseFile, searchFile])
  const exited = once(child, 'exit')
  child.stdout.on('data', () => child.kill('SIGKILL'))
  await exited
  expect(child.signalCode).toBe('SIGKILL')
  expect(await brokenPromises(client.db, searchFile)).toEqual([])
  const engine = createEmbeddedEngine(searchFile)
  const found = async () => (await engine.search('actors', { ...everybody, text: 'diubah ' })).total
  expect(await found()).toBe(0)
  expect((await syncAll(client.db, engine)).applied).toBe(1)
  expect(await found()).toBe(1)
  expect(await disagreements(client.db, searchFile)).toEqual([])
  engine.close()
})

test('a reader sees the old index or the new one, never half of either, while another engine rebuilds', async () => {
  const { client, searchFile } = await site(1500)
  const [reader, builder] = [createEmbeddedEngine(searchFile), createEmbeddedEngine(searchFile)]
  await syncAll(client.db, reader)
  const before = await client.db.selectFrom('actor').select('id').limit(500).execute()
  const gone = before.map((row) => row.id)
  await client.db.deleteFrom('actor_identity').where('actor_id', 'in', gone).execute()
  await client.db.deleteFrom('actor').where('id', 'in', gone).execute()
  let building = true
  const done = rebuildIndex(client.db, builder, 'actors').finally(() => {
    building = false
  })
  const seen = new Set<string>()
  while (building) {
    seen.add((await counted(reader)).join())
    await new Promise((resolve) => setImmediate(resolve))
  }
  await done
  seen.add((await counted(reader)).join())
  expect([...seen]).toEqual(['1500,1500', '1000,1000'])
  reader.close()
  builder.close()
})

test('two syncs at once, also when both find the index empty, do no harm', async () => {
  const { client, databaseFile, searchFile } = await site(900)
  const other = createDb(databaseFile, { readonly: true })
  const [one, two] = [createEmbeddedEngine(searchFile), createEmbeddedEngine(searchFile)]
  await Promise.all([syncAll(client.db, one), syncAll(other.db, two)])
  expect(await disagreements(client.db, searchFile)).toEqual([])
  for (let round = 0; round < 5; round++) {
    const rows = await client.db
      .selectFrom('actor')
      .select('id')
      .orderBy('id')
      .limit(700)
      .offset(round * 20)
      .execute()
    const ids = rows.map((row) => row.id)
    await client.db.transaction().execute(async (trx) => {
      await trx
        .updateTable('actor')
        .set({ products: `keripik putaran ${round}` })
        .where('id', 'in', ids)
        .execute()
      await logChanges(trx, 'actors', ids, AT)
    })
    await Promise.all([syncAll(client.db, one), syncAll(other.db, two)])
    expect(await disagreements(client.db, searchFile), `round ${round}`).toEqual([])
  }
  one.close()
  two.close()
  await other.close()
})

test('two rebuilds at once leave one whole index', async () => {
  const { client, searchFile } = await site(1200)
  const [one, two] = [createEmbeddedEngine(searchFile), createEmbeddedEngine(searchFile)]
  await Promise.all([rebuildIndex(client.db, one, 'actors'), rebuildIndex(client.db, two, 'actors')])
  await syncAll(client.db, one)
  expect(await disagreements(client.db, searchFile)).toEqual([])
  expect([await counted(one), await counted(two)]).toEqual([
    [1200, 1200],
    [1200, 1200],
  ])
  one.close()
  two.close()
})

test('a sync that was overtaken by a newer one changes nothing', async () => {
  const { client, searchFile } = await site(20)
  const { db } = client
  const [slow, quick] = [createEmbeddedEngine(searchFile), createEmbeddedEngine(searchFile)]
  await syncAll(db, quick)
  const change = async (products: string) => {
    await db.updateTable('actor').set({ products }).where('id', '=', 'demo-0000003').execute()
    await logChanges(db, 'actors', ['demo-0000003'], AT)
  }
  await change('kain tua')
  const position = (
    await db
      .selectFrom('change_log')
      .select((eb) => eb.fn.max('seq').as('seq'))
      .executeTakeFirstOrThrow()
  ).seq
  const stale: SearchDocument[] = await loadDocuments(db, 'actors', ['demo-0000003'])
  await change('kain baru')
  await syncAll(db, quick)
  const batch = { documents: stale, gone: ['demo-0000004'], cursor: Number(position) }
  await slow.apply('actors', { ...batch, after: Number(position) - 1 })
  await slow.apply('actors', { ...batch, after: 1_000_000, cursor: 1_000_001 })
  expect(await disagreements(db, searchFile)).toEqual([])
  slow.close()
  quick.close()
})
