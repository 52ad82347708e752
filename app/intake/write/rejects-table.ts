import { type CellStyle, writeXlsxStream } from 'hucre/xlsx'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { problemsCell } from '../sentences.ts'
import type { Problem } from '../understand/problem.ts'
import { csvLine, safeCell } from './safe-cell.ts'

/** A rejected row as it is stored: both texts are JSON. */
export interface StoredReject {
  readonly cells: string
  readonly problems: string
}

const HEADING: CellStyle = { font: { bold: true }, alignment: { vertical: 'top', wrapText: true } }

async function* tableRows(
  locale: Locale,
  headings: readonly string[],
  rejects: AsyncIterable<StoredReject>,
): AsyncGenerator<string[]> {
  yield [...headings, messagesFor(locale).intake.rejects.column]
  for await (const { cells, problems } of rejects) {
    yield [...(JSON.parse(cells) as string[]), problemsCell(locale, JSON.parse(problems) as Problem[])]
  }
}

/** Rejected rows with their cells as typed and a column of problems, as CSV with a byte order mark. */
export async function* rejectsCsv(
  locale: Locale,
  headings: readonly string[],
  rejects: AsyncIterable<StoredReject>,
): AsyncGenerator<string> {
  yield '\ufeff'
  for await (const row of tableRows(locale, headings, rejects)) yield csvLine(row)
}

/** The same as a workbook, written while it is read. */
export function rejectsXlsx(
  locale: Locale,
  headings: readonly string[],
  rejects: AsyncIterable<StoredReject>,
): ReadableStream<Uint8Array> {
  const safe = async function* () {
    for await (const row of tableRows(locale, headings, rejects)) yield row.map(safeCell)
  }
  return writeXlsxStream(safe(), {
    name: messagesFor(locale).intake.rejects.sheet,
    columns: [...headings.map(() => ({ width: 18 })), { width: 70, style: { alignment: HEADING.alignment! } }],
    freezePane: { rows: 1 },
  })
}
