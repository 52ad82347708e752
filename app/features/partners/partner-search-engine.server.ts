import { countsOf, type FacetKeys, filtersOf } from '#app/features/finder/facet-keys.server.ts'
import type {
  FacetKey,
  Filters,
  SearchEngine,
  SearchHit,
  SearchPage,
  SearchQuery,
  VisibilityScope,
} from '#search/engine.ts'
import { PARTNER_FACETS, type PartnerFacet, type PartnerSearch, partnerSearches } from './partner-search.ts'

/** The facet of the index behind each facet of the page. */
const FACET_KEYS: FacetKeys<PartnerFacet> = {
  kebutuhan: 'need',
  sektor: 'sector',
  wilayah: 'province',
  kabkota: 'regency',
  klaster: 'cluster',
  ikatan: 'tie',
  jenis: 'partner_type',
  status: 'status',
}

/** Partners' offers are public. */
const EVERYBODY: VisibilityScope = { kind: 'public' }

export const PARTNERS_PER_PAGE = 20
const OFFERS_OF_A_PAGE = 200

/** What the finder asks of the offers index for a search; `more` adds constraints or replaces the usual ones. */
export function offerQuery(search: PartnerSearch, more: Partial<SearchQuery> = {}): SearchQuery {
  return {
    text: search.q,
    filters: offerFilters(search),
    facets: [],
    sort: search.sort,
    page: search.page,
    pageSize: PARTNERS_PER_PAGE,
    scope: EVERYBODY,
    ...more,
  }
}

export function offerFilters(search: PartnerSearch): Filters {
  return filtersOf(search, FACET_KEYS)
}

/** The counts of a page by the names of its facets. */
export function countsByFacet(page: SearchPage) {
  return countsOf(page, partnerSearches, FACET_KEYS)
}

export const ALL_FACET_KEYS: readonly FacetKey[] = PARTNER_FACETS.map((facet) => FACET_KEYS[facet])

/** A page of partners, each with its offers that answer the search, best first. */
export interface PartnerGroups {
  readonly page: SearchPage
  readonly groups: readonly { readonly partnerId: string; readonly hits: readonly SearchHit[] }[]
}

/** Finds partners by their offers: one query for the page of partners, one for the offers of those partners. */
export async function findPartnerGroups(engine: SearchEngine, query: SearchQuery): Promise<PartnerGroups> {
  const page = await engine.search('offers', { ...query, grouped: true })
  const hitsOf = new Map<string, SearchHit[]>(page.hits.map((hit) => [hit.group ?? '', []]))
  if (hitsOf.size === 0) return { page, groups: [] }
  const offers = await engine.search('offers', {
    ...query,
    filters: { ...query.filters, partner: [...hitsOf.keys()] },
    facets: [],
    page: 1,
    pageSize: OFFERS_OF_A_PAGE,
  })
  for (const hit of offers.hits) hitsOf.get(hit.group ?? '')?.push(hit)
  return { page, groups: [...hitsOf].map(([partnerId, hits]) => ({ partnerId, hits })) }
}
