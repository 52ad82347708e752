import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Viewer } from '#app/domain/access/viewer.ts'
import { actOnImport } from '#app/features/intake/import-action.server.ts'
import { rejectsFile, templateFile } from '#app/features/intake/import-files.server.ts'
import type { ImportSite } from '#app/features/intake/import-jobs.server.ts'
import { type ImportPage, loadImportPage, loadImportsPage } from '#app/features/intake/import-page.server.ts'
import { previewImport } from '#app/features/intake/preview-import.server.ts'
import { jobFolder, jobReporter, makeJobFolder } from '#app/intake/load/job-folder.ts'
import { problemSentence } from '#app/intake/sentences.ts'
import { createDb } from '#db/client.ts'
import { migrate } from '#db/migrator.ts'
import { findAuditEvents } from '#db/queries/audit.ts'
import { insertImportBatch } from '#db/queries/imports.ts'
import { loadReference } from '#db/reference/load.ts'
import { temporaryFolder } from '#tests/support/cli.ts'
import { districtViewer, ministryViewer, unboundOfficer } from '#tests/support/viewers.ts'

const OFFICE = 'tests/fixtures/intake/daftar-kantor-rekaan.xlsx'
const folder = temporaryFolder()
const when = { today: '2026-11-24', now: '2026-11-24T03:00:00.000Z' }
let site: ImportSite

beforeAll(async () => {
  const databaseFile = join(folder.path, 'sinergi.sqlite')
  const client = createDb(databaseFile)
  await migrate(client.db, client.dialect)
  await loadReference(client)
  site = { client, dataDir: folder.path, databaseFile, viewer: unboundOfficer }
})
afterAll(async () => {
  await site.client.close()
  folder.remove()
})

const NOW = '2026-11-24T03:00:00.000Z'
const reader = (locale: 'id' | 'en', viewer: Viewer = unboundOfficer) => ({
  db: site.client.db,
  locale,
  viewer,
  now: NOW,
})

function upload(content: Uint8Array | string, name: string, fields: Record<string, string> = {}): Request {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('berkas', new File([content as BlobPart], name))
  return new Request('http://localhost/impor', { method: 'POST', body: form })
}

async function preview(content: Uint8Array | string, name: string): Promise<string> {
  const result = await previewImport(site, upload(content, name), when)
  if ('refusal' in result) throw new Error(JSON.stringify(result.refusal))
  return result.batchId
}

/** Looks at the page of a load until nobody works on it any more. */
async function settled(batchId: string, from = site): Promise<ImportPage> {
  for (let turn = 0; turn < 300; turn++) {
    const page = await loadImportPage(from, batchId, new Date().toISOString())
    if (page && page.state !== 'working') return page
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the load does not end')
}

async function press(batchId: string, intent: string): Promise<ImportPage> {
  const form = new FormData()
  form.set('intent', intent)
  expect(await actOnImport(site, batchId, form, when)).toBe(`/impor/${batchId}`)
  return settled(batchId)
}

async function actors(): Promise<number> {
  const row = await site.client.db
    .selectFrom('actor')
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

test('upload, preview, confirm, result: each page tells what stands, and the file is gone at the end', async () => {
  const batchId = await preview(readFileSync(OFFICE), '../rahasia/daftar; kantor.xlsx')
  const ready = await settled(batchId)
  expect(ready).toMatchObject({
    state: 'ready',
    fileName: 'daftar; kantor.xlsx',
    loadedBefore: null,
    summary: { rows: { total: 9, created: 4, same: 1, rejected: 4 } },
    regionNames: { '33.24': 'Kab. Kendal' },
  })
  expect(ready.state === 'ready' && ready.sample[0]).toMatchObject({
    row: 7,
    name: 'Contoh Siti Aminah',
    state: 'created',
  })
  expect(ready.rejects.map(({ row }) => row)).toEqual([10, 11, 12, 13])
  expect(await actors()).toBe(0)
  expect(readdirSync(join(folder.path, 'uploads'))).toEqual([batchId])
  const done = await press(batchId, 'simpan')
  expect(done).toMatchObject({ state: 'done', summary: { regions: [{ code: '33.24', rows: 5 }] } })
  expect(await actors()).toBe(4)
  expect(readdirSync(join(folder.path, 'uploads'))).toEqual([])
  expect(await press(batchId, 'simpan')).toMatchObject({ state: 'done' })
  expect(await press(batchId, 'batal')).toMatchObject({ state: 'done' })
  expect(await actors()).toBe(4)
})

test('the record tells who handed a list in and who had it stored, with figures and without a name of the list', async () => {
  const id = await preview(readFileSync(OFFICE), 'daftar Ibu Sekar.xlsx')
  await settled(id)
  const lines = async () => {
    const about = { subject: { type: 'batch', id } } as const
    const events = await findAuditEvents(site.client.db, about, { page: 1, size: 9 })
    return events.map(({ action, account_id, role, detail }) => [action, account_id, role, JSON.parse(detail)])
  }
  const handedIn = ['import:start', 'test-district', 'district', {}]
  expect(await lines()).toEqual([handedIn])
  const { summary } = await press(id, 'simpan')
  const { created, changed, rejected } = summary!.rows
  expect(await lines()).toEqual([
    ['import:apply', 'test-district', 'district', { created, changed, rejected }],
    handedIn,
  ])
  await press(id, 'simpan')
  expect(await lines(), 'pressed twice it is stored once').toHaveLength(2)
})

test('the same file again says so and has nothing to store; giving it up leaves no file', async () => {
  const batchId = await preview(readFileSync(OFFICE), 'daftar.xlsx')
  const ready = await settled(batchId)
  expect(ready).toMatchObject({ state: 'ready', summary: { rows: { created: 0, changed: 0, same: 5 } } })
  expect(ready.state === 'ready' && ready.loadedBefore).not.toBeNull()
  expect(await press(batchId, 'batal')).toMatchObject({ state: 'cancelled', rejects: [] })
  expect(readdirSync(join(folder.path, 'uploads'))).toEqual([])
})

test.each([
  ['no file', '', '', {}, { field: 'berkas', form: 'file.none' }],
  ['a PDF', '%PDF-1.7', 'a.xlsx', {}, { field: 'berkas', file: { code: 'file.pdf' } }],
  [
    'a wrong day',
    'a;b\n1;2',
    'a.csv',
    { tanggal: 'kemarin' },
    { field: 'tanggal', form: 'as_of.unreadable', asOf: 'kemarin' },
  ],
  ['a day to come', 'a;b\n1;2', 'a.csv', { tanggal: '2030-01-01' }, { field: 'tanggal', form: 'as_of.future' }],
])('%s is refused at the form, and nothing is kept', async (_, content, name, fields, refusal) => {
  const before = await loadImportsPage(site, when)
  const result = await previewImport(site, upload(content, name, fields as Record<string, string>), when)
  expect(result).toMatchObject({ refusal })
  expect((await loadImportsPage(site, when)).batches).toEqual(before.batches)
  expect(readdirSync(join(folder.path, 'uploads'))).toEqual([])
})

test('a table without the required columns fails on its page with what is missing', async () => {
  const batchId = await preview('Nama Pelaku;Produk\nContoh;kue\n', 'kurang.csv')
  expect(await settled(batchId)).toMatchObject({
    state: 'failed',
    failure: { code: 'sheet.required_missing', values: { missing: ['regency'] } },
  })
  expect(readdirSync(join(folder.path, 'uploads'))).toEqual([])
})

test('rejected rows are downloaded in both formats, with their problems', async () => {
  const batchId = await preview('Nama Pelaku;Kab/Kota;NIK\nContoh X;Kab. Kedal;3324010101010009\n', 'salah.csv')
  await settled(batchId)
  const csv = await rejectsFile(reader('id'), batchId, 'csv')
  expect(csv!.headers.get('Content-Disposition')).toContain('filename="ditolak-salah.csv"')
  const text = await csv!.text()
  expect(text).toContain('Nama Pelaku;Kab/Kota;Masalah\r\nContoh X;Kab. Kedal;')
  expect(text).toContain('maksudnya Kab. Kendal?')
  expect(text).not.toContain('3324010101010009')
  const xlsx = await rejectsFile(reader('en'), batchId, 'xlsx')
  expect(
    Buffer.from(await xlsx!.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  expect(await rejectsFile(reader('id'), '00000000-0000-0000-0000-000000000000', 'csv')).toBeNull()
  const taken = await findAuditEvents(site.client.db, { actions: ['list:take-out'] }, { page: 1, size: 9 })
  expect(taken.map((line) => [line.subject_id, line.detail])).toEqual([
    [batchId, '{"format":"xlsx"}'],
    [batchId, '{"format":"csv"}'],
  ])
  const template = await templateFile(reader('id'), 'xlsx')
  expect(template.headers.get('Content-Disposition')).toContain('templat-pelaku-ir.xlsx')
  await press(batchId, 'batal')
  expect(await rejectsFile(reader('id'), batchId, 'csv')).toBeNull()
})

test('a load at work shows how far it is, can be stopped, and ends as cancelled', async () => {
  const lines = Array.from({ length: 60_000 }, (_, n) => `Contoh ${n};Kab. Kendal;keripik;modal`)
  const big = `Nama Pelaku;Kab/Kota;Jenis Usaha;Kebutuhan\n${lines.join('\n')}\n`
  const before = await actors()
  const batchId = await preview(big, 'besar.csv')
  const first = await loadImportPage(site, batchId, new Date().toISOString())
  expect(first).toMatchObject({ state: 'working', progress: { phase: 'reading' } })
  const form = new FormData()
  form.set('intent', 'batal')
  await actOnImport(site, batchId, form, when)
  expect(await loadImportPage(site, batchId, new Date().toISOString())).toMatchObject({ id: batchId })
  expect(await settled(batchId)).toMatchObject({ state: 'cancelled' })
  expect(await actors()).toBe(before)
})

test('a load whose worker died is told as interrupted, and an old preview is given up', async () => {
  const orphan = async (id: string, status: 'running' | 'preview', mapping: string) => {
    await insertImportBatch(site.client.db, {
      id,
      file_name: 'yatim.xlsx',
      sha256: 'y',
      status,
      mapping,
      created_at: '2026-11-20T00:00:00.000Z',
    })
    makeJobFolder(jobFolder(folder.path, id))
  }
  const dead = '11111111-1111-4111-8111-111111111111'
  await orphan(dead, 'running', '{}')
  const alive = '22222222-2222-4222-8222-222222222222'
  await orphan(alive, 'running', '{}')
  jobReporter(jobFolder(folder.path, alive)).report('writing', 1, 2)
  const old = '33333333-3333-4333-8333-333333333333'
  await orphan(old, 'preview', '{"rows":{"total":1}}')
  writeFileSync(jobFolder(folder.path, old).staging, '')
  const now = new Date().toISOString()
  expect(await loadImportPage(site, dead, now)).toMatchObject({
    state: 'failed',
    failure: { code: 'load.interrupted' },
  })
  expect(await loadImportPage(site, alive, now)).toMatchObject({ state: 'working', progress: { done: 1, total: 2 } })
  expect(await loadImportPage(site, old, now)).toMatchObject({ state: 'cancelled' })
  expect(existsSync(jobFolder(folder.path, old).path)).toBe(false)
  const stray = jobFolder(folder.path, '44444444-4444-4444-8444-444444444444')
  makeJobFolder(stray)
  await loadImportsPage(site, { today: when.today, now })
  expect(existsSync(stray.path)).toBe(true)
  await loadImportsPage(site, { today: when.today, now: new Date(Date.now() + 25 * 3_600_000).toISOString() })
  expect(existsSync(stray.path)).toBe(false)
})

test('an unknown load or button is refused', async () => {
  expect(await loadImportPage(site, 'bukan-kode', when.now)).toBeNull()
  const status = async (batchId: string, intent: string) => {
    const form = new FormData()
    form.set('intent', intent)
    return actOnImport(site, batchId, form, when).then(
      () => 0,
      (response: Response) => response.status,
    )
  }
  expect(await status('../../etc', 'simpan')).toBe(404)
  expect(await status('11111111-1111-4111-8111-111111111111', 'hapus')).toBe(400)
})

test('an officer takes rows of her own kabupaten alone, and no other office sees her loads', async () => {
  const office = { ...site, viewer: districtViewer('33.24') }
  const list = 'Nama Pelaku;Kab/Kota\nContoh Kendal;Kab. Kendal\nContoh Kota;Kota Semarang\n'
  const result = await previewImport(office, upload(list, 'dua.csv'), when)
  const batchId = 'batchId' in result ? result.batchId : ''
  await settled(batchId, office)
  const page = await loadImportPage(office, batchId, when.now)
  expect(page).toMatchObject({ state: 'ready', summary: { rows: { total: 2, created: 1, rejected: 1 } } })
  const [rejected] = page!.rejects
  expect(problemSentence('id', rejected!.problems[0]!)).toBe(
    'Kota Semarang di luar wilayah Anda; Anda hanya dapat mengimpor pelaku di Kab. Kendal',
  )
  for (const viewer of [districtViewer('33.74'), ministryViewer]) {
    const other = { ...site, viewer }
    expect(await loadImportPage(other, batchId, when.now)).toBeNull()
    expect((await loadImportsPage(other, when)).batches.map(({ id }) => id)).not.toContain(batchId)
    expect(await rejectsFile(reader('id', viewer), batchId, 'csv')).toBeNull()
    await expect(actOnImport(other, batchId, new FormData(), when)).rejects.toMatchObject({ status: 404 })
  }
  const form = new FormData()
  form.set('intent', 'simpan')
  await actOnImport(office, batchId, form, when)
  await settled(batchId, office)
  const outside = await site.client.db
    .selectFrom('actor')
    .select('id')
    .where('import_batch_id', '=', batchId)
    .where('regency_code', '<>', '33.24')
    .execute()
  expect(outside).toEqual([])
})
