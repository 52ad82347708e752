import { readFileSync, writeFileSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { stageFile } from '#app/intake/load/stage-file.server.ts'
import { intakeRegions } from '#app/intake/regions.server.ts'
import { rejectsCsv, rejectsXlsx } from '#app/intake/write/rejects-table.ts'
import { csvField, safeCell } from '#app/intake/write/safe-cell.ts'
import { templateCsv, templateXlsx } from '#app/intake/write/template.ts'
import { openStaging } from '#db/import-staging.ts'
import { loadReference } from '#db/reference/load.ts'
import { testDb } from '#tests/support/test-db.ts'
import { tempPath, writeTemp, xlsxFile } from './make-files.ts'

async function stage(file: string) {
  const client = await testDb()
  await loadReference(client)
  const staging = openStaging(tempPath('staging.sqlite'))
  const summary = await stageFile({
    client,
    staging,
    regions: intakeRegions(),
    file,
    asOf: '2026-11-24',
    today: '2026-11-24',
    office: null,
  })
  return { summary, rejects: staging.rejects(100), sample: staging.sample().map((row) => JSON.parse(row)) }
}

async function text(pieces: AsyncIterable<string>): Promise<string> {
  let all = ''
  for await (const piece of pieces) all += piece
  return all
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

test.each([
  ['=1+1', "'=1+1"],
  ['+62811', "'+62811"],
  ['-1', "'-1"],
  ['@sum', "'@sum"],
  ['\tx', "'\tx"],
  ['-', '-'],
  ['Contoh = baik', 'Contoh = baik'],
])('the cell %j is written so that it is no formula', (cell, safe) => {
  expect(safeCell(cell)).toBe(safe)
  expect(csvField(`${cell};"`)).toMatch(/^"/)
})

test.each([
  'id',
  'en',
] as const)('the template (%s) is read back column by column, its examples skipped', async (locale) => {
  const xlsx = writeTemp('templat.xlsx', await templateXlsx(locale))
  const csv = writeTemp('templat.csv', templateCsv(locale))
  for (const file of [xlsx, csv]) {
    await expect(stage(file)).rejects.toMatchObject({ code: 'sheet.no_rows' })
  }
  const filled = writeTemp('isi.csv', templateCsv(locale).replaceAll('CONTOH: ', 'Contoh '))
  const { summary, sample } = await stage(filled)
  expect(summary.rows).toMatchObject({ total: 2, created: 2, rejected: 0 })
  expect(summary.ignored).toEqual([])
  expect(summary.columns).toHaveLength(19)
  expect(sample[0]).toMatchObject({
    regency: '33.24',
    village: 'Boja',
    sectors: ['food_snack', 'food_bakery'],
    cluster: 'IR1',
    needs: ['capital', 'packaging', 'digital_marketing'],
    facts: {
      permits: ['nib', 'spp_irt'],
      operating_months: 24,
      group_size: 15,
      credit_active: ['kur'],
      smartphone: true,
      internet: true,
      bank_account: true,
      annual_sales_idr: 25_000_000,
      ownership: 'person',
    },
  })
  expect(sample[1].facts).toEqual({
    permits: [],
    operating_months: 8,
    group_size: 0,
    credit_active: [],
    smartphone: false,
    bank_account: false,
    ownership: 'group',
  })
  const book = await readXlsx(readFileSync(xlsx))
  expect(book.sheets).toHaveLength(2)
  expect(JSON.stringify(book.sheets[1]!.rows)).toContain('CONTOH:')
})

test.each([
  'xlsx',
  'csv',
] as const)('rejected rows go out as %s with their problems, are mended and come in again', async (kind) => {
  const wrong = [
    ['Data 2026', null, null],
    ['Nama Pelaku', 'Kab/Kota', 'Jenis Usaha', 'No. HP', 'NIK'],
    ['Contoh A', 'Kab. Kedal', 'keripik', '=HYPERLINK("x")', '3324010101010001'],
    ['Contoh B', 'Kab. Kendal', 'kerpik', '+62811', '3324010101010002'],
    ['Contoh C', 'Kab. Kendal', 'kue', '', '3324010101010003'],
  ]
  const first = await stage(await xlsxFile(wrong))
  expect(first.summary.rows).toMatchObject({ created: 1, rejected: 2 })
  const headings = first.summary.headings.map(({ heading }) => heading)
  const csv = await text(rejectsCsv('id', headings, each(first.rejects)))
  expect(csv).toContain(`Contoh A;Kab. Kedal;keripik;"'=HYPERLINK(""x"")"`)
  expect(csv).toContain('Kab/Kota: ""Kab. Kedal"" tidak dikenal; maksudnya Kab. Kendal?')
  expect(csv).not.toContain('3324010101010001')
  const file = tempPath(`ditolak.${kind}`)
  if (kind === 'csv') writeFileSync(file, csv.replace('Kab. Kedal;', 'Kab. Kendal;').replace(';kerpik;', ';keripik;'))
  else {
    const bytes = new Uint8Array(await new Response(rejectsXlsx('id', headings, each(first.rejects))).arrayBuffer())
    const { rows } = (await readXlsx(bytes)).sheets[0]!
    expect(rows[0]).toEqual(['Nama Pelaku', 'Kab/Kota', 'Jenis Usaha', 'No. HP', 'Masalah'])
    rows[1]![1] = 'Kab. Kendal'
    rows[2]![2] = 'keripik'
    writeFileSync(file, readFileSync(await xlsxFile(rows)))
  }
  const second = await stage(file)
  expect(second.summary.rows).toMatchObject({ total: 2, created: 2, rejected: 0 })
  expect(second.summary.ignored).toContainEqual({ heading: 'Masalah', reason: 'problems' })
})
