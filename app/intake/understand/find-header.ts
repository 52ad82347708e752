import { IntakeError } from '../intake-error.ts'
import { cellText, isBlank, type SheetRow } from '../read/cell.ts'
import { type FieldId, REQUIRED_FIELDS } from './fields.ts'
import { type ColumnMap, ignoreColumns, mapColumns } from './map-columns.ts'
import { plain, tidy } from './plain.ts'
import { holdsIdentityNumber } from './problem.ts'

export interface Header {
  /** Number of the heading row; of its lower row where it has two. */
  readonly row: number
  /** The headings by place, as they stand in the file; two rows are joined where the upper one adds meaning. */
  readonly headings: readonly string[]
  readonly map: ColumnMap
}

/** A heading row with fewer known fields is a data row that happens to hold a known word. */
const LEAST_FIELDS = 2

function textsOf(row: SheetRow): string[] {
  return row.cells.map(cellText)
}

/** A merged cell holds its text in its first column only; the blanks after it belong to it. */
function spread(upper: readonly string[], lower: readonly string[]): (string | null)[] {
  let current: string | null = null
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const own = tidy(upper[index] ?? '')
    if (own !== '') current = own
    return tidy(lower[index] ?? '') === '' ? null : current
  })
}

function twoRows(upper: readonly string[], lower: readonly string[]): ColumnMap {
  const length = Math.max(upper.length, lower.length)
  const headings = Array.from({ length }, (_, index) => tidy(lower[index] ?? '') || tidy(upper[index] ?? ''))
  return mapColumns(headings, spread(upper, lower))
}

function headingsOf(map: ColumnMap, length: number): string[] {
  const headings: string[] = Array.from({ length }, () => '')
  for (const { index, heading } of [...map.columns, ...map.ignored]) headings[index] = heading
  return headings
}

function missingFields(map: ColumnMap): FieldId[] {
  return REQUIRED_FIELDS.filter((field) => !map.columns.some((column) => column.field === field))
}

/** The best heading row among the first rows, of one row or of two under each other; null when there is none. */
export function findHeader(rows: readonly SheetRow[]): Header | null {
  let best: Header | null = null
  const consider = (row: number, width: number, map: ColumnMap) => {
    const fields = new Set(map.columns.map((column) => column.field))
    if (fields.size < LEAST_FIELDS || (best && best.map.score >= map.score)) return
    best = { row, headings: headingsOf(map, width), map }
  }
  for (const [at, row] of rows.entries()) {
    const upper = textsOf(row)
    consider(row.number, upper.length, mapColumns(upper))
    const below = rows[at + 1]
    if (below?.number !== row.number + 1) continue
    const lower = textsOf(below)
    consider(below.number, Math.max(upper.length, lower.length), twoRows(upper, lower))
  }
  return best
}

/**
 * Refuses a heading row that cannot be worked with.
 * @throws IntakeError `sheet.required_missing` or `sheet.duplicate_heading`.
 */
export function checkHeader(header: Header): void {
  const missing = missingFields(header.map)
  if (missing.length > 0) {
    throw new IntakeError('sheet.required_missing', {
      missing,
      headings: header.headings.filter((heading) => heading !== '').slice(0, 30),
      row: header.row,
    })
  }
  const twice = header.map.duplicates[0]
  if (twice) throw new IntakeError('sheet.duplicate_heading', { heading: twice.heading, columns: twice.columns })
}

/** Whether the required fields are all there. */
export function isComplete(header: Header): boolean {
  return missingFields(header.map).length === 0
}

const TEXT_FIELDS: ReadonlySet<FieldId> = new Set<FieldId>(['name', 'business_name', 'village', 'products', 'sector'])

/** Drops every column that holds identity numbers, whatever its heading says. */
export function dropIdentityColumns(header: Header, sample: readonly SheetRow[]): Header {
  const suspects = new Set<number>()
  const read = new Map(header.map.columns.map((column) => [column.index, column.field]))
  for (let index = 0; index < header.headings.length; index++) {
    const field = read.get(index)
    if (field !== undefined && !TEXT_FIELDS.has(field)) continue
    const filled = sample.filter((row) => !isBlank(row.cells[index]))
    const numbers = filled.filter((row) => holdsIdentityNumber(cellText(row.cells[index])))
    if (numbers.length > 0 && numbers.length >= filled.length * 0.6) suspects.add(index)
  }
  return { ...header, map: ignoreColumns(header.map, suspects, 'identity_number') }
}

/** "1 2 3 …" or "(1) (2) (3)" under the headings. */
export function isNumberingRow(row: SheetRow): boolean {
  const filled = row.cells.filter((cell) => !isBlank(cell)).map((cell) => Number(plain(cellText(cell))))
  return filled.length >= 3 && filled.every((number, at) => number === filled[0]! + at && number <= filled.length + 1)
}
