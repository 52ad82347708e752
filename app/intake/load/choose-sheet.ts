import { IntakeError } from '../intake-error.ts'
import { LIMITS } from '../limits.ts'
import { isBlank, type SheetRow } from '../read/cell.ts'
import type { Source, SourceSheet } from '../read/open-source.ts'
import { checkHeader, dropIdentityColumns, findHeader, type Header, isComplete } from '../understand/find-header.ts'

/** Rows looked at beyond the heading rows, to see what the columns hold. */
const SAMPLE_ROWS = 60

async function firstRows(sheet: SourceSheet): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of sheet.rows()) {
    rows.push(row)
    if (rows.length >= LIMITS.headerRows + SAMPLE_ROWS) break
  }
  return rows
}

/**
 * The first visible sheet whose headings hold what is required.
 * @throws IntakeError that says what is missing on the sheet that comes nearest.
 */
export async function chooseSheet(source: Source): Promise<{ sheet: SourceSheet; header: Header }> {
  let nearest: Header | null = null
  let isEmpty = true
  for (const sheet of source.sheets) {
    const rows = await firstRows(sheet)
    if (rows.some((row) => row.cells.some((cell) => !isBlank(cell)))) isEmpty = false
    const header = findHeader(rows.slice(0, LIMITS.headerRows))
    if (header && isComplete(header)) {
      checkHeader(header)
      return {
        sheet,
        header: dropIdentityColumns(
          header,
          rows.filter((row) => row.number > header.row),
        ),
      }
    }
    if (header && (!nearest || header.map.score > nearest.map.score)) nearest = header
  }
  if (isEmpty) throw new IntakeError('sheet.empty')
  if (!nearest) throw new IntakeError('sheet.no_header', { rows: LIMITS.headerRows })
  checkHeader(nearest)
  throw new IntakeError('sheet.no_header', { rows: LIMITS.headerRows })
}
