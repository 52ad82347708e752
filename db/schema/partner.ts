import type { Insertable, Selectable } from 'kysely'
import type { CoverageLevel, OfferStatus, SourceConfidence, TieId } from '#app/domain/values/offer.ts'

export interface PartnerTable {
  id: string
  name: string
  /** Partner type of the vocabulary: bumn, private, association ... */
  type: string
  description_id: string
  description_en: string
  website: string | null
  website_status: string | null
  confidence: SourceConfidence
  /** Month or day the sources speak of, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  as_of: string | null
  /** JSON: other names, string[]. */
  aliases: string
  /** JSON: source addresses, string[]. */
  sources: string
}

export interface OfferTable {
  id: string
  partner_id: string
  name: string
  tie: TieId
  status: OfferStatus
  coverage_level: CoverageLevel
  coverage_known: 0 | 1
  capacity_note: string | null
  capacity_slots: number | null
  capacity_taken: number
  capacity_unit: 'actor' | 'group' | 'village' | null
  capacity_period: string | null
  capacity_as_of: string | null
  window_opens: string | null
  window_closes: string | null
  confidence: SourceConfidence
}

/** One row for each member of an offer's list (needs, sectors, clusters, regions), in the order of `position`. */
export type OfferListTable<Key extends string> = { offer_id: string; position: number } & { [K in Key]: string }

export interface OfferConditionTable {
  offer_id: string
  position: number
  fact: string
  op: string
  /** JSON: the threshold. */
  value: string
  text_id: string
  text_en: string
  confidence: SourceConfidence
}

export type PartnerRow = Selectable<PartnerTable>
export type NewPartner = Insertable<PartnerTable>
export type OfferRow = Selectable<OfferTable>
export type NewOffer = Insertable<OfferTable>
