import { closeSync, ftruncateSync, openSync, readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { IntakeError } from '#app/intake/intake-error.ts'
import { openSource } from '#app/intake/read/open-source.ts'
import { bookParts, tempPath, writeTemp, xlsxFile, zipFile } from '../make-files.ts'

/** Opens and reads to the end; gives the code of the refusal. */
async function refusal(path: string): Promise<string> {
  try {
    const source = await openSource(path)
    for (const sheet of source.sheets) for await (const _ of sheet.rows());
    return 'taken'
  } catch (error) {
    if (error instanceof IntakeError) return error.code
    throw error
  }
}

test.each([
  ['no file', () => tempPath('tiada.xlsx'), 'file.missing'],
  ['an empty file', () => writeTemp('a.xlsx', ''), 'file.empty'],
  ['only blanks', () => writeTemp('a.csv', ' \r\n\n'), 'file.empty'],
  ['a PDF', () => writeTemp('a.xlsx', '%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'file.pdf'],
  ['a PNG', () => writeTemp('a.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0])), 'file.image'],
  ['a JPEG', () => writeTemp('a.xlsx', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])), 'file.image'],
  [
    'an old XLS',
    () => writeTemp('a.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])),
    'file.xls',
  ],
  [
    'a web page named .xls',
    () => writeTemp('a.xls', '\ufeff<html><table><tr><td>Nama</td></tr></table></html>'),
    'file.html',
  ],
  [
    'XML Spreadsheet 2003',
    () => writeTemp('a.xls', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'),
    'file.xls',
  ],
  ['another archive', () => zipFile({ 'catatan.txt': 'halo' }), 'file.zip'],
  [
    'an ODS',
    () => zipFile({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    'file.ods',
  ],
  ['an XLSB', () => zipFile({ 'xl/workbook.bin': 'x', '[Content_Types].xml': '<Types/>' }), 'file.xlsb'],
  ['binary rubbish', () => writeTemp('a.csv', deflateSync(Buffer.alloc(100_000, 'abc def'))), 'file.binary'],
  [
    'a quotation mark never closed',
    () => writeTemp('a.csv', `Nama,Kab\n"Siti,Kendal\n${'x,y\n'.repeat(10)}`),
    'file.quote',
  ],
])('%s is refused', async (_, make, code) => {
  expect(await refusal(make())).toBe(code)
})

test('a workbook with a password is refused as such', async () => {
  const locked = await writeXlsx({
    sheets: [{ name: 'Data', rows: [['Nama']] }],
    encryption: { password: 'rahasia', spinCount: 1000 },
  })
  expect(await refusal(writeTemp('kunci.xlsx', locked))).toBe('file.encrypted')
})

test('a file of 200 MB is refused by its size, without being read', async () => {
  const path = tempPath('besar.xlsx')
  const file = openSync(path, 'w')
  ftruncateSync(file, 200_000_000)
  closeSync(file)
  const start = performance.now()
  await expect(openSource(path)).rejects.toMatchObject({
    code: 'file.too_large',
    values: { megabytes: 200, limit: 50 },
  })
  expect(performance.now() - start).toBeLessThan(200)
})

test('half a workbook is refused', async () => {
  const whole = readFileSync(await xlsxFile(Array.from({ length: 50 }, (_, n) => [`Nama ${n}`, n])))
  expect(await refusal(writeTemp('putus.xlsx', whole.subarray(0, whole.length / 2)))).toBe('file.broken')
})

test('a bomb is refused by what it declares', async () => {
  const bomb = bookParts(Buffer.alloc(60 * 1024 * 1024, 0x20))
  expect(await refusal(zipFile(bomb))).toBe('file.bomb')
})

test('a bomb that lies about its size is stopped while it unpacks', async () => {
  const before = process.memoryUsage().rss
  const bomb = bookParts(Buffer.alloc(80 * 1024 * 1024, '<x/>'))
  const path = zipFile(bomb, { declared: 1000 })
  expect(await refusal(path)).toBe('file.bomb')
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024)
})

test('one endless row or text table is stopped', async () => {
  const endless = Buffer.concat([
    Buffer.from('<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>'),
    Buffer.alloc(10 * 1024 * 1024, 0x61),
  ])
  expect(await refusal(zipFile(bookParts(endless)))).toBe('file.broken')
})
