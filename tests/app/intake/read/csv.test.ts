import { expect, test } from 'vitest'
import type { SheetRow } from '#app/intake/read/cell.ts'
import { openSource } from '#app/intake/read/open-source.ts'
import { writeTemp } from '../make-files.ts'

async function read(
  content: string | Buffer,
): Promise<{ rows: SheetRow[]; encoding: string | null; delimiter: string | null }> {
  const source = await openSource(writeTemp('data.csv', content))
  const rows: SheetRow[] = []
  for await (const row of source.sheets[0]!.rows()) rows.push(row)
  return { rows, encoding: source.encoding, delimiter: source.delimiter }
}

const EXPECTED = [
  { number: 1, cells: ['Nama', 'Kab/Kota', 'Kebutuhan'] },
  { number: 2, cells: ['Zoë – “Sari”', 'Kendal', 'modal, alat'] },
]
const TEXT = 'Nama;Kab/Kota;Kebutuhan\r\nZoë – “Sari”;Kendal;modal, alat\r\n'

function swapped(buffer: Buffer): Buffer {
  return Buffer.from(buffer).swap16()
}

test.each([
  ['UTF-8', Buffer.from(TEXT), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8'],
  ['UTF-16 LE with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'utf-16le'],
  ['UTF-16 LE without a mark', Buffer.from(TEXT, 'utf16le'), 'utf-16le'],
  ['UTF-16 BE with a mark', swapped(Buffer.from(`\ufeff${TEXT}`, 'utf16le')), 'utf-16be'],
  [
    'Windows-1252',
    Buffer.from(TEXT.replace('–', '\x96').replace('“', '\x93').replace('”', '\x94'), 'latin1'),
    'windows-1252',
  ],
])('%s is decoded', async (_, bytes, encoding) => {
  expect(await read(bytes)).toEqual({ rows: EXPECTED, encoding, delimiter: ';' })
})

test.each([
  [',', 'Nama,Kab,Produk\nSiti,Kendal,"keripik; kue"\n'],
  [';', 'Nama;Kab;Produk\nSiti;Kendal;"keripik, kue"\n'],
  ['\t', 'Nama\tKab\tProduk\nSiti\tKendal\tkeripik, kue\n'],
  [';', 'DATA PELAKU IR, KABUPATEN KENDAL, 2026, DINAS\nNama;Kab;Produk\nSiti;Kendal;a\nAni;Kendal;b, c\n'],
  ['\t', 'sep=\t\nNama\tKab\nSiti\tKendal, Jateng\n'],
])('the delimiter %j is found', async (delimiter, text) => {
  expect((await read(text)).delimiter).toBe(delimiter)
})

test('row numbers are those of the spreadsheet program: blank lines count, line breaks inside quotes do not', async () => {
  const { rows } = await read('Nama,Kebutuhan\n\n"Siti","modal\npelatihan"\nAni,"a ""b"""\n')
  expect(rows.map((row) => row.number)).toEqual([1, 2, 3, 4])
  expect(rows[2]!.cells).toEqual(['Siti', 'modal\npelatihan'])
  expect(rows[3]!.cells).toEqual(['Ani', 'a "b"'])
})

test('a first line that names the separator is no row', async () => {
  const { rows } = await read('sep=;\r\nNama;Kab\r\nSiti;Kendal\r\n')
  expect(rows.map((row) => [row.number, row.cells[0]])).toEqual([
    [2, 'Nama'],
    [3, 'Siti'],
  ])
})

test('a stray quotation mark inside a cell does not break the row', async () => {
  const { rows } = await read('Nama,Produk\nSiti,keripik 5" pedas\nAni,kue\n')
  expect(rows).toHaveLength(3)
  expect(rows[1]!.cells[1]).toBe('keripik 5" pedas')
})
