import type { Db } from '../client.ts'
import type { RegionRow } from '../schema/reference.ts'

/** Every province and regency, by code. */
export async function findRegions(db: Db): Promise<RegionRow[]> {
  return db.selectFrom('region').selectAll().orderBy('code').execute()
}

export async function getRegion(db: Db, code: string): Promise<RegionRow | undefined> {
  return db.selectFrom('region').selectAll().where('code', '=', code).executeTakeFirst()
}

/** The kabupaten and kota of a province, or of the country, by code. */
export async function findRegencies(db: Db, provinceCode?: string): Promise<RegionRow[]> {
  let query = db.selectFrom('region').selectAll().where('level', '=', 'regency').orderBy('code')
  if (provinceCode !== undefined) query = query.where('parent_code', '=', provinceCode)
  return query.execute()
}

/** "Kota Semarang" or "Kab. Semarang"; a province by its name. */
export function regionLabel(region: Pick<RegionRow, 'kind' | 'short' | 'name'>): string {
  if (region.kind === 'provinsi') return region.name
  return region.kind === 'kota' ? `Kota ${region.short}` : `Kab. ${region.short}`
}
