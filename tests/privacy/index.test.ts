import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { importFile } from '#app/features/intake/import-file.server.ts'
import { createEmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import { INDEX_NAMES, INDEXES } from '#search/indexes.ts'
import { storedDocument } from '#search/meilisearch/document.ts'
import { rebuildIndex } from '#search/rebuild.ts'
import { allDocuments } from '#search/sources.ts'
import { syncAll } from '#search/sync.ts'
import { fileDb } from '#tests/support/file-db.ts'
import { canarySheet, MARKERS, markersIn, markersInBytes, markersInFile } from './markers.ts'

const TODAY = '2026-11-24'

/** A data folder with seeded people and the list of the office, taken in by the real import. */
async function planted() {
  const { client, dataDir } = await fileDb(80)
  const file = join(dataDir, 'daftar.csv')
  writeFileSync(file, canarySheet())
  await importFile(client, {
    dataDir,
    file,
    dryRun: false,
    asOf: TODAY,
    today: TODAY,
    now: () => `${TODAY}T03:00:00.000Z`,
    rejectLimit: 10,
  })
  const people = await client.db.selectFrom('actor_identity').select(['name', 'business_name']).execute()
  const villages = await client.db.selectFrom('actor').select('village').distinct().execute()
  const seeded = [
    ...people.flatMap((person) => [person.name, person.business_name]),
    ...villages.map(({ village }) => village),
  ].filter((text) => text !== null)
  return { client, dataDir, markers: [...MARKERS, ...seeded] }
}

/** Every value of every table, with the words of the inverted index, which its pages keep without their beginnings. */
function everyValue(file: string): string {
  const sqlite = new SQLite(file, { readonly: true })
  const tables = sqlite
    .prepare("select name from sqlite_schema where type = 'table' and name not glob '*_fts'")
    .pluck()
    .all() as string[]
  const values = tables.flatMap((table) => sqlite.prepare(`select * from "${table}"`).raw().all() as unknown[][])
  sqlite.close()
  return values
    .flat()
    .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
    .join('\n')
}

test('the way of looking finds what is there: in the database, in UTF-16, and across any case', async () => {
  const { client, dataDir, markers } = await planted()
  client.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  const found = markersInFile(join(dataDir, 'sinergi.sqlite'), markers)
  expect(found).toEqual(expect.arrayContaining(['zulfaqirahwati', 'usahacanary', 'desacanaryqz', 'qoriyanti']))
  expect(found.length).toBeGreaterThan(80)
  for (const encoding of ['utf8', 'utf16le'] as const) {
    expect(markersInBytes(Buffer.from('xx NamaCanary 0812-9911-7753', encoding))).toEqual([
      'namacanary',
      '0812-9911-7753',
    ])
  }
  expect(markersInBytes(Buffer.from('x JalanCanary', 'utf16le').swap16())).toEqual(['jalancanary'])
})

test('the address an import was given is not stored at all', async () => {
  const { client, dataDir } = await planted()
  client.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  const found = markersInFile(join(dataDir, 'sinergi.sqlite'))
  expect(found.filter((marker) => /^(jalan|dukuh)canary/.test(marker))).toEqual([])
})

test('no file of the index names anybody, in any encoding, after a sync, an update and a rebuild', async () => {
  const { client, dataDir, markers } = await planted()
  const folder = join(dataDir, 'cari')
  const file = join(folder, 'search.sqlite')
  const engine = createEmbeddedEngine(file)
  await syncAll(client.db, engine)
  const look = (when: string) => {
    const files = readdirSync(folder)
    expect(files).toContain('search.sqlite-wal')
    for (const name of files) expect(markersInFile(join(folder, name), markers), `${when}: ${name}`).toEqual([])
    expect(markersIn(everyValue(file), markers), when).toEqual([])
  }
  look('sync')
  await client.db.updateTable('actor').set({ products: 'kue kering, wa 0812-9911-7753' }).execute()
  await client.db
    .insertInto('change_log')
    .columns(['index_name', 'entity_id', 'op', 'at'])
    .expression((eb) =>
      eb
        .selectFrom('actor')
        .select((one) => [
          one.val('actors').as('index_name'),
          'id as entity_id',
          one.val<'put'>('put').as('op'),
          one.val(`${TODAY}T04:00:00.000Z`).as('at'),
        ]),
    )
    .execute()
  await syncAll(client.db, engine)
  look('update')
  await rebuildIndex(client.db, engine, 'actors')
  look('rebuild')
  const asked = { filters: {}, facets: [], sort: 'relevance', page: 1, pageSize: 5, scope: { kind: 'all' } } as const
  for (const text of ['Zulfaqirahwati', 'Usahacanary', '081299117753', 'Desacanaryqz']) {
    const { total, matched } = await engine.search('actors', { ...asked, text })
    expect({ total, matched }, text).toEqual({ total: 0, matched: 'all' })
  }
  engine.close()
})

test('no document made for either engine names anybody', async () => {
  const { client, markers } = await planted()
  let documents = 0
  for (const index of INDEX_NAMES) {
    for await (const batch of allDocuments(client.db, index)) {
      for (const document of batch) {
        documents += 1
        const both = JSON.stringify([document, storedDocument(INDEXES[index], document)])
        expect(markersIn(both, index === 'actors' ? markers : MARKERS), document.id).toEqual([])
      }
    }
  }
  expect(documents).toBe(63 + 80 + 2)
})
