import type { Day } from '#app/domain/values/day.ts'
import type { FileKind } from '../read/file-kind.ts'
import type { FieldId, IgnoredReason } from '../understand/fields.ts'
import type { NoticeCode } from '../understand/problem.ts'

export interface RowCounts {
  readonly total: number
  readonly created: number
  readonly changed: number
  readonly same: number
  readonly rejected: number
}

/** What was understood of a file; kept with its batch, without a word of its rows. */
export interface LoadSummary {
  readonly kind: FileKind
  readonly encoding: string | null
  readonly delimiter: string | null
  /** Name of the tab; null for a text file. */
  readonly sheet: string | null
  readonly headerRow: number
  /** Headings in the order of the file, for the file of rejects. Identity-number columns are left out. */
  readonly headings: readonly { readonly index: number; readonly heading: string }[]
  readonly columns: readonly { readonly heading: string; readonly field: FieldId; readonly term: string | null }[]
  readonly ignored: readonly { readonly heading: string; readonly reason: IgnoredReason }[]
  readonly asOf: Day
  readonly rows: RowCounts
  /** Rows that are no data: totals, repeated headings, examples, remarks. */
  readonly skipped: { readonly example: number; readonly other: number }
  /** Cells left unknown, by column and reason. */
  readonly notices: readonly { readonly column: string; readonly code: NoticeCode; readonly cells: number }[]
  /** The regions of the rows that were taken, most rows first. */
  readonly regions: readonly { readonly code: string; readonly rows: number }[]
}

/** A row of the preview as it was understood. */
export interface SampleRow {
  readonly row: number
  readonly state: 'created' | 'changed' | 'same' | 'rejected'
  readonly name: string
  readonly businessName: string | null
  readonly regency: string | null
  readonly village: string | null
  readonly sectors: readonly string[] | null
  readonly sectorsFromProducts: boolean
  readonly products: string | null
  readonly cluster: string | null
  readonly needs: readonly string[] | null
  readonly facts: Readonly<Record<string, unknown>>
}

/** The summary of a batch row; null while the file is still being read. */
export function parseSummary(mapping: string): LoadSummary | null {
  const parsed = JSON.parse(mapping) as Partial<LoadSummary>
  return parsed.rows ? (parsed as LoadSummary) : null
}
