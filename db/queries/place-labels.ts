import type { Db } from '../client.ts'
import type { PlaceLabelRow } from '../schema/programme.ts'

/** Labels of places, those of some regions when they are named. */
export async function findPlaceLabels(db: Db, regions?: readonly string[]): Promise<PlaceLabelRow[]> {
  if (regions?.length === 0) return []
  let query = db.selectFrom('place_label').selectAll()
  if (regions) query = query.where('region_code', 'in', regions)
  return query.orderBy('region_code').orderBy('label').orderBy('village').orderBy('id').execute()
}

export async function getPlaceLabel(db: Db, id: string): Promise<PlaceLabelRow | undefined> {
  return db.selectFrom('place_label').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertPlaceLabel(trx: Db, row: PlaceLabelRow): Promise<void> {
  await trx.insertInto('place_label').values(row).execute()
}

export async function deletePlaceLabel(trx: Db, id: string): Promise<void> {
  await trx.deleteFrom('place_label').where('id', '=', id).execute()
}
