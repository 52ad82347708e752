import type { NewOffer, NewPartner } from '../schema/partner.ts'
import data from './data/partners.json' with { type: 'json' }

/** One condition as a row, without the offer and the position it stands at. */
export interface ConditionRecord {
  fact: string
  op: string
  /** JSON. */
  value: string
  text_id: string
  text_en: string
  confidence: string
}

/** An offer with its lists. Places taken are left out: they are use, not reference. */
export interface OfferRecord {
  row: Omit<NewOffer, 'capacity_taken'>
  needs: string[]
  sectors: string[]
  clusters: string[]
  regions: string[]
  conditions: ConditionRecord[]
}

/** The partners of partners.json as rows. */
export function partnerRows(): NewPartner[] {
  return data.map((partner) => ({
    id: partner.id,
    name: partner.name,
    type: partner.type,
    description_id: partner.description_id,
    description_en: partner.description_en,
    website: partner.website,
    website_status: partner.website_status,
    confidence: partner.confidence as NewPartner['confidence'],
    as_of: partner.as_of,
    aliases: JSON.stringify(partner.aliases),
    sources: JSON.stringify(partner.sources),
  }))
}

/** Every programme of partners.json as an offer with its lists and typed conditions. */
export function offerRecords(): OfferRecord[] {
  return data.flatMap((partner) =>
    partner.programmes.map((programme) => ({
      row: {
        id: programme.id,
        partner_id: partner.id,
        name: programme.name,
        tie: programme.tie as NewOffer['tie'],
        status: programme.status as NewOffer['status'],
        coverage_level: programme.coverage.level as NewOffer['coverage_level'],
        coverage_known: programme.coverage.known ? (1 as const) : (0 as const),
        capacity_note: programme.capacity_note,
        capacity_slots: programme.capacity.slots,
        capacity_unit: programme.capacity.unit as NewOffer['capacity_unit'],
        capacity_period: programme.capacity.period,
        capacity_as_of: programme.capacity.as_of,
        window_opens: programme.window.opens,
        window_closes: programme.window.closes,
        confidence: programme.confidence as NewOffer['confidence'],
      },
      needs: programme.needs,
      sectors: programme.sectors,
      clusters: programme.clusters,
      regions: programme.coverage.regions,
      conditions: programme.conditions.map((condition) => ({
        fact: condition.fact,
        op: condition.op,
        value: JSON.stringify(condition.value),
        text_id: condition.text_id,
        text_en: condition.text_en,
        confidence: condition.confidence,
      })),
    })),
  )
}
