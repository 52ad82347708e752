import { stat } from 'node:fs/promises'
import type { SheetRow } from './cell.ts'
import { csvRows, csvShape, type Delimiter } from './csv-rows.ts'
import { type FileKind, fileKind } from './file-kind.ts'
import type { TextEncoding } from './text-encoding.ts'
import { readBook } from './xlsx-book.ts'
import { xlsxRows } from './xlsx-rows.ts'
import { openZip } from './zip.ts'

export interface SourceSheet {
  /** Name of the tab; null for a text file. */
  readonly name: string | null
  /** Streams the rows anew on each call; `onRead` hears the share read, 0 to 1. */
  rows(onRead?: (share: number) => void): AsyncGenerator<SheetRow>
}

/** A file that can be read as rows. */
export interface Source {
  readonly kind: FileKind
  readonly encoding: TextEncoding | null
  readonly delimiter: Delimiter | null
  readonly sheets: readonly SourceSheet[]
}

/**
 * Opens a file for reading as rows, holding no row of it.
 * @throws IntakeError when the file cannot be taken.
 */
export async function openSource(path: string): Promise<Source> {
  const kind = await fileKind(path)
  const { size } = await stat(path)
  if (kind === 'xlsx') {
    const book = await readBook(await openZip(path, size))
    const sheets = book.sheets.map((sheet) => ({
      name: sheet.name,
      rows: (onRead?: (share: number) => void) => xlsxRows(book, sheet, onRead),
    }))
    return { kind, encoding: null, delimiter: null, sheets }
  }
  const shape = await csvShape(path)
  const rows = (onRead?: (share: number) => void) => csvRows(path, shape, size, onRead)
  return { kind, encoding: shape.encoding, delimiter: shape.delimiter, sheets: [{ name: null, rows }] }
}
