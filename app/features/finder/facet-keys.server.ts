import type { FacetKey, Filters, SearchPage } from '#search/engine.ts'
import { regenciesIn } from '#search/text/places.ts'
import { type FacetSearch, PROVINCE_FACET, REGENCY_FACET, type SearchMachine } from './facet-search.ts'

/** The facet of the index behind each facet of a page. */
export type FacetKeys<F extends string> = Readonly<Record<F, FacetKey>>

/**
 * The constraints of a search. A chosen kabupaten narrows its own province; every other chosen province stays whole beside
 * it, asked for by its kabupaten and kota, because constraints on two facets hold together.
 */
export function filtersOf<F extends string>(search: FacetSearch<F>, keys: FacetKeys<F>): Filters {
  const all: Readonly<Record<string, readonly string[]>> = search.filters
  const regencies = all[REGENCY_FACET] ?? []
  const refined = new Set(regencies.map((code) => code.slice(0, 2)))
  const whole = (all[PROVINCE_FACET] ?? []).filter((code) => !refined.has(code))
  const narrowed: Readonly<Record<string, readonly string[]>> =
    regencies.length === 0
      ? {}
      : { [PROVINCE_FACET]: [], [REGENCY_FACET]: [...regencies, ...whole.flatMap(regenciesIn)] }
  const entries = Object.entries<FacetKey>(keys).map(([facet, key]) => [key, narrowed[facet] ?? all[facet]!])
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
