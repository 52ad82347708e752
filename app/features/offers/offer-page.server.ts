import { can } from '#app/domain/access/permissions.ts'
import { CLUSTER_IDS, type ClusterId } from '#app/domain/values/actor.ts'
import { type ActorTotals, actorTotals } from '#app/features/actors/actor-totals.server.ts'
import { countCardsOf } from '#app/features/cards/card-page.server.ts'
import { type HiddenNote, hiddenNote } from '#app/features/matches/hidden-names.server.ts'
import { offerSnapshot } from '#app/features/matches/live-snapshot.server.ts'
import { type MatchWorld, matchWorld } from '#app/features/matches/match-world.server.ts'
import type { OfferSnapshot } from '#app/features/matches/offer-snapshot.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { countActorsByPlace } from '#db/queries/actors.ts'
import type { OfferDetail } from '#db/queries/offers.ts'
import { getPartner, type Partner } from '#db/queries/partners.ts'
import { type CandidateLine, candidateLines } from './candidate-lines.server.ts'
import { type PublishedOffer, publishedOffer } from './published-offer.ts'

export interface OfferFilter {
  readonly regency: string | null
  readonly cluster: ClusterId | null
}

/** Whom the offer fits among the actors the viewer reaches. */
export interface OfferFits {
  /** Kabupaten and kota with actors on record, by name. */
  readonly places: readonly { readonly value: string; readonly label: string }[]
  /** Null while a first reading of very many actors is still under way: ask again. */
  readonly counts: Omit<OfferSnapshot, 'best' | 'near' | 'waiting' | 'hidden' | 'engaged'> | null
  readonly hidden: HiddenNote
  /** Proposed for this offer or helped by it already: in none of the lists. */
  readonly engaged: number
  readonly totals: ActorTotals
  readonly best: readonly CandidateLine[]
  readonly near: readonly CandidateLine[]
  readonly waiting: readonly CandidateLine[]
}

export interface OfferPage {
  /** The viewer may propose those it fits. */
  readonly mayPropose: boolean
  readonly offer: PublishedOffer
  readonly partner: Pick<Partner, 'id' | 'name' | 'asOf' | 'confidence' | 'sources'>
  /** Labels of the regions the offer names, by code. */
  readonly regionNames: Readonly<Record<string, string>>
  readonly filter: OfferFilter
  /** Null for the public and for partners, who read no single actor here. */
  readonly fits: OfferFits | null
  /** Cards under the offer, for the partner whose offer it is; null for others. */
  readonly cards: number | null
  readonly today: string
}

/** A page waits this long for the first reading of very many actors, then says that it is under way. */
const PATIENCE_MS = 1500

/** Actors of each list. */
export const CANDIDATES = 50

/** Reads the filter of the page; what it does not know is no filter. */
export function readOfferFilter(query: URLSearchParams): OfferFilter {
  const regency = query.get('kabkota') ?? ''
  return {
    regency: /^\d{2}\.\d{2}$/.test(regency) ? regency : null,
    cluster: CLUSTER_IDS.find((id) => id === query.get('klaster')) ?? null,
  }
}

function afterPatience(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, ms, null).unref())
}

/**
 * An offer and, for who reads profiles, whom it fits and nearly fits within the viewer's scope, under codes; null when there
 * is no such offer.
 */
export async function loadOfferPage(
  context: Pick<RequestContext, 'client' | 'db' | 'locale' | 'today' | 'viewer'>,
  offerId: string,
  filter: OfferFilter,
  patience = PATIENCE_MS,
): Promise<OfferPage | null> {
  const { db, today, viewer } = context
  demand(viewer, 'offers:read')
  const world = await matchWorld(db, today)
  const offer = world.offerById.get(offerId)
  const partner = offer && (await getPartner(db, offer.partnerId))
  if (!offer || !partner) return null
  const { asOf, confidence, sources } = partner
  const seesActors = can(viewer, 'offers:candidates') && can(viewer, 'actors:read')
  const isOwn = viewer.scope.reach === 'partner' && viewer.scope.partnerId === offer.partnerId
  return {
    mayPropose: can(viewer, 'proposals:create') && viewer.role !== 'partner',
    offer: publishedOffer(offer),
    partner: { id: partner.id, name: partner.name, asOf, confidence, sources },
    regionNames: Object.fromEntries(offer.coverage.regions.map((code) => [code, world.regionName(code)])),
    filter,
    fits: seesActors ? await loadFits(context, world, offer, filter, patience) : null,
    cards: isOwn ? await countCardsOf(context, offerId) : null,
    today,
  }
}

const NOTHING_YET = { best: [], near: [], waiting: [], hidden: [], engaged: 0 }

async function loadFits(
  { client, db, locale, today, viewer }: Pick<RequestContext, 'client' | 'db' | 'locale' | 'today' | 'viewer'>,
  world: MatchWorld,
  offer: OfferDetail,
  filter: OfferFilter,
  patience: number,
): Promise<OfferFits> {
  const { scope } = viewer
  const asked = offerSnapshot(client, { offerId: offer.id, today, scope, ...filter, limit: CANDIDATES })
  const found = await Promise.race([asked, afterPatience(patience)])
  const { best, near, waiting, hidden, engaged, ...counts } = found ?? NOTHING_YET
  const places = new Set((await countActorsByPlace(db, scope)).map((place) => place.regency))
  if (filter.regency !== null) places.add(filter.regency)
  const lines = (ranked: typeof best) => candidateLines(db, scope, locale, world, offer, ranked)
  return {
    places: [...places]
      .map((value) => ({ value, label: world.regionName(value) }))
      .sort((a, b) => a.label.localeCompare(b.label, locale)),
    counts: 'eligible' in counts ? counts : null,
    hidden: await hiddenNote(db, hidden),
    engaged,
    totals: await actorTotals(db, scope),
    best: await lines(best),
    near: await lines(near),
    waiting: await lines(waiting),
  }
}
