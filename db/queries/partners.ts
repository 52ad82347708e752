import type { SourceConfidence } from '#app/domain/values/offer.ts'
import type { Db } from '../client.ts'
import type { PartnerRow } from '../schema/partner.ts'
import { findOffers, type OfferDetail } from './offers.ts'

export interface Partner {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly descriptionId: string
  readonly descriptionEn: string
  readonly website: string | null
  readonly websiteStatus: string | null
  readonly confidence: SourceConfidence
  readonly asOf: string | null
  readonly aliases: readonly string[]
  readonly sources: readonly string[]
}

export interface PartnerWithOffers extends Partner {
  readonly offers: readonly OfferDetail[]
}

function toPartner(row: PartnerRow): Partner {
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    descriptionId: row.description_id,
    descriptionEn: row.description_en,
    website: row.website,
    websiteStatus: row.website_status,
    confidence: row.confidence,
    asOf: row.as_of,
    aliases: JSON.parse(row.aliases),
    sources: JSON.parse(row.sources),
  }
}

/** One partner with its offers, or undefined. */
export async function getPartner(db: Db, id: string): Promise<PartnerWithOffers | undefined> {
  return (await findPartners(db, [id]))[0]
}

/** Partners with their offers, by name: the ones named, or all. */
export async function findPartners(db: Db, ids?: readonly string[]): Promise<PartnerWithOffers[]> {
  if (ids?.length === 0) return []
  let query = db.selectFrom('partner').selectAll().orderBy('name').orderBy('id')
  if (ids) query = query.where('id', 'in', ids)
  const rows = await query.execute()
  const offers = await findOffers(db, ids ? { partnerIds: ids } : {})
  const byPartner = new Map<string, OfferDetail[]>(rows.map((row) => [row.id, []]))
  for (const offer of offers) byPartner.get(offer.partnerId)?.push(offer)
  return rows.map((row) => ({ ...toPartner(row), offers: byPartner.get(row.id) ?? [] }))
}

export async function countPartners(db: Db): Promise<number> {
  const row = await db
    .selectFrom('partner')
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
