import { writeXlsxStream } from 'hucre/xlsx'
import { csvLine, safeCell } from '#app/intake/write/safe-cell.ts'

export type FileFormat = 'xlsx' | 'csv'

const TYPES: Readonly<Record<FileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

export interface FileTable {
  /** Without ending; letters, digits and hyphens. */
  readonly name: string
  readonly sheet: string
  readonly headings: readonly string[]
  /** Width of each column in characters. */
  readonly widths: readonly number[]
  readonly rows: AsyncIterable<readonly string[]>
}

async function* csvText(table: FileTable): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  // why: Excel takes a file without the mark for Windows-1252
  yield encoder.encode(`\ufeff${csvLine(table.headings)}`)
  for await (const row of table.rows) yield encoder.encode(csvLine(row))
}

async function* safeRows(table: FileTable): AsyncGenerator<string[]> {
  for await (const row of table.rows) yield row.map(safeCell)
}

function bodyOf(table: FileTable, format: FileFormat): ReadableStream<Uint8Array> {
  if (format === 'csv') return streamOf(csvText(table))
  return writeXlsxStream(safeRows(table), {
    name: table.sheet,
    columns: table.headings.map((header, at) => ({ header, width: table.widths[at]! })),
    freezePane: { rows: 1 },
  })
}

function streamOf(source: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await source.return(undefined)
    },
  })
}

/** A table as a file to keep, written while it is read; no cell can run as a formula. */
export function tableFile(table: FileTable, format: FileFormat): Response {
  return new Response(bodyOf(table, format), {
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="${table.name}.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
