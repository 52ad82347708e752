import type { SearchEngine } from '#search/engine.ts'
import {
  PARTNER_FACETS,
  type PartnerFacet,
  type PartnerSearch,
  partnerSearchQuery,
  withFilter,
} from './partner-search.ts'
import { offerQuery } from './partner-search-engine.server.ts'

/** A smaller demand that does find something: without one facet's filter, or without the words. */
export interface Relaxation {
  readonly drop: PartnerFacet | 'q'
  readonly query: ReturnType<typeof partnerSearchQuery>
  readonly partners: number
}

/** What to let go of when nothing was found, most fruitful first; only what really finds something. */
export async function findRelaxations(engine: SearchEngine, search: PartnerSearch): Promise<Relaxation[]> {
  const facets = PARTNER_FACETS.filter((facet) => search.filters[facet].length > 0)
  const tries: { drop: Relaxation['drop']; search: PartnerSearch }[] = facets.map((facet) => ({
    drop: facet,
    search: withFilter(search, facet, []),
  }))
  if (search.q !== '' && facets.length > 0) tries.push({ drop: 'q', search: { ...search, q: '', page: 1 } })
  const found = await Promise.all(
    tries.map(async ({ drop, search: smaller }) => {
      const page = await engine.search('offers', offerQuery(smaller, { pageSize: 1, grouped: true }))
      return { drop, query: partnerSearchQuery(smaller), partners: page.total }
    }),
  )
  return found.filter((relaxation) => relaxation.partners > 0).sort((a, b) => b.partners - a.partners)
}
