import type { Transaction } from 'kysely'
import { findOfferParts } from '../queries/offer-parts.ts'
import type { Database } from '../schema/index.ts'
import type { OfferRecord } from './partner-records.ts'

type Trx = Transaction<Database>

/** The stored offers in the shape of the file, so that the two can be compared. */
export async function storedOfferRecords(trx: Trx): Promise<OfferRecord[]> {
  const rows = await trx
    .selectFrom('offer')
    .select([
      'id',
      'partner_id',
      'name',
      'tie',
      'status',
      'coverage_level',
      'coverage_known',
      'capacity_note',
      'capacity_slots',
      'capacity_unit',
      'capacity_period',
      'capacity_as_of',
      'window_opens',
      'window_closes',
      'confidence',
    ])
    .execute()
  const parts = await findOfferParts(trx)
  return rows.map((row) => ({
    row,
    needs: parts.needs.get(row.id) ?? [],
    sectors: parts.sectors.get(row.id) ?? [],
    clusters: parts.clusters.get(row.id) ?? [],
    regions: parts.regions.get(row.id) ?? [],
    conditions: (parts.conditions.get(row.id) ?? []).map(({ fact, op, value, text_id, text_en, confidence }) => ({
      fact,
      op,
      value,
      text_id,
      text_en,
      confidence,
    })),
  }))
}

/** Inserts or replaces one offer with all its lists; places already taken are kept. */
export async function putOfferRecord(trx: Trx, record: OfferRecord): Promise<void> {
  const offer_id = record.row.id
  const { id: _, ...patch } = record.row
  await trx
    .insertInto('offer')
    .values({ ...record.row, capacity_taken: 0 })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(patch))
    .execute()
  for (const table of ['offer_need', 'offer_sector', 'offer_cluster', 'offer_region', 'offer_condition'] as const) {
    await trx.deleteFrom(table).where('offer_id', '=', offer_id).execute()
  }
  const needs = record.needs.map((need_id, position) => ({ offer_id, position, need_id }))
  const sectors = record.sectors.map((sector_id, position) => ({ offer_id, position, sector_id }))
  const clusters = record.clusters.map((cluster_id, position) => ({ offer_id, position, cluster_id }))
  const regions = record.regions.map((region_code, position) => ({ offer_id, position, region_code }))
  const conditions = record.conditions.map((condition, position) => ({
    offer_id,
    position,
    ...condition,
    confidence: condition.confidence as 'high' | 'medium' | 'low',
  }))
  if (needs.length) await trx.insertInto('offer_need').values(needs).execute()
  if (sectors.length) await trx.insertInto('offer_sector').values(sectors).execute()
  if (clusters.length) await trx.insertInto('offer_cluster').values(clusters).execute()
  if (regions.length) await trx.insertInto('offer_region').values(regions).execute()
  if (conditions.length) await trx.insertInto('offer_condition').values(conditions).execute()
}
