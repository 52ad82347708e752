import type { Insertable, Selectable } from 'kysely'

/** One loading of a spreadsheet. */
export interface ImportBatchTable {
  id: string
  /** File name as given, without folders. */
  file_name: string
  /** SHA-256 of the bytes. */
  sha256: string
  status: 'preview' | 'running' | 'done' | 'failed' | 'cancelled'
  rows_total: number
  rows_new: number
  rows_changed: number
  rows_same: number
  rows_rejected: number
  /** The officer's kabupaten or kota, outside which no row is taken; null for a load of the ministry or at the terminal. */
  regency_code: string | null
  /** JSON: which heading was read as which column, and what was ignored. */
  mapping: string
  /** Code and values of the failure, JSON; null when none. */
  failure: string | null
  created_at: string
  finished_at: string | null
}

/** A row that was not taken, with its cells as typed so that it can be downloaded, mended and loaded again. */
export interface ImportRejectTable {
  batch_id: string
  row_number: number
  /** JSON string[] as in the file. */
  cells: string
  /** JSON: [{column, value, code, values}]. */
  problems: string
}

export type ImportBatchRow = Selectable<ImportBatchTable>
export type NewImportBatch = Insertable<ImportBatchTable>
export type ImportRejectRow = Selectable<ImportRejectTable>
