import { FacetList, type FacetOption } from '#app/components/facet-list.tsx'
import { FilterPanel } from '#app/components/filter-panel.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { activeFilterCount, PARTNER_FACETS, type PartnerFacet } from './partner-search.ts'
import type { PartnerSearchPage } from './partner-search-page.server.ts'
import { useValueLabel } from './use-value-label.ts'

/** Open without being asked, because most searches start there. */
const OPEN: readonly PartnerFacet[] = ['kebutuhan']

/** The facets of the finder with their counts, inside its form. */
export function PartnerFilters({ page }: { page: PartnerSearchPage }) {
  const t = useMessages().partners
  const f = useFormat()
  const locale = useLocale()
  const label = useValueLabel(page.regionNames)
  return (
    <FilterPanel activeCount={activeFilterCount(page.search)} apply={t.apply(f.number(page.partners))}>
      <p className="mb-2 text-sm text-muted">{t.countsMean}</p>
      {PARTNER_FACETS.map((facet) => (
        <FacetList
          key={facet}
          name={facet}
          label={t.facet[facet]}
          options={optionsOf(page, facet, label, locale)}
          open={OPEN.includes(facet)}
        />
      ))}
    </FilterPanel>
  )
}

function optionsOf(
  page: PartnerSearchPage,
  facet: PartnerFacet,
  label: (facet: PartnerFacet, value: string) => string,
  locale: string,
): FacetOption[] {
  const selected = page.search.filters[facet]
  const counts = new Map(page.counts[facet].map(({ value, count }) => [value, count]))
  const values = [...new Set([...counts.keys(), ...selected])]
  const offered = facet === 'kabkota' ? values.filter((code) => isNear(page, code)) : values
  const options = offered.map((value) => ({
    value,
    label: label(facet, value),
    count: counts.get(value) ?? 0,
    selected: selected.includes(value),
  }))
  if (facet === 'wilayah' || facet === 'kabkota') return options.sort((a, b) => a.label.localeCompare(b.label, locale))
  if (facet === 'klaster') return options.sort((a, b) => (a.value < b.value ? -1 : 1))
  return options.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, locale))
}

/** Of more than five hundred kabupaten and kota, those of the provinces in question. */
function isNear({ search }: PartnerSearchPage, code: string): boolean {
  const province = code.slice(0, 2)
  return search.filters.wilayah.includes(province) || search.filters.kabkota.some((other) => other.startsWith(province))
}
