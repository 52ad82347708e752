import type { QueryValues } from '#app/lib/paths.ts'

export type ListSort = 'relevance' | 'name' | 'newest'

/** A saved search of a list: what its URL says, and nothing it does not understand. */
export interface FacetSearch<F extends string> {
  readonly q: string
  readonly filters: Readonly<Record<F, readonly string[]>>
  readonly sort: ListSort
  /** From 1. */
  readonly page: number
}

/** Facets by their names in the URL, each with the values it takes; the facets of place are the same for every list. */
export type FacetRules<F extends string> = Readonly<Record<F, (value: string) => boolean>>

export interface SearchMachine<F extends string> {
  readonly facets: readonly F[]
  readonly sorts: readonly ListSort[]
  /** Reads a query string; unknown names and values are passed over, numbers out of range are brought into it. */
  parse(query: URLSearchParams): FacetSearch<F>
  /** The query string of a search; the first page and the usual order are left out. */
  query(search: FacetSearch<F>): QueryValues
  /** One value for each facet. */
  every<T>(make: (facet: F) => T): Readonly<Record<F, T>>
  /** The same search from its first page with other values of one facet. */
  withFilter(search: FacetSearch<F>, facet: F, values: readonly string[]): FacetSearch<F>
  withoutValue(search: FacetSearch<F>, facet: F, value: string): FacetSearch<F>
  /** The same words and order, no filter. */
  withoutFilters(search: FacetSearch<F>): FacetSearch<F>
  activeCount(search: FacetSearch<F>): number
}

export const PROVINCE_FACET = 'wilayah'
export const REGENCY_FACET = 'kabkota'
/** The value for "not on record" in facets that have it. */
export const UNKNOWN = 'unknown'

const SORT_WORDS: Readonly<Record<ListSort, string>> = { relevance: 'sesuai', name: 'nama', newest: 'terbaru' }
const MAX_TEXT = 200
const MAX_VALUES = 60

export function isOneOf(values: readonly string[]): (value: string) => boolean {
  const known = new Set(values)
  return (value) => known.has(value)
}

export const isProvinceCode = (value: string): boolean => /^\d{2}$/.test(value)
export const isRegencyCode = (value: string): boolean => /^\d{2}\.\d{2}$/.test(value)

/** The word of a sort in the URL. */
export function sortWord(sort: ListSort): string {
  return SORT_WORDS[sort]
}

function cleanText(text: string): string {
  return text.replace(/\p{C}/gu, ' ').replace(/\s+/gu, ' ').trim().slice(0, MAX_TEXT)
}

/** The reading and writing of one list's searches. */
export function searchMachine<F extends string>(rules: FacetRules<F>, sorts: readonly ListSort[]): SearchMachine<F> {
  const facets = Object.keys(rules) as F[]
  const every = <T>(make: (facet: F) => T) =>
    Object.fromEntries(facets.map((facet) => [facet, make(facet)])) as Readonly<Record<F, T>>

  /** `wilayah` may name a kabupaten or kota too, as links from other pages do. */
  const valuesOf = (query: URLSearchParams, facet: F): string[] => {
    const given = query.getAll(facet)
    if (facet === REGENCY_FACET) given.push(...query.getAll(PROVINCE_FACET).filter(isRegencyCode))
    return [...new Set(given.filter(rules[facet]))].slice(0, MAX_VALUES)
  }

  const withFilter = (search: FacetSearch<F>, facet: F, values: readonly string[]): FacetSearch<F> => ({
    ...search,
    page: 1,
    filters: { ...search.filters, [facet]: values },
  })

  return {
    facets,
    sorts,
    every,
    withFilter,
    parse(query) {
      const page = Number.parseInt(query.get('hal') ?? '1', 10)
      return {
        q: cleanText(query.get('q') ?? ''),
        filters: every((facet) => valuesOf(query, facet)),
        sort: sorts.find((sort) => SORT_WORDS[sort] === query.get('urut')) ?? 'relevance',
        page: Number.isSafeInteger(page) && page > 0 ? page : 1,
      }
    },
    query: (search) => ({
      q: search.q,
      ...search.filters,
      urut: search.sort === 'relevance' ? null : SORT_WORDS[search.sort],
      hal: search.page > 1 ? search.page : null,
    }),
    withoutValue: (search, facet, value) =>
      withFilter(
        search,
        facet,
        search.filters[facet].filter((other) => other !== value),
      ),
    withoutFilters: (search) => ({ ...search, page: 1, filters: every(() => []) }),
    activeCount: (search) => facets.reduce((sum, facet) => sum + search.filters[facet].length, 0),
  }
}
