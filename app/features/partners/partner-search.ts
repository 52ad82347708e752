import { CLUSTER_IDS } from '#app/domain/values/actor.ts'
import { termIds } from '#app/i18n/terms.ts'
import type { QueryValues } from '#app/lib/paths.ts'

export type PartnerSort = 'relevance' | 'name' | 'newest'
export const PARTNER_SORTS: readonly PartnerSort[] = ['relevance', 'name', 'newest']

/** The facets of the finder by their names in the URL. */
export const PARTNER_FACETS = [
  'kebutuhan',
  'sektor',
  'wilayah',
  'kabkota',
  'klaster',
  'ikatan',
  'jenis',
  'status',
] as const
export type PartnerFacet = (typeof PARTNER_FACETS)[number]

/** A saved search: what the URL of the finder says, and nothing it does not understand. */
export interface PartnerSearch {
  readonly q: string
  readonly filters: Readonly<Record<PartnerFacet, readonly string[]>>
  readonly sort: PartnerSort
  readonly page: number
}

const SORT_WORDS: Readonly<Record<PartnerSort, string>> = { relevance: 'sesuai', name: 'nama', newest: 'terbaru' }
const MAX_TEXT = 200
const MAX_VALUES = 60

const allowed: Readonly<Record<PartnerFacet, (value: string) => boolean>> = {
  kebutuhan: isOneOf(termIds('need')),
  sektor: isOneOf(termIds('sector').filter((id) => id !== '*')),
  wilayah: (value) => /^\d{2}$/.test(value),
  kabkota: (value) => /^\d{2}\.\d{2}$/.test(value),
  klaster: isOneOf(CLUSTER_IDS),
  ikatan: isOneOf(termIds('tie')),
  jenis: isOneOf(termIds('partner_type')),
  status: isOneOf(termIds('programme_status')),
}

function isOneOf(values: readonly string[]): (value: string) => boolean {
  const known = new Set(values)
  return (value) => known.has(value)
}

/** Reads the query string; unknown names and values are passed over, numbers out of range are brought into it. */
export function parsePartnerSearch(query: URLSearchParams): PartnerSearch {
  const filters = everyFacet((facet) => valuesOf(query, facet))
  const page = Number.parseInt(query.get('hal') ?? '1', 10)
  return {
    q: cleanText(query.get('q') ?? ''),
    filters,
    sort: PARTNER_SORTS.find((sort) => SORT_WORDS[sort] === query.get('urut')) ?? 'relevance',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  }
}

/** One value for each facet. */
export function everyFacet<T>(make: (facet: PartnerFacet) => T): Readonly<Record<PartnerFacet, T>> {
  return Object.fromEntries(PARTNER_FACETS.map((facet) => [facet, make(facet)])) as Record<PartnerFacet, T>
}

/** `wilayah` may name a kabupaten or kota too, as links from other pages do. */
function valuesOf(query: URLSearchParams, facet: PartnerFacet): string[] {
  const given = query.getAll(facet)
  if (facet === 'kabkota') given.push(...query.getAll('wilayah').filter(allowed.kabkota))
  return [...new Set(given.filter(allowed[facet]))].slice(0, MAX_VALUES)
}

function cleanText(text: string): string {
  return text.replace(/\p{C}/gu, ' ').replace(/\s+/gu, ' ').trim().slice(0, MAX_TEXT)
}

/** The query string of a search; the first page and the usual order are left out. */
export function partnerSearchQuery(search: PartnerSearch): QueryValues {
  return {
    q: search.q,
    ...search.filters,
    urut: search.sort === 'relevance' ? null : SORT_WORDS[search.sort],
    hal: search.page > 1 ? search.page : null,
  }
}

/** The word of a sort in the URL. */
export function sortWord(sort: PartnerSort): string {
  return SORT_WORDS[sort]
}

/** The same search from its first page with other values of one facet. */
export function withFilter(search: PartnerSearch, facet: PartnerFacet, values: readonly string[]): PartnerSearch {
  return { ...search, page: 1, filters: { ...search.filters, [facet]: values } }
}

/** The same search without one value. */
export function withoutValue(search: PartnerSearch, facet: PartnerFacet, value: string): PartnerSearch {
  return withFilter(
    search,
    facet,
    search.filters[facet].filter((other) => other !== value),
  )
}

/** The same words and order, no filter. */
export function withoutFilters(search: PartnerSearch): PartnerSearch {
  return { ...search, page: 1, filters: everyFacet(() => []) }
}

export function activeFilterCount(search: PartnerSearch): number {
  return PARTNER_FACETS.reduce((sum, facet) => sum + search.filters[facet].length, 0)
}
