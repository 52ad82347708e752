import { CLUSTER_IDS } from '#app/domain/values/actor.ts'
import type { FacetKeys } from '#app/features/finder/facet-keys.server.ts'
import {
  type FacetSearch,
  isOneOf,
  isProvinceCode,
  isRegencyCode,
  searchMachine,
  UNKNOWN,
} from '#app/features/finder/facet-search.ts'
import { termIds } from '#app/i18n/terms.ts'

const orUnknown = (isValue: (value: string) => boolean) => (value: string) => value === UNKNOWN || isValue(value)

/** The facets of the list by their names in the URL; each can be "not on record". */
const FACETS = {
  wilayah: orUnknown(isProvinceCode),
  kabkota: isRegencyCode,
  kebutuhan: orUnknown(isOneOf(termIds('need'))),
  sektor: orUnknown(isOneOf(termIds('sector').filter((id) => id !== '*'))),
  klaster: orUnknown(isOneOf(CLUSTER_IDS)),
  izin: orUnknown(isOneOf(termIds('permit'))),
}

export type ActorFacet = keyof typeof FACETS
export type ActorSearch = FacetSearch<ActorFacet>

/** The searches of the list of actors and their addresses. */
export const actorSearches = searchMachine<ActorFacet>(FACETS, ['relevance', 'newest'])

/** The facet of the index behind each facet of the page. */
export const ACTOR_FACET_KEYS: FacetKeys<ActorFacet> = {
  wilayah: 'province',
  kabkota: 'regency',
  kebutuhan: 'need',
  sektor: 'sector',
  klaster: 'cluster',
  izin: 'permit',
}

export const ACTORS_PER_PAGE = 25
