import type { Selectable } from 'kysely'
import type { Db } from '../client.ts'
import type { OfferConditionTable } from '../schema/partner.ts'

export type ConditionRow = Selectable<OfferConditionTable>

/** The lists of offers, each by offer id and in order of position. */
export interface OfferParts {
  readonly needs: ReadonlyMap<string, string[]>
  readonly sectors: ReadonlyMap<string, string[]>
  readonly clusters: ReadonlyMap<string, string[]>
  readonly regions: ReadonlyMap<string, string[]>
  readonly conditions: ReadonlyMap<string, ConditionRow[]>
}

function group<Row extends { offer_id: string }, Value>(
  rows: readonly Row[],
  pick: (row: Row) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const row of rows) {
    const list = groups.get(row.offer_id)
    if (list) list.push(pick(row))
    else groups.set(row.offer_id, [pick(row)])
  }
  return groups
}

/** The lists of the given offers, or of all: five queries whatever the number of offers. */
export async function findOfferParts(db: Db, offerIds?: readonly string[]): Promise<OfferParts> {
  if (offerIds && offerIds.length === 0) {
    return { needs: new Map(), sectors: new Map(), clusters: new Map(), regions: new Map(), conditions: new Map() }
  }
  const ids = offerIds ?? []
  const needs = await db
    .selectFrom('offer_need')
    .select(['offer_id', 'need_id as value'])
    .$if(offerIds !== undefined, (query) => query.where('offer_id', 'in', ids))
    .orderBy('offer_id')
    .orderBy('position')
    .execute()
  const sectors = await db
    .selectFrom('offer_sector')
    .select(['offer_id', 'sector_id as value'])
    .$if(offerIds !== undefined, (query) => query.where('offer_id', 'in', ids))
    .orderBy('offer_id')
    .orderBy('position')
    .execute()
  const clusters = await db
    .selectFrom('offer_cluster')
    .select(['offer_id', 'cluster_id as value'])
    .$if(offerIds !== undefined, (query) => query.where('offer_id', 'in', ids))
    .orderBy('offer_id')
    .orderBy('position')
    .execute()
  const regions = await db
    .selectFrom('offer_region')
    .select(['offer_id', 'region_code as value'])
    .$if(offerIds !== undefined, (query) => query.where('offer_id', 'in', ids))
    .orderBy('offer_id')
    .orderBy('position')
    .execute()
  const conditions = await db
    .selectFrom('offer_condition')
    .select(['offer_id', 'position', 'fact', 'op', 'value', 'text_id', 'text_en', 'confidence'])
    .$if(offerIds !== undefined, (query) => query.where('offer_id', 'in', ids))
    .orderBy('offer_id')
    .orderBy('position')
    .execute()
  return {
    needs: group(needs, (row) => row.value),
    sectors: group(sectors, (row) => row.value),
    clusters: group(clusters, (row) => row.value),
    regions: group(regions, (row) => row.value),
    conditions: group(conditions, (row) => row),
  }
}
