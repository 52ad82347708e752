import { relaxations } from '#app/features/finder/relaxations.ts'
import type { SearchEngine } from '#search/engine.ts'
import { type PartnerFacet, type PartnerSearch, partnerSearches, partnerSearchQuery } from './partner-search.ts'
import { offerQuery } from './partner-search-engine.server.ts'

export interface Relaxation {
  readonly drop: PartnerFacet | 'q'
  readonly query: ReturnType<typeof partnerSearchQuery>
  readonly partners: number
}

/** What to let go of when no partner was found, with how many there would be. */
export async function findRelaxations(engine: SearchEngine, search: PartnerSearch): Promise<Relaxation[]> {
  const found = await relaxations(partnerSearches, search, async (smaller) => {
    const page = await engine.search('offers', offerQuery(smaller, { pageSize: 1, grouped: true }))
    return page.total
  })
  return found.map((one) => ({ drop: one.drop, query: partnerSearchQuery(one.search), partners: one.found }))
}
