import { type Cell, cellText, type SheetRow } from '../read/cell.ts'
import type { Column, FieldId } from './fields.ts'
import { saysNothing } from './known-none.ts'
import { tidy } from './plain.ts'
import { maskIdentityNumbers, type Notice, type NoticeCode, type Problem, type ProblemCode } from './problem.ts'

/** A cell that says something, with its column. */
export interface Filled {
  readonly column: Column
  readonly cell: Cell
  /** Tidy text, never empty. Lists keep their line breaks in `raw`. */
  readonly text: string
  readonly raw: string
}

/** The cells of one row by field, and what was found wrong with them. */
export interface RowCells {
  readonly problems: Problem[]
  readonly notices: Notice[]
  /** The cells of a field that say something. */
  all(field: FieldId): readonly Filled[]
  first(field: FieldId): Filled | null
  fail(code: ProblemCode, at: Filled | Column | null, values?: Problem['values']): void
  note(code: NoticeCode, at: Filled): void
  columnOf(field: FieldId): Column | null
}

function isFilled(at: Filled | Column): at is Filled {
  return 'column' in at
}

/** Sorts the cells of a row by field. Formulas without a result and error values are problems, whatever the field. */
export function rowCells(row: SheetRow, columns: readonly Column[]): RowCells {
  const byField = new Map<FieldId, Filled[]>()
  const problems: Problem[] = []
  const notices: Notice[] = []
  const fail: RowCells['fail'] = (code, at, values = {}) => {
    const column = at === null ? null : isFilled(at) ? at.column.heading : at.heading
    problems.push({ column, value: at && isFilled(at) ? maskIdentityNumbers(at.text).slice(0, 120) : '', code, values })
  }
  for (const column of columns) {
    const cell = row.cells[column.index] ?? null
    if (typeof cell === 'object' && cell !== null && cell.kind !== 'date') {
      if (cell.kind === 'formula') fail('cell.formula', column)
      else fail('cell.error', { column, cell, text: cell.text, raw: cell.text })
      continue
    }
    const raw = cellText(cell)
    if (saysNothing(raw)) continue
    byField.set(column.field, [...(byField.get(column.field) ?? []), { column, cell, raw, text: tidy(raw) }])
  }
  return {
    problems,
    notices,
    all: (field) => byField.get(field) ?? [],
    first: (field) => byField.get(field)?.[0] ?? null,
    fail,
    note: (code, at) => void notices.push({ column: at.column.heading, code }),
    columnOf: (field) => columns.find((column) => column.field === field) ?? null,
  }
}
