import type { OfferStatus, TieId } from '#app/domain/values/offer.ts'
import type { Db } from '#db/client.ts'
import type { OfferDetail } from '#db/queries/offers.ts'
import { findPartners, type PartnerWithOffers } from '#db/queries/partners.ts'
import type { SearchHit } from '#search/engine.ts'
import { type MarkedPieces, markedItem, marksAtStart, snippet } from './marked-pieces.ts'
import type { PartnerGroups } from './partner-search-engine.server.ts'

export interface OfferLine {
  readonly id: string
  readonly name: MarkedPieces
  readonly tie: TieId
  readonly status: OfferStatus
  readonly needs: readonly string[]
  readonly coverage: OfferDetail['coverage']
}

/** A partner in a list of results. */
export interface PartnerCardData {
  readonly id: string
  readonly name: MarkedPieces
  /** Another name of the partner, when that is what matched. */
  readonly alias: MarkedPieces | null
  readonly type: string
  /** The offers that answer the search, best first. */
  readonly offers: readonly OfferLine[]
  /** Words around the match, where neither the partner's nor an offer's name shows it. */
  readonly snippet: MarkedPieces | null
}

/** Reads the partners of a page from the database and joins them with what matched. What is gone there is left out. */
export async function partnerCards(db: Db, groups: PartnerGroups['groups']): Promise<PartnerCardData[]> {
  const partners = await findPartners(
    db,
    groups.map((group) => group.partnerId),
  )
  const byId = new Map(partners.map((partner) => [partner.id, partner]))
  return groups.flatMap(({ partnerId, hits }) => {
    const partner = byId.get(partnerId)
    return partner ? [cardOf(partner, hits)] : []
  })
}

function cardOf(partner: PartnerWithOffers, hits: readonly SearchHit[]): PartnerCardData {
  const offers = new Map(partner.offers.map((offer) => [offer.id, offer]))
  const named = hits.find((hit) => hit.highlights.partner)?.highlights.partner
  const name = marksAtStart(partner.name, named)
  const lines = hits.flatMap((hit) => {
    const offer = offers.get(hit.id)
    return offer ? [lineOf(offer, hit)] : []
  })
  const shown = [name, ...lines.map((line) => line.name)].some((pieces) => pieces.some((piece) => piece.hit))
  const alias = name.some((piece) => piece.hit) ? null : markedItem(named)
  const described = hits.find((hit) => hit.highlights.description)?.highlights.description
  return {
    id: partner.id,
    name,
    alias,
    type: partner.type,
    offers: lines,
    snippet: shown || alias ? null : snippet(described),
  }
}

function lineOf(offer: OfferDetail, hit: SearchHit): OfferLine {
  const { id, tie, status, needs, coverage } = offer
  return { id, name: marksAtStart(offer.name, hit.highlights.offer), tie, status, needs, coverage }
}
