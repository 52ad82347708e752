import type { FacetOption } from '#app/components/facet-list.tsx'
import type { Locale } from '#app/i18n/locale.ts'
import { type FacetSearch, PROVINCE_FACET, REGENCY_FACET } from './facet-search.ts'

export type FacetCounts = readonly { readonly value: string; readonly count: number }[]

/** The choices of a facet, places by name, clusters in their order, all others by how much they find. */
export function facetOptions<F extends string>(
  search: FacetSearch<F>,
  facet: F,
  found: FacetCounts,
  label: (facet: F, value: string) => string,
  locale: Locale,
): FacetOption[] {
  const selected = search.filters[facet]
  const counts = new Map(found.map(({ value, count }) => [value, count]))
  const values = [...new Set([...counts.keys(), ...selected])]
  const offered = facet === REGENCY_FACET ? values.filter((code) => isNear(search, code)) : values
  const options = offered.map((value) => ({
    value,
    label: label(facet, value),
    count: counts.get(value) ?? 0,
    selected: selected.includes(value),
  }))
  if (facet === PROVINCE_FACET || facet === REGENCY_FACET)
    return options.sort((a, b) => a.label.localeCompare(b.label, locale))
  if (facet === 'klaster') return options.sort((a, b) => (a.value < b.value ? -1 : 1))
  return options.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, locale))
}

/** Of more than five hundred kabupaten and kota, those of the provinces in question. */
function isNear(search: FacetSearch<string>, code: string): boolean {
  const province = code.slice(0, 2)
  return (
    search.filters[PROVINCE_FACET]!.includes(province) ||
    search.filters[REGENCY_FACET]!.some((other) => other.startsWith(province))
  )
}
