import { CLUSTER_IDS } from '#app/domain/values/actor.ts'
import {
  type FacetSearch,
  isOneOf,
  isProvinceCode,
  isRegencyCode,
  type ListSort,
  searchMachine,
} from '#app/features/finder/facet-search.ts'
import { termIds } from '#app/i18n/terms.ts'

/** The facets of the finder by their names in the URL. */
const FACETS = {
  kebutuhan: isOneOf(termIds('need')),
  sektor: isOneOf(termIds('sector').filter((id) => id !== '*')),
  wilayah: isProvinceCode,
  kabkota: isRegencyCode,
  klaster: isOneOf(CLUSTER_IDS),
  ikatan: isOneOf(termIds('tie')),
  jenis: isOneOf(termIds('partner_type')),
  status: isOneOf(termIds('programme_status')),
}

export type PartnerFacet = keyof typeof FACETS
export type PartnerSearch = FacetSearch<PartnerFacet>
export const PARTNER_SORTS: readonly ListSort[] = ['relevance', 'name', 'newest']

/** The searches of the finder and their addresses. */
export const partnerSearches = searchMachine<PartnerFacet>(FACETS, PARTNER_SORTS)

export const {
  facets: PARTNER_FACETS,
  parse: parsePartnerSearch,
  query: partnerSearchQuery,
  every: everyFacet,
  withFilter,
  withoutValue,
  withoutFilters,
  activeCount: activeFilterCount,
} = partnerSearches
