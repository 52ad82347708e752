import { expect, test } from 'vitest'
import type { Cell, SheetRow } from '#app/intake/read/cell.ts'
import { checkHeader, dropIdentityColumns, findHeader, isNumberingRow } from '#app/intake/understand/find-header.ts'
import { columnLetter } from '#app/intake/understand/map-columns.ts'

function rows(...cells: Cell[][]): SheetRow[] {
  return cells.map((row, at) => ({ number: at + 1, cells: row }))
}

function fieldsOf(header: ReturnType<typeof findHeader>): Record<string, string> {
  return Object.fromEntries(header!.map.columns.map(({ heading, field, term }) => [heading, term ?? field]))
}

test('title rows above and data rows below do not disturb the heading row', () => {
  const header = findHeader(
    rows(
      ['DATA PELAKU INDUSTRI RUMAHAN KABUPATEN KENDAL'],
      ['Tahun 2026'],
      [],
      ['No', 'Desa/Kel.', 'Nama Pemilik', 'Kab/Kota', 'Jenis Usaha', 'Hobi'],
      [1, 'Boja', 'Contoh Sari', 'Kendal', 'keripik', 'voli'],
    ),
  )
  expect(header!.row).toBe(4)
  expect(fieldsOf(header)).toEqual({
    'Desa/Kel.': 'village',
    'Nama Pemilik': 'name',
    'Kab/Kota': 'regency',
    'Jenis Usaha': 'sector',
  })
  expect(header!.map.ignored.map(({ heading, reason }) => [heading, reason])).toEqual([
    ['No', 'not_kept'],
    ['Hobi', 'unknown'],
  ])
})

test('a heading of two rows with merged cells is read together', () => {
  const header = findHeader(
    rows(
      ['REKAP DATA'],
      ['No', 'Nama', null, 'Alamat', null, null, 'Izin', null, null, 'Kebutuhan', null],
      [null, 'Pelaku', 'Usaha', 'Desa', 'Kec', 'Kab/Kota', 'NIB', 'P-IRT', 'Halal', 'Modal', 'Pelatihan'],
      [1, 'Contoh Sari', 'Usaha A', 'Boja', 'Boja', 'Kendal', 'v', 'x', 'x', 'v', 'v'],
    ),
  )
  expect(header!.row).toBe(3)
  expect(Object.values(fieldsOf(header))).toEqual([
    'name',
    'business_name',
    'village',
    'regency',
    'nib',
    'spp_irt',
    'halal',
    'capital',
    'training',
  ])
  expect(header!.headings[9]).toBe('Kebutuhan Modal')
})

test('headings that only the upper row gives are read with those of the lower row', () => {
  const header = findHeader(
    rows(['Nama Pelaku', 'Kab/Kota', 'Izin', null], [null, null, 'NIB', 'Halal'], ['Contoh', 'Kendal', 'ya', 'tidak']),
  )
  expect(header!.row).toBe(2)
  expect(Object.values(fieldsOf(header))).toEqual(['name', 'regency', 'nib', 'halal'])
})

test('of two headings for one field the surer is read, the other is told as such', () => {
  const header = findHeader(rows(['Nama Pelaku', 'Nama Pemilk', 'Kab/Kota', 'Produk']))
  expect(header!.map.ignored).toEqual([{ index: 1, heading: 'Nama Pemilk', reason: 'same_field' }])
})

test('the same heading twice is refused with its columns', () => {
  const header = findHeader(rows(['Nama Pelaku', 'Kab/Kota', 'Produk', 'Kab / Kota']))!
  expect(() => checkHeader(header)).toThrow(
    expect.objectContaining({
      code: 'sheet.duplicate_heading',
      values: { heading: 'Kab/Kota', columns: ['B', 'D'] },
    }),
  )
})

test('a file without a name or regency column is refused with what is missing', () => {
  const header = findHeader(rows(['Nama Pelaku', 'Produk', 'Kebutuhan']))!
  expect(() => checkHeader(header)).toThrow(
    expect.objectContaining({
      code: 'sheet.required_missing',
      values: expect.objectContaining({ missing: ['regency'], headings: ['Nama Pelaku', 'Produk', 'Kebutuhan'] }),
    }),
  )
  expect(findHeader(rows(['Tanaman', 'Warna'], ['mawar', 'merah']))).toBeNull()
})

test('a column full of identity numbers is dropped under any heading', () => {
  const all = rows(
    ['Nama Pelaku', 'Kab/Kota', 'Nomor Anggota', 'Produk'],
    ['Contoh A', 'Kendal', '3324010101010001', 'keripik'],
    ['Contoh B', 'Kendal', 3_324_010_101_010_002, 'kue'],
  )
  const header = dropIdentityColumns(findHeader(all)!, all.slice(1))
  expect(header.map.ignored).toEqual([{ index: 2, heading: 'Nomor Anggota', reason: 'identity_number' }])
})

test('a row of column numbers under the headings is recognised', () => {
  const [plain, brackets, data] = rows([1, 2, 3, 4], ['(1)', '(2)', '(3)'], [1, 'Contoh', 5])
  expect(isNumberingRow(plain!)).toBe(true)
  expect(isNumberingRow(brackets!)).toBe(true)
  expect(isNumberingRow(data!)).toBe(false)
})

test('columns are named as the spreadsheet program names them', () => {
  expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
})
