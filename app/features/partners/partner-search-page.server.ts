import type { OfferStatus } from '#app/domain/values/offer.ts'
import { recordDemand } from '#app/features/finder/record-demand.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import type { Db } from '#db/client.ts'
import { findRegions, regionLabel } from '#db/queries/regions.ts'
import type { SearchEngine, SearchPage } from '#search/engine.ts'
import { type PartnerCardData, partnerCards } from './partner-cards.server.ts'
import { findRelaxations, type Relaxation } from './partner-relaxations.server.ts'
import type { PartnerFacet, PartnerSearch } from './partner-search.ts'
import {
  ALL_FACET_KEYS,
  countsByFacet,
  findPartnerGroups,
  offerFilters,
  offerQuery,
} from './partner-search-engine.server.ts'

/** Partners of a kind shown apart, the first few of them. */
export interface PartnersApart {
  readonly partners: number
  readonly offers: number
  readonly cards: readonly PartnerCardData[]
}

export interface PartnerSearchPage {
  readonly search: PartnerSearch
  readonly partners: number
  readonly offers: number
  readonly page: number
  readonly matched: SearchPage['matched']
  /** The usual engine did not answer; the standby did. */
  readonly standIn: boolean
  readonly cards: readonly PartnerCardData[]
  /** Offers by value of each facet. */
  readonly counts: Readonly<Record<PartnerFacet, readonly { value: string; count: number }[]>>
  readonly unverified: PartnersApart
  readonly historical: PartnersApart
  /** With a place chosen: offers for limited areas of which no list is known, to be asked of the partner. */
  readonly unknownArea: readonly PartnerCardData[]
  readonly relaxations: readonly Relaxation[]
  /** Labels of every region by code. */
  readonly regionNames: Readonly<Record<string, string>>
}

const APART_SHOWN = 5
const NOTHING_APART: PartnersApart = { partners: 0, offers: 0, cards: [] }

/** Everything the finder shows for a search. Without a chosen status, current offers come first and the others apart. */
export async function loadPartnerSearchPage(
  { db, search: engine, viewer, today }: Pick<RequestContext, 'db' | 'search' | 'viewer' | 'today'>,
  search: PartnerSearch,
): Promise<PartnerSearchPage> {
  demand(viewer, 'partners:read')
  const chosen = search.filters.status.length > 0
  const filters = chosen ? offerFilters(search) : { ...offerFilters(search), status: ['current'] }
  const main = await findPartnerGroups(engine, offerQuery(search, { filters, facets: ALL_FACET_KEYS }))
  const [unverified, historical, unknownArea] = chosen
    ? [NOTHING_APART, NOTHING_APART, []]
    : await Promise.all([
        partnersApart(db, engine, search, 'unverified'),
        partnersApart(db, engine, search, 'historical'),
        partnersOfUnknownArea(db, engine, search),
      ])
  const nothing = main.page.total + unverified.partners + historical.partners === 0
  if (nothing) await recordDemand(db, { index: 'offers', text: search.q, filters: offerFilters(search) }, today)
  const regions = await findRegions(db)
  return {
    search,
    partners: main.page.total,
    offers: main.page.documents,
    page: main.page.page,
    matched: main.page.matched,
    standIn: main.page.standIn,
    cards: await partnerCards(db, main.groups),
    counts: countsByFacet(main.page),
    unverified,
    historical,
    unknownArea,
    relaxations: nothing ? await findRelaxations(engine, search) : [],
    regionNames: Object.fromEntries(regions.map((region) => [region.code, regionLabel(region)])),
  }
}

async function partnersApart(
  db: Db,
  engine: SearchEngine,
  search: PartnerSearch,
  status: OfferStatus,
): Promise<PartnersApart> {
  const filters = { ...offerFilters(search), status: [status] }
  const { page, groups } = await findPartnerGroups(
    engine,
    offerQuery(search, { filters, page: 1, pageSize: APART_SHOWN }),
  )
  return { partners: page.total, offers: page.documents, cards: await partnerCards(db, groups) }
}

async function partnersOfUnknownArea(db: Db, engine: SearchEngine, search: PartnerSearch): Promise<PartnerCardData[]> {
  const places = [...search.filters.kabkota, ...search.filters.wilayah]
  if (places.length === 0) return []
  const filters = {
    ...offerFilters({ ...search, filters: { ...search.filters, wilayah: [], kabkota: [] } }),
    coverage: ['unknown'],
    status: ['current', 'unverified'],
  }
  const { groups } = await findPartnerGroups(engine, offerQuery(search, { filters, page: 1, pageSize: 50 }))
  const cards = await partnerCards(db, groups)
  const known = (code: string) =>
    places.some((place) => code === place || code.slice(0, 2) === place || code === place.slice(0, 2))
  return cards
    .map((card) => ({ ...card, offers: card.offers.filter((offer) => !offer.coverage.regions.some(known)) }))
    .filter((card) => card.offers.length > 0)
}
