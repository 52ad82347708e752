import type { ClusterId } from '#app/domain/values/actor.ts'
import { daysBetween } from '#app/domain/values/day.ts'
import type { Condition, Offer, OutcomeRecord } from '#app/domain/values/offer.ts'
import type { Db } from '../client.ts'
import type { OfferRow } from '../schema/partner.ts'
import { findOutcomeRecords } from './loop-record.ts'
import { findRuleConfirmations } from './offer-confirmations.ts'
import { type ConditionRow, findOfferParts, type OfferParts } from './offer-parts.ts'

/** An offer with what its pages show besides what matching reads. */
export interface OfferDetail extends Offer {
  readonly name: string
  readonly partnerName: string
  readonly partnerType: string
  readonly capacityNote: string | null
  /** The period the published places belong to, in the source's words. */
  readonly capacityPeriod: string | null
}

type JoinedRow = OfferRow & { partner_name: string; partner_type: string; partner_as_of: string | null }

function toCondition(row: ConditionRow): Condition {
  // why: the schema of conditions is checked where they are written (reference loader, partner form)
  return {
    fact: row.fact,
    op: row.op,
    value: JSON.parse(row.value),
    textId: row.text_id,
    textEn: row.text_en,
    confidence: row.confidence,
  } as Condition
}

/** What is known of offers besides what their partners state: outcomes, and the day the rules were confirmed. */
interface Experience {
  readonly records: ReadonlyMap<string, readonly OutcomeRecord[]>
  readonly confirmed: ReadonlyMap<string, string>
}

async function readExperience(db: Db, offerIds?: readonly string[]): Promise<Experience> {
  return {
    records: await findOutcomeRecords(db, offerIds),
    confirmed: await findRuleConfirmations(db, offerIds),
  }
}

/** The later of the day of the sources and the day the partner confirmed its rules here. */
function laterDay(source: string | null, confirmed: string | undefined): string | null {
  return confirmed !== undefined && (daysBetween(source, confirmed) ?? 1) > 0 ? confirmed : source
}

function toOffer(row: JoinedRow, parts: OfferParts, experience: Experience): Offer {
  const record = experience.records.get(row.id)
  return {
    id: row.id,
    partnerId: row.partner_id,
    tie: row.tie,
    status: row.status,
    needs: parts.needs.get(row.id) ?? [],
    sectors: parts.sectors.get(row.id) ?? [],
    clusters: (parts.clusters.get(row.id) ?? []) as ClusterId[],
    coverage: {
      level: row.coverage_level,
      regions: parts.regions.get(row.id) ?? [],
      known: row.coverage_known === 1,
    },
    conditions: (parts.conditions.get(row.id) ?? []).map(toCondition),
    capacity: {
      slots: row.capacity_slots,
      taken: row.capacity_taken,
      unit: row.capacity_unit,
      asOf: row.capacity_as_of,
    },
    window: { opens: row.window_opens, closes: row.window_closes },
    confidence: row.confidence,
    asOf: laterDay(row.partner_as_of, experience.confirmed.get(row.id)),
    ...(record ? { record } : {}),
  }
}

function toDetail(row: JoinedRow, parts: OfferParts, experience: Experience): OfferDetail {
  return {
    ...toOffer(row, parts, experience),
    name: row.name,
    partnerName: row.partner_name,
    partnerType: row.partner_type,
    capacityNote: row.capacity_note,
    capacityPeriod: row.capacity_period,
  }
}

function joinedOffers(db: Db) {
  return db
    .selectFrom('offer')
    .innerJoin('partner', 'partner.id', 'offer.partner_id')
    .selectAll('offer')
    .select(['partner.name as partner_name', 'partner.type as partner_type', 'partner.as_of as partner_as_of'])
    .orderBy('offer.id')
}

/** One offer with its texts, or undefined. */
export async function getOffer(db: Db, id: string): Promise<OfferDetail | undefined> {
  return (await findOffers(db, { ids: [id] }))[0]
}

/** Offers with their texts, by id: the ones named, those of the partners named, or all. */
export async function findOffers(
  db: Db,
  only: { ids?: readonly string[]; partnerIds?: readonly string[] } = {},
): Promise<OfferDetail[]> {
  // why: PostgreSQL refuses an empty list after `in`
  if (only.ids?.length === 0 || only.partnerIds?.length === 0) return []
  let query = joinedOffers(db)
  if (only.ids) query = query.where('offer.id', 'in', only.ids)
  if (only.partnerIds) query = query.where('offer.partner_id', 'in', only.partnerIds)
  const rows = await query.execute()
  const narrowed = only.ids || only.partnerIds
  const parts = await findOfferParts(db, narrowed ? rows.map((row) => row.id) : undefined)
  const experience = await readExperience(db, narrowed ? rows.map((row) => row.id) : undefined)
  return rows.map((row) => toDetail(row, parts, experience))
}

/** How many offers there are, by status. */
export async function countOffersByStatus(db: Db): Promise<Record<Offer['status'], number>> {
  const rows = await db
    .selectFrom('offer')
    .select((eb) => ['status', eb.fn.countAll().as('n')])
    .groupBy('status')
    .execute()
  const counts = { current: 0, unverified: 0, historical: 0 }
  for (const row of rows) counts[row.status] = Number(row.n)
  return counts
}
