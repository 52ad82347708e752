import { type CellValue, writeXlsx } from 'hucre/xlsx'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { csvLine, safeCell } from '#app/intake/write/safe-cell.ts'
import type { LoadedBoard } from './board-page.server.ts'
import { boardSheets, offerSheet, type SheetCell } from './board-sheets.ts'

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

const HEADING = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '6B2D5C' } },
  alignment: { vertical: 'center', wrapText: true },
} as const

/** The whole board as a workbook, one sheet for each part; no cell can run as a formula. */
export async function boardXlsx(locale: Locale, page: LoadedBoard): Promise<Uint8Array> {
  const safe = (cell: SheetCell): CellValue => (typeof cell === 'string' ? safeCell(cell) : cell)
  return writeXlsx({
    sheets: boardSheets(locale, page).map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows.map((row) => row.map(safe)),
      columns: sheet.widths.map((width) => ({ width })),
      cells: new Map(sheet.rows[0]!.map((value, column) => [`0,${column}`, { value, style: HEADING }])),
      freezePane: { rows: 1 },
    })),
  })
}

/** The offers of the board as CSV for Excel in the reader's language: Indonesian writes decimals with a comma. */
export function boardCsv(locale: Locale, page: LoadedBoard): string {
  const text = (cell: SheetCell): string => {
    if (typeof cell === 'string') return cell
    return locale === 'id' ? String(cell).replace('.', ',') : String(cell)
  }
  return `\ufeff${offerSheet(locale, page)
    .rows.map((row) => csvLine(row.map(text)))
    .join('')}`
}

function asciiName(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^\w]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase()
}

/** The board as a file to keep. */
export async function boardFile(locale: Locale, board: LoadedBoard, format: keyof typeof TYPES): Promise<Response> {
  const name = asciiName(messagesFor(locale).board.export.file(board.region.name))
  return new Response(format === 'csv' ? boardCsv(locale, board) : new Uint8Array(await boardXlsx(locale, board)), {
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="${name}.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
