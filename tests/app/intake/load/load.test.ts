import { existsSync } from 'node:fs'
import type { CellValue } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { jobFolder, readProgress } from '#app/intake/load/job-folder.ts'
import { endLoad, keepReading, readIntoStaging, writeLoad } from '#app/intake/load/run-load.server.ts'
import { LoadStopped } from '#app/intake/load/stage-file.server.ts'
import type { DbClient } from '#db/client.ts'
import { getImportBatch, insertImportBatch } from '#db/queries/imports.ts'
import { loadReference } from '#db/reference/load.ts'
import { testDb } from '#tests/support/test-db.ts'
import { tempPath, writeTemp, xlsxFile } from '../make-files.ts'

const HEADINGS = ['Nama Pelaku', 'Nama Usaha', 'Kab/Kota', 'Desa/Kel.', 'Jenis Usaha', 'Klaster IR', 'Kebutuhan', 'NIK']
const SARI = ['Contoh Sari', 'Usaha A', 'Kab. Kendal', 'Boja', 'keripik', 'IR 1', 'modal', '3324010101010001']
const DEWI = ['Contoh Dewi', null, 'Kota Semarang', null, 'batik', null, null, '3374010101010002']

async function database(): Promise<DbClient> {
  const client = await testDb()
  await loadReference(client)
  return client
}

let batches = 0

/** Opens a batch for a file; `read` and `write` are its two steps. */
async function load(client: DbClient, file: string, when: { today?: string; asOf?: string } = {}) {
  const today = when.today ?? '2026-11-24'
  const now = `${today}T03:00:0${batches % 10}.000Z`
  const batchId = `0000-${String(++batches).padStart(8, '0')}`
  const folder = jobFolder(tempPath('data'), batchId)
  await insertImportBatch(client.db, {
    id: batchId,
    file_name: 'uji.xlsx',
    sha256: 'x',
    status: 'preview',
    mapping: '{}',
    created_at: now,
  })
  const work = { client, batchId, folder, file, today }
  const read = async () => {
    const summary = await readIntoStaging({ ...work, asOf: when.asOf ?? today })
    await keepReading(work, summary)
    return summary
  }
  return { work, read, write: () => writeLoad({ ...work, now }), batch: () => getImportBatch(client.db, batchId) }
}

async function whole(client: DbClient, file: string, when: { today?: string; asOf?: string } = {}) {
  const one = await load(client, file, when)
  await one.read()
  return (await one.write()).rows
}

async function table(client: DbClient, name: 'actor' | 'actor_identity' | 'fact_change' | 'import_reject') {
  return client.db.selectFrom(name).selectAll().execute()
}

async function logged(client: DbClient): Promise<string[]> {
  const rows = await client.db.selectFrom('change_log').select('op').where('index_name', '=', 'actors').execute()
  return rows.map((row) => row.op)
}

test('reading writes nothing about an actor; writing stores her, her name apart, and logs the change', async () => {
  const client = await database()
  const one = await load(client, await xlsxFile([['DATA PELAKU'], HEADINGS, SARI, DEWI] as CellValue[][]))
  const summary = await one.read()
  expect(summary).toMatchObject({ headerRow: 2, rows: { total: 2, created: 2, rejected: 0 }, sheet: 'Data' })
  expect(summary.ignored).toEqual([{ heading: 'NIK', reason: 'identity_number' }])
  expect(await table(client, 'actor')).toEqual([])
  await one.write()
  const actors = await table(client, 'actor')
  expect(actors).toHaveLength(2)
  expect(actors[0]).toMatchObject({
    is_demo: 0,
    regency_code: '33.24',
    village: 'Boja',
    cluster: 'IR1',
    sectors: '["food_snack"]',
    needs: '["capital"]',
    facts: '{}',
    facts_as_of: '2026-11-24',
    import_batch_id: one.work.batchId,
  })
  expect(actors[1]).toMatchObject({ village: null, cluster: null, needs: null })
  expect(JSON.stringify(actors)).not.toMatch(/Contoh|Usaha A|3324010101010001/)
  expect(await logged(client)).toEqual(['put', 'put'])
  expect(await one.batch()).toMatchObject({ status: 'done', rows_total: 2, rows_new: 2, rows_same: 0 })
  expect(JSON.stringify(client.sqlite.serialize().includes('3324010101010001'))).toBe('false')
})

test('the same file twice adds nothing, also as CSV, a day later', async () => {
  const client = await database()
  const rows = [HEADINGS, SARI, DEWI] as CellValue[][]
  await whole(client, await xlsxFile(rows))
  const before = await table(client, 'actor')
  const csv = writeTemp('a.csv', rows.map((row) => row.map((cell) => cell ?? '').join(';')).join('\n'))
  expect(await whole(client, csv, { today: '2026-11-25' })).toMatchObject({ created: 0, changed: 0, same: 2 })
  expect(await table(client, 'actor')).toEqual(before)
  expect(await logged(client)).toHaveLength(2)
})

test('a changed row updates the actor and keeps the history; an empty cell erases nothing', async () => {
  const client = await database()
  await whole(client, await xlsxFile([HEADINGS, SARI, DEWI] as CellValue[][]))
  const changed = ['contoh SARI', 'usaha a', 'KENDAL', 'Desa Boja', null, 'IR 2', 'pelatihan, modal', null]
  expect(
    await whole(client, await xlsxFile([HEADINGS, changed] as CellValue[][]), { today: '2026-12-01' }),
  ).toMatchObject({
    created: 0,
    changed: 1,
  })
  const actors = await client.db.selectFrom('actor').selectAll().where('regency_code', '=', '33.24').execute()
  expect(actors).toHaveLength(1)
  expect(actors[0]).toMatchObject({
    sectors: '["food_snack"]',
    cluster: 'IR2',
    needs: '["training","capital"]',
    facts_as_of: '2026-12-01',
  })
  const history = await client.db.selectFrom('fact_change').selectAll().orderBy('fact').execute()
  expect(history.map(({ fact, old_value, new_value, source }) => [fact, old_value, new_value, source])).toEqual([
    ['cluster', '"IR1"', '"IR2"', 'import'],
    ['facts_as_of', '"2026-11-24"', '"2026-12-01"', 'import'],
    ['needs', '["capital"]', '["training","capital"]', 'import'],
  ])
  expect(await logged(client)).toHaveLength(3)
})

test('wrong rows are kept apart with their cells and problems, right ones are taken', async () => {
  const client = await database()
  const wrong = ['Contoh Salah', null, 'Kab. Kedal', null, 'kerpik', null, null, '3324010101010003']
  const one = await load(client, await xlsxFile([HEADINGS, SARI, wrong, DEWI] as CellValue[][]))
  expect((await one.read()).rows).toMatchObject({ total: 3, created: 2, rejected: 1 })
  await one.write()
  const [reject] = await client.db.selectFrom('import_reject').selectAll().execute()
  expect(reject!.row_number).toBe(3)
  expect(JSON.parse(reject!.cells)).toEqual(['Contoh Salah', '', 'Kab. Kedal', '', 'kerpik', '', ''])
  expect(JSON.parse(reject!.problems)).toEqual([
    expect.objectContaining({ column: 'Kab/Kota', code: 'region.unknown' }),
    expect.objectContaining({ column: 'Jenis Usaha', code: 'sector.unknown' }),
  ])
})

test('one woman twice in a file: a repetition is the same, a contradiction is a problem', async () => {
  const client = await database()
  const other = [...SARI.slice(0, 5), 'IR 3', ...SARI.slice(6)]
  const one = await load(client, await xlsxFile([HEADINGS, SARI, SARI, other] as CellValue[][]))
  expect((await one.read()).rows).toEqual({ total: 3, created: 1, changed: 0, same: 1, rejected: 1 })
  await one.write()
  const [reject] = await client.db.selectFrom('import_reject').selectAll().execute()
  expect(JSON.parse(reject!.problems)).toMatchObject([{ code: 'row.twin_differs', values: { row: 2 } }])
})

test('when somebody changes an actor between preview and confirmation, the file is compared anew', async () => {
  const client = await database()
  const file = await xlsxFile([HEADINGS, SARI, DEWI] as CellValue[][])
  const waiting = await load(client, file)
  await waiting.read()
  await whole(client, await xlsxFile([HEADINGS, [...SARI.slice(0, 5), 'IR 3', 'alat', null]] as CellValue[][]))
  const summary = await waiting.write()
  expect(summary.rows).toMatchObject({ created: 1, changed: 1 })
  expect(await waiting.batch()).toMatchObject({ status: 'done', rows_new: 1, rows_changed: 1 })
  const [sari] = await client.db.selectFrom('actor').selectAll().where('regency_code', '=', '33.24').execute()
  expect(sari!.cluster).toBe('IR1')
})

test('a load that is stopped, in reading or in writing, leaves the database as it was', async () => {
  const client = await database()
  const many = Array.from({ length: 12_000 }, (_, n) => [
    `Contoh ${n}`,
    null,
    'Kendal',
    'Boja',
    'kue',
    'IR 1',
    'modal',
    null,
  ])
  const file = await xlsxFile([HEADINGS, ...many] as CellValue[][])
  const reading = await load(client, file)
  await expect(readIntoStaging({ ...reading.work, asOf: '2026-11-24', shouldStop: () => true })).rejects.toBeInstanceOf(
    LoadStopped,
  )
  const writing = await load(client, file)
  await writing.read()
  let steps = 0
  const stop = writeLoad({ ...writing.work, now: '2026-11-24T03:00:00.000Z', shouldStop: () => ++steps > 1 })
  await expect(stop).rejects.toBeInstanceOf(LoadStopped)
  expect(await table(client, 'actor')).toEqual([])
  expect(await table(client, 'actor_identity')).toEqual([])
  expect(await logged(client)).toEqual([])
  await endLoad(writing.work, new LoadStopped(), '2026-11-24T03:00:01.000Z')
  expect(await writing.batch()).toMatchObject({ status: 'cancelled', failure: null })
  expect(existsSync(writing.work.folder.path)).toBe(false)
})

test('progress is written for whoever asks', async () => {
  const client = await database()
  const heard: [string, number, number][] = []
  const one = await load(client, await xlsxFile([HEADINGS, SARI, DEWI] as CellValue[][]))
  await readIntoStaging({ ...one.work, asOf: '2026-11-24', onProgress: (...now) => heard.push(now) })
  expect(heard.at(-1)).toEqual(['reading', 2, 2])
  expect(readProgress(one.work.folder)).toMatchObject({ phase: 'reading', done: 2, total: 2 })
})

test.each([
  [
    'a file without a regency column',
    [
      ['Nama Pelaku', 'Produk'],
      ['Contoh', 'kue'],
    ],
    'sheet.required_missing',
  ],
  [
    'a heading twice',
    [
      ['Nama', 'Kab/Kota', 'Kab/Kota'],
      ['Contoh', 'Kendal', 'Kendal'],
    ],
    'sheet.duplicate_heading',
  ],
  ['headings alone', [HEADINGS], 'sheet.no_rows'],
  ['an empty sheet', [[]], 'sheet.empty'],
  [
    'another kind of table',
    [
      ['Tanaman', 'Warna'],
      ['mawar', 'merah'],
    ],
    'sheet.no_header',
  ],
])('%s is refused as a whole and nothing is half-written', async (_, rows, code) => {
  const client = await database()
  const one = await load(client, await xlsxFile(rows as CellValue[][]))
  const error = await one.read().catch((caught: unknown) => caught)
  expect(error).toMatchObject({ code })
  await endLoad(one.work, error, '2026-11-24T03:00:00.000Z')
  expect(await table(client, 'actor')).toEqual([])
  expect(await one.batch()).toMatchObject({ status: 'failed', failure: expect.stringContaining(code) })
})
