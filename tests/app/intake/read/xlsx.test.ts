import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { type CellValue, readXlsx, XlsxStreamWriter } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { type Cell, cellText, type SheetRow } from '#app/intake/read/cell.ts'
import { openSource } from '#app/intake/read/open-source.ts'
import { bookParts, sheetXml, writeTemp, xlsxFile, zipFile } from '../make-files.ts'

async function rowsOf(path: string): Promise<SheetRow[]> {
  const source = await openSource(path)
  return collect(source.sheets[0]!.rows())
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

function comparable(cell: Cell | CellValue | undefined): unknown {
  if (cell === null || cell === undefined || cell === '') return null
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'object' && 'kind' in cell && cell.kind === 'date') return cell.day
  return cell
}

/** Rows as a dense table without empty ends, so that two readers can be compared. */
function table(rows: readonly (readonly unknown[])[]): unknown[][] {
  const dense = rows.map((row) => {
    const cells = Array.from(row, (cell) => comparable(cell as Cell))
    while (cells.length > 0 && cells.at(-1) === null) cells.pop()
    return cells
  })
  while (dense.length > 0 && dense.at(-1)!.length === 0) dense.pop()
  return dense
}

function placed(rows: readonly SheetRow[]): unknown[][] {
  const all: unknown[][] = []
  for (const row of rows) all[row.number - 1] = [...row.cells]
  return Array.from(all, (row) => row ?? [])
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/\p{C}/gu, '').trim()),
  fc.constantFrom('Siti & Ani <b>', '"kutip"', "l'aki", '_x000D_', 'baris\nbaru', 'é ü ñ', '  tepi  '.trim(), '✓'),
  fc.integer({ min: -1_000_000, max: 9_000_000_000 }),
  fc.double({ min: -1000, max: 1000, noNaN: true }).map((number) => Math.round(number * 1000) / 1000),
  fc.boolean(),
  fc.constant(null),
)

test('reads what another reader reads, from books with and without a text table', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 }), async (rows) => {
      const inline = await xlsxFile(rows as CellValue[][])
      const writer = new XlsxStreamWriter({ name: 'Data' })
      for (const row of rows) writer.addRow(row as CellValue[])
      const shared = writeTemp('bersama.xlsx', await writer.finish())
      for (const path of [inline, shared]) {
        const other = await readXlsx(new Uint8Array(readFileSync(path)))
        expect(table(placed(await rowsOf(path)))).toEqual(table(other.sheets[0]!.rows))
      }
    }),
    { numRuns: 40 },
  )
})

test('dates come as days, whatever their number format', async () => {
  const path = await xlsxFile([[new Date(Date.UTC(2026, 10, 24)), 46_350]])
  const [row] = await rowsOf(path)
  expect(row!.cells[0]).toEqual({ kind: 'date', day: '2026-11-24' })
  expect(row!.cells[1]).toBe(46_350)
  expect(cellText(row!.cells[0])).toBe('24-11-2026')
})

test('a formula gives its cached value, and says so when there is none', async () => {
  const path = zipFile(
    bookParts(
      sheetXml(`<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c>
        <c r="C1"><f>SUM(A1:B1)</f></c><c r="D1"><f>X</f><v></v></c><c r="E1" t="str"><f>""</f><v></v></c>
        <c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="G1"><f t="shared" si="0"/><v>7</v></c><c r="H1"><f t="shared" si="0"/></c></row>`),
    ),
  )
  const [row] = await rowsOf(path)
  const formula = { kind: 'formula' }
  expect(row!.cells).toEqual([2, 'a', formula, formula, '', { kind: 'error', text: '#DIV/0!' }, 7, formula])
})

test('tags with a namespace prefix, single quotes, gaps and missing references are read', async () => {
  const path = zipFile(
    bookParts(
      `<?xml version='1.0'?><x:worksheet xmlns:x='m'><x:sheetData><x:row r='3'><x:c r='B3' t='inlineStr'><x:is><x:r><x:t>Sri </x:t></x:r><x:r><x:t xml:space='preserve'>Rahayu</x:t></x:r></x:is></x:c><x:c><x:v>5</x:v></x:c></x:row><x:row><x:c/><x:c><x:v>6</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    ),
  )
  expect(await rowsOf(path)).toEqual([
    { number: 3, cells: [null, 'Sri Rahayu', 5] },
    { number: 4, cells: [null, 6] },
  ])
})

test('hidden sheets are not read; entities of a DTD are not expanded', async () => {
  const parts = bookParts(
    `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${sheetXml('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>')}`,
  )
  expect((await rowsOf(zipFile(parts)))[0]!.cells).toEqual(['&b;'])
  const hidden = {
    ...parts,
    'xl/workbook.xml': String(parts['xl/workbook.xml']).replace('<sheet ', '<sheet state="hidden" '),
  }
  await expect(rowsOf(zipFile(hidden))).rejects.toMatchObject({ code: 'file.broken' })
})

test('a row is read although its XML is cut between pieces', async () => {
  const long = Array.from(
    { length: 4000 },
    (_, n) => `<row r="${n + 1}"><c r="A${n + 1}" t="str"><v>${'x'.repeat(n % 97)}${n}</v></c></row>`,
  )
  const rows = await rowsOf(zipFile(bookParts(sheetXml(long.join('')))))
  expect(rows).toHaveLength(4000)
  expect(rows.every((row, n) => row.cells[0] === `${'x'.repeat(n % 97)}${n}`)).toBe(true)
})
