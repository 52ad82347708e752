import type { Day } from '#app/domain/values/day.ts'
import { cellText, isBlank, type SheetRow } from '../read/cell.ts'
import type { Header } from './find-header.ts'
import { naturalKey, villageName } from './natural-key.ts'
import { plain, tidy } from './plain.ts'
import { holdsIdentityNumber } from './problem.ts'
import { readCluster } from './read-cluster.ts'
import { readDay } from './read-date.ts'
import { permitsAsked, readRowFacts } from './read-facts.ts'
import { readPlace } from './read-place.ts'
import { readRowNeeds, readRowSectors } from './read-work.ts'
import type { Regions } from './region-reader.ts'
import { type RowCells, rowCells } from './row-cells.ts'
import type { RowReading } from './understood.ts'

export interface RowContext {
  readonly header: Header
  readonly regions: Regions
  /** The day whose state the file shows, where a row gives none. */
  readonly asOf: Day
  /** No row can speak of a later day. */
  readonly today: Day
  /** The only kabupaten or kota whose rows are taken; null for any. */
  readonly office?: string | null
}

/** How an example row of the template begins its name; such rows are read over. */
export const EXAMPLE_MARK = 'CONTOH:'

const TOTAL = /^(jumlah|total|grand total|sub total|subtotal|rata rata)\b/

type SkipReason = Extract<RowReading, { kind: 'skipped' }>['why']

/** Why a row is no data row; null when it is one. */
function whySkipped(row: SheetRow, { header }: RowContext): SkipReason | null {
  const textOf = (field: 'name' | 'regency') => {
    const column = header.map.columns.find((one) => one.field === field)
    return column ? { text: cellText(row.cells[column.index]), heading: column.heading } : { text: '', heading: '' }
  }
  const name = textOf('name')
  if (name.text.slice(0, EXAMPLE_MARK.length).toUpperCase() === EXAMPLE_MARK) return 'example'
  const regency = textOf('regency')
  if (name.text !== '' && regency.text !== '') {
    const repeats = (cell: { text: string; heading: string }) => plain(cell.text) === plain(cell.heading)
    return repeats(name) && repeats(regency) ? 'heading' : null
  }
  const texts = row.cells.filter((cell) => !isBlank(cell)).map(cellText)
  if (texts.length === 0) return 'blank'
  if (regency.text === '' && texts.some((text) => TOTAL.test(plain(text)))) return 'total'
  return name.text === '' && regency.text === '' && texts.length <= 2 ? 'remark' : null
}

function readName(cells: RowCells): string {
  const filled = cells.first('name')
  if (!filled) cells.fail('name.missing', cells.columnOf('name'))
  else if (!/\p{L}{2}/u.test(filled.text)) cells.fail('name.not_text', filled)
  return filled?.text ?? ''
}

function readAsOf(cells: RowCells, { asOf, today }: RowContext): Day | null {
  const filled = cells.first('as_of')
  if (!filled) return null
  const day = readDay(
    typeof filled.cell === 'object' && filled.cell?.kind === 'date' ? filled.cell.day : filled.text,
    today,
  )
  if (day === null) cells.fail('date.unreadable', filled)
  else if (day > today) cells.fail('date.future', filled)
  return day ?? asOf
}

/** Texts that are kept as typed must not carry an identity number. */
function refuseIdentityNumbers(cells: RowCells): void {
  for (const field of ['name', 'business_name', 'village', 'products', 'sector'] as const) {
    for (const filled of cells.all(field))
      if (holdsIdentityNumber(filled.text)) cells.fail('cell.identity_number', filled)
  }
}

/** Reads one data row. Never throws: what cannot be read becomes a problem that names column, value and mend. */
export function understandRow(row: SheetRow, context: RowContext): RowReading {
  const why = whySkipped(row, context)
  if (why) return { kind: 'skipped', why }
  const cells = rowCells(row, context.header.map.columns)
  const name = readName(cells)
  const regency = readPlace(cells, context.regions, context.office ?? null)
  const { sectors, fromProducts } = readRowSectors(cells)
  const needs = readRowNeeds(cells)
  const typedCluster = cells.first('cluster')
  const cluster = typedCluster ? readCluster(typedCluster.text) : null
  if (typedCluster && cluster === null) cells.fail('cluster.unknown', typedCluster)
  const asOf = readAsOf(cells, context)
  const facts = readRowFacts(cells, asOf ?? context.asOf)
  refuseIdentityNumbers(cells)
  if (cells.problems.length > 0 || regency === null) return { kind: 'rejected', problems: cells.problems }
  const products = cells.all('products').map((filled) => tidy(filled.text))
  const businessName = cells.first('business_name')?.text ?? null
  const village = cells.first('village')
  const person = { name, businessName, regency, village: village ? villageName(village.text) : null }
  return {
    kind: 'actor',
    notices: cells.notices,
    actor: {
      ...person,
      sectors,
      sectorsFromProducts: fromProducts,
      products: products.length > 0 ? products.join(', ') : null,
      cluster,
      needs,
      facts,
      permitsAsked: permitsAsked(cells),
      asOf,
      naturalKey: naturalKey(person),
    },
  }
}
