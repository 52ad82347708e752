import { wellFormed } from './well-formed.ts'

/** A constraint in Meilisearch's filter language. Only this file writes that language; values are quoted in `quote` alone. */
export type Filter = string & { readonly filter: unique symbol }

/** No constraint at all. */
export const EVERY = '' as Filter
/** The server cuts values at this many bytes; a longer one in a filter is too long for its store, and an error. */
const LONGEST_VALUE = 468
/** A constraint no document meets. The server knows filterable fields only, so it names one that every index has. */
export const NONE = 'words_1 IN []' as Filter

/** Fields are named by this folder, never by a typist. */
const FIELD = /^[a-z][a-z0-9_]*$/

/**
 * A value between double quotes. The server undoes escapes twice, quotes first and backslashes after; both are escaped here.
 */
export function quote(value: string): string {
  return `"${wellFormed(value).replace(/[\\"]/g, '\\$&')}"`
}

/** Any of the values, exactly. */
export function isOneOf(field: string, values: readonly string[]): Filter {
  const exact = values.filter(isExact)
  return exact.length === 0 ? NONE : (`${checked(field)} IN [${exact.map(quote).join(', ')}]` as Filter)
}

export function startsWith(field: string, prefix: string): Filter {
  return isExact(prefix) ? (`${checked(field)} STARTS WITH ${quote(prefix)}` as Filter) : NONE
}

export function allOf(filters: readonly Filter[]): Filter {
  if (filters.includes(NONE)) return NONE
  return joined(
    filters.filter((filter) => filter !== EVERY),
    ' AND ',
    EVERY,
  )
}

export function anyOf(filters: readonly Filter[]): Filter {
  if (filters.includes(EVERY)) return EVERY
  return joined(
    filters.filter((filter) => filter !== NONE),
    ' OR ',
    NONE,
  )
}

export function not(filter: Filter): Filter {
  if (filter === EVERY) return NONE
  return filter === NONE ? EVERY : (`NOT (${filter})` as Filter)
}

/** For calls that want a filter in any case. */
export function spelledOut(filter: Filter): string {
  return filter === EVERY ? `NOT (${NONE})` : filter
}

/**
 * Whether the server would compare the value as it is. It folds case and accents, trims and cuts; a value that this changes
 * would find what the embedded engine does not.
 */
export function isExact(value: string): boolean {
  if (value.length > LONGEST_VALUE || Buffer.byteLength(value) > LONGEST_VALUE) return false
  return value !== '' && !/\p{Cc}/u.test(value) && value.normalize('NFKD').toLowerCase().trim() === value
}

function joined(filters: readonly Filter[], between: string, empty: Filter): Filter {
  const different = [...new Set(filters)]
  if (different.length < 2) return different[0] ?? empty
  return different.map((filter) => `(${filter})`).join(between) as Filter
}

function checked(field: string): string {
  if (!FIELD.test(field)) throw new TypeError('not a field of an index')
  return field
}
