import type { FactId } from '#app/domain/values/facts.ts'

/** What a column can mean to us. */
export type FieldId =
  | 'name'
  | 'business_name'
  | 'province'
  | 'regency'
  | 'village'
  | 'sector'
  | 'products'
  | 'cluster'
  | 'needs'
  | 'need_flag'
  | 'permit_flag'
  | 'start_year'
  | 'gender'
  | 'as_of'
  | FactId

/** Why a column is read over. */
export type IgnoredReason =
  /** Nobody knows the heading. */
  | 'unknown'
  /** Known and without a place in the data: row number, sub-district, remarks. */
  | 'not_kept'
  /** Contact or address, which is not stored. */
  | 'contact'
  /** Identity number: not stored, and removed from the rejects too. */
  | 'identity_number'
  /** Another column already gives this field. */
  | 'same_field'
  /** Our own column of problems in a file of rejects. */
  | 'problems'

/** Fields that must have a column of their own. */
export const REQUIRED_FIELDS = ['name', 'regency'] as const

/** Fields whose columns add up: several lists of needs, a column for each permit. */
export const REPEATABLE: ReadonlySet<FieldId> = new Set<FieldId>([
  'needs',
  'need_flag',
  'permit_flag',
  'permits',
  'products',
  'sector',
])

/** Hints a heading gives about its numbers: "Omzet per bulan (Rp juta)". */
export interface Unit {
  readonly period: 'month' | 'year' | null
  /** 1, 1,000 or 1,000,000. */
  readonly scale: number
}

export interface Column {
  /** Place in the row, from 0. */
  readonly index: number
  /** As it stands in the file. */
  readonly heading: string
  readonly field: FieldId
  /** Need or permit id of a flag column. */
  readonly term: string | null
  readonly unit: Unit
}

export interface IgnoredColumn {
  readonly index: number
  readonly heading: string
  readonly reason: IgnoredReason
}
