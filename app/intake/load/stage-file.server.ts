import type { Day } from '#app/domain/values/day.ts'
import type { DbClient } from '#db/client.ts'
import type { ImportStaging } from '#db/import-staging.ts'
import { erasedKeys } from '#db/queries/erasures.ts'
import { IntakeError } from '../intake-error.ts'
import { LIMITS } from '../limits.ts'
import type { SheetRow } from '../read/cell.ts'
import { openSource, type Source } from '../read/open-source.ts'
import { type Header, isNumberingRow } from '../understand/find-header.ts'
import type { Notice } from '../understand/problem.ts'
import type { Regions } from '../understand/region-reader.ts'
import { understandRow } from '../understand/understand-row.ts'
import { chooseSheet } from './choose-sheet.ts'
import { twinFinder } from './find-twins.ts'
import { type ReadRow, rowStager } from './stage-rows.server.ts'
import type { LoadSummary } from './summary.ts'

/** The load was stopped before it was through; nothing was written. */
export class LoadStopped extends Error {}

export interface StageOptions {
  readonly client: DbClient
  readonly staging: ImportStaging
  readonly regions: Regions
  readonly file: string
  /** The day whose state the file shows. */
  readonly asOf: Day
  readonly today: Day
  /** The only kabupaten or kota whose rows are taken; null for any. */
  readonly office: string | null
  /** Rows so far and, estimated from the share of the file read, in all. */
  readonly onProgress?: (done: number, total: number) => void
  readonly shouldStop?: () => boolean
}

/** Few enough that a piece is gone before the collector takes it for something lasting. */
const PIECE = 100

/** Columns whose cells go with a rejected row: all but identity numbers and our own column of problems. */
function keptColumns(header: Header): { index: number; heading: string }[] {
  const dropped = new Set(
    header.map.ignored
      .filter(({ reason }) => reason === 'identity_number' || reason === 'problems')
      .map(({ index }) => index),
  )
  return header.headings
    .map((heading, index) => ({ index, heading }))
    .filter(({ heading, index }) => heading !== '' && !dropped.has(index))
}

function summaryOf(
  source: Source,
  sheet: string | null,
  header: Header,
  rest: Pick<LoadSummary, 'asOf' | 'rows' | 'skipped' | 'notices' | 'regions'>,
): LoadSummary {
  return {
    kind: source.kind,
    encoding: source.encoding,
    delimiter: source.delimiter,
    sheet,
    headerRow: header.row,
    headings: keptColumns(header),
    columns: header.map.columns.map(({ heading, field, term }) => ({ heading, field, term })),
    ignored: header.map.ignored.map(({ heading, reason }) => ({ heading, reason })),
    ...rest,
  }
}

/**
 * Reads a file to its end and puts what it brings into the staging; the database is only read.
 * @throws IntakeError when the file is refused as a whole, LoadStopped when `shouldStop` says so.
 */
export async function stageFile(options: StageOptions): Promise<LoadSummary> {
  const { asOf, today, regions } = options
  const source = await openSource(options.file)
  const { sheet, header } = await chooseSheet(source)
  const kept = keptColumns(header)
  const stager = rowStager(
    options.client,
    options.staging,
    asOf,
    kept.map(({ index }) => index),
  )
  const twinOf = twinFinder()
  const isErased = await erasedKeys(options.client.db)
  const context = { header, regions, asOf, today, office: options.office }
  const skipped = { example: 0, other: 0 }
  const notices = new Map<string, Notice & { cells: number }>()
  let piece: ReadRow[] = []
  let total = 0
  let share = 0

  const flush = () => {
    stager.take(piece)
    piece = []
    options.onProgress?.(total, share > 0 ? Math.max(total, Math.round(total / share)) : total)
    if (options.shouldStop?.()) throw new LoadStopped()
  }
  const take = (row: SheetRow) => {
    const reading = understandRow(row, context)
    if (reading.kind === 'skipped') {
      if (reading.why === 'example') skipped.example += 1
      else if (reading.why !== 'blank') skipped.other += 1
      return
    }
    total += 1
    if (total > LIMITS.rows) throw new IntakeError('sheet.too_many_rows', { limit: LIMITS.rows })
    const twin = reading.kind === 'actor' ? twinOf(row.number, reading.actor) : null
    if (reading.kind === 'rejected') piece.push({ row, problems: reading.problems })
    else if (isErased(reading.actor.naturalKey)) {
      piece.push({ row, problems: [{ column: null, value: '', code: 'row.erased', values: {} }] })
    } else if (twin && !twin.same) {
      piece.push({ row, problems: [{ column: null, value: '', code: 'row.twin_differs', values: { row: twin.row } }] })
    } else {
      piece.push({ number: row.number, actor: reading.actor, repeats: twin !== null })
      for (const notice of reading.notices) {
        const key = `${notice.code} ${notice.column}`
        notices.set(key, { ...notice, cells: (notices.get(key)?.cells ?? 0) + 1 })
      }
    }
  }

  const onRead = (read: number) => {
    share = read
  }
  for await (const row of sheet.rows(onRead)) {
    if (row.number <= header.row || (row.number === header.row + 1 && isNumberingRow(row))) continue
    take(row)
    if (piece.length >= PIECE) flush()
  }
  flush()
  if (total === 0) throw new IntakeError('sheet.no_rows', { row: header.row })
  return summaryOf(source, sheet.name, header, {
    asOf,
    rows: { total, ...stager.counts },
    skipped,
    notices: [...notices.values()],
    regions: [...stager.regions].map(([code, rows]) => ({ code, rows })).sort((a, b) => b.rows - a.rows),
  })
}
