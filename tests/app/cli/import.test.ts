import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDb } from '#db/client.ts'
import { command, sinergi, temporaryFolder } from '#tests/support/cli.ts'

const OFFICE = 'tests/fixtures/intake/daftar-kantor-rekaan.xlsx'
const OFFICE_CSV = 'tests/fixtures/intake/daftar-kantor-rekaan.csv'
const folder = temporaryFolder()
const at = (name: string) => join(folder.path, name)
const data = ['--data-dir', at('data')]

beforeAll(async () => {
  expect((await command(['migrate', ...data])).code).toBe(0)
})
afterAll(() => folder.remove())

async function stored(): Promise<{ actors: number; batches: number }> {
  const client = createDb(join(at('data'), 'sinergi.sqlite'), { readonly: true })
  const count = (table: string) => client.sqlite.prepare(`select count(*) from ${table}`).pluck().get() as number
  const counts = { actors: count('actor'), batches: count('import_batch') }
  await client.close()
  return counts
}

test('a trial run shows how an office file was understood and writes nothing', async () => {
  const { code, stdout, stderr } = await command(['import', OFFICE, '--dry-run', ...data])
  expect(code).toBe(0)
  expect(stdout).toContain('Pny HP Android -> Punya ponsel pintar')
  expect(stdout).toContain('NIK (nomor identitas tidak boleh disimpan; kolom ini dibuang)')
  expect(stdout).toContain('Baris 10, kolom Kab/Kota: "Kab. Kedal" tidak dikenal; maksudnya Kab. Kendal?')
  expect(stdout).toContain('"Semarang" dapat berarti Kab. Semarang atau Kota Semarang; tulis salah satu')
  expect(stdout).toContain('9 baris: 4 baru, 0 berubah, 1 sama, 4 ditolak.')
  expect(stderr).toContain('Membaca baris')
  expect(await stored()).toEqual({ actors: 0, batches: 0 })
  expect(readdirSync(join(at('data'), 'uploads'))).toEqual([])
})

test('a load answers with JSON, writes the rejects, and the mended rejects complete it', async () => {
  const rejects = at('ditolak.csv')
  const first = await command(['import', OFFICE, '--json', '--rejects', rejects, ...data])
  expect(JSON.parse(first.stdout)).toMatchObject({
    status: 'done',
    sheet: 'Data',
    headerRow: 5,
    rows: { total: 9, new: 4, changed: 0, same: 1, rejected: 4 },
    problems: expect.arrayContaining([
      expect.objectContaining({
        row: 10,
        column: 'Kab/Kota',
        value: 'Kab. Kedal',
        code: 'region.unknown',
        text_en: 'Row 10, column Kab/Kota: "Kab. Kedal" is not known; did you mean Kab. Kendal?',
      }),
    ]),
  })
  expect(await stored()).toEqual({ actors: 4, batches: 1 })
  const mended = at('diperbaiki.csv')
  const text = readFileSync(rejects, 'utf8')
  writeFileSync(
    mended,
    text
      .replace('Kab. Kedal;keripik', 'Kab. Kendal;keripik')
      .replace(';Semarang;konveksi', ';Kota Semarang;konveksi')
      .replace('bengkel las', 'anyaman bambu')
      .replace(';lama;', ';2 tahun;'),
  )
  const second = JSON.parse((await command(['import', mended, '--json', ...data])).stdout)
  expect(second.rows).toMatchObject({ total: 4, new: 4, rejected: 0 })
  const again = JSON.parse((await command(['import', OFFICE, '--json', ...data])).stdout)
  expect(again.rows).toMatchObject({ new: 0, same: 5, rejected: 4 })
  expect(await stored()).toEqual({ actors: 8, batches: 3 })
})

test('semicolons and Windows-1252 as Excel saves CSV', async () => {
  const answer = JSON.parse((await command(['import', OFFICE_CSV, '--json', ...data])).stdout)
  expect(answer).toMatchObject({ encoding: 'windows-1252', delimiter: ';', rows: { new: 3, rejected: 0 } })
})

test.each([
  ['a missing file', ['import', 'tiada.xlsx'], 1, 'Berkas tidak ditemukan'],
  ['no required column', ['import', 'tests/fixtures/alias_cases.json'], 1, 'Baris judul kolom tidak ditemukan'],
  ['no file named', ['import'], 2, 'Sebutkan satu berkas'],
  ['a wrong day', ['import', OFFICE, '--as-of', 'kemarin'], 2, 'Tanggal "kemarin" tidak dapat dipakai'],
  ['a day to come', ['import', OFFICE, '--as-of', '2999-01-01'], 2, 'tidak sesudah hari ini'],
  ['rejects of another kind', ['import', OFFICE, '--rejects', 'a.txt'], 2, 'harus berakhiran .xlsx atau .csv'],
])('%s is refused with what to do', async (_, args, code, message) => {
  const before = await stored()
  const result = await command([...args, ...data])
  expect([result.code, result.stdout]).toEqual([code, ''])
  expect(result.stderr).toContain(message)
  expect(await stored()).toEqual(before)
})

test('the template is written by its ending', async () => {
  for (const name of ['templat.xlsx', 'templat.csv']) {
    const { code } = await command(['import', '--template', at(name), ...data])
    expect([code, existsSync(at(name))]).toEqual([0, true])
  }
  expect((await command(['import', '--template', at('templat.pdf'), ...data])).code).toBe(2)
})

test('a stopped load leaves nothing behind', async () => {
  const before = await stored()
  const { code, stderr } = await command(['import', OFFICE, ...data], AbortSignal.abort())
  expect(code).toBe(130)
  expect(stderr).toContain('Tidak ada satu pun baris yang disimpan')
  expect(await stored()).toEqual(before)
  expect(readdirSync(join(at('data'), 'uploads'))).toEqual([])
})

test('as a process of its own: answer on standard output, progress on standard error', async () => {
  const { code, stdout, stderr } = await sinergi(['import', OFFICE_CSV, '--json', '--dry-run', ...data])
  expect(code).toBe(0)
  expect(JSON.parse(stdout).status).toBe('dry_run')
  expect(stderr).toMatch(/Membaca baris.*100% \(3\/3\)/)
})
