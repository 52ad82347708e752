import { FacetList } from '#app/components/facet-list.tsx'
import { FilterPanel } from '#app/components/filter-panel.tsx'
import { facetOptions } from '#app/features/finder/facet-options.ts'
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
          options={facetOptions(page.search, facet, page.counts[facet], label, locale)}
          open={OPEN.includes(facet)}
        />
      ))}
    </FilterPanel>
  )
}
