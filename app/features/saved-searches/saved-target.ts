import { type ActorSearch, actorSearches } from '#app/features/actors/actor-search.ts'
import type { FacetSearch, SearchMachine } from '#app/features/finder/facet-search.ts'
import { type PartnerSearch, partnerSearches } from '#app/features/partners/partner-search.ts'
import { paths, type QueryValues } from '#app/lib/paths.ts'

/** A search that can be saved: of which list, and what it asks. */
export type SavedTarget =
  | { readonly list: 'mitra'; readonly search: PartnerSearch }
  | { readonly list: 'pelaku'; readonly search: ActorSearch }

export type SavedList = SavedTarget['list']
export const SAVED_LISTS: readonly SavedList[] = ['mitra', 'pelaku']

const BASE = 'http://same.invalid'

/** The query of a search from its first page, the values of each facet in one order: equal searches have equal texts. */
export function canonicalQuery<F extends string>(machine: SearchMachine<F>, search: FacetSearch<F>): QueryValues {
  return machine.query({ ...search, page: 1, filters: machine.every((facet) => [...search.filters[facet]].sort()) })
}

/** Path and query under which a search is saved, the same for equal searches. */
export function addressOf(target: SavedTarget): string {
  return target.list === 'mitra'
    ? paths.partners(canonicalQuery(partnerSearches, target.search))
    : paths.actors(canonicalQuery(actorSearches, target.search))
}

/** The search behind an address of this site; null when it is no list whose searches can be saved. */
export function targetOf(address: unknown): SavedTarget | null {
  if (typeof address !== 'string' || !URL.canParse(address, BASE)) return null
  const url = new URL(address, BASE)
  if (url.origin !== BASE) return null
  if (url.pathname === paths.partners()) return { list: 'mitra', search: partnerSearches.parse(url.searchParams) }
  if (url.pathname === paths.actors()) return { list: 'pelaku', search: actorSearches.parse(url.searchParams) }
  return null
}
