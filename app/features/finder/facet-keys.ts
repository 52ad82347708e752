import type { FacetKey, Filters, SearchPage } from '#search/engine.ts'
import { type FacetSearch, PROVINCE_FACET, REGENCY_FACET, type SearchMachine } from './facet-search.ts'

/** The facet of the index behind each facet of a page. */
export type FacetKeys<F extends string> = Readonly<Record<F, FacetKey>>

/** The constraints of a search. A chosen kabupaten narrows its own province, so that one is not asked for beside it. */
export function filtersOf<F extends string>(search: FacetSearch<F>, keys: FacetKeys<F>): Filters {
  const all: Readonly<Record<string, readonly string[]>> = search.filters
  const refined = new Set((all[REGENCY_FACET] ?? []).map((code) => code.slice(0, 2)))
  const entries = Object.entries<FacetKey>(keys).map(([facet, key]) => {
    const values = all[facet]!
    return [key, facet === PROVINCE_FACET ? values.filter((code) => !refined.has(code)) : values]
  })
  return Object.fromEntries(entries) as Filters
}

/** The counts of an answer by the names of the page's facets. */
export function countsOf<F extends string>(
  page: SearchPage,
  machine: SearchMachine<F>,
  keys: FacetKeys<F>,
): Readonly<Record<F, readonly { readonly value: string; readonly count: number }[]>> {
  return machine.every((facet) => page.facets[keys[facet]] ?? [])
}
