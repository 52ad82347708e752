import type { Db } from '../client.ts'
import type { ModelDistrictRow, PublishedFigureRow } from '../schema/reference.ts'

export interface ModelDistrict extends Omit<ModelDistrictRow, 'villages'> {
  readonly villages: readonly string[]
}

export interface FigureValue {
  readonly label_id: string
  readonly label_en: string
  readonly value: number
  /** exact, more_than, about, computed ... as the source puts it. */
  readonly qualifier: string
  readonly region: string | null
}

export interface PublishedFigure extends Omit<PublishedFigureRow, 'values_json' | 'places'> {
  readonly values: readonly FigureValue[]
  readonly places: readonly string[]
}

/** The 21 model districts in their order; region_code is null where nobody has named the place yet. */
export async function findModelDistricts(db: Db): Promise<ModelDistrict[]> {
  const rows = await db.selectFrom('model_district').selectAll().orderBy('n').execute()
  return rows.map((row) => ({ ...row, villages: JSON.parse(row.villages) }))
}

/** The published figures with their sources, in the order of the file. */
export async function findPublishedFigures(db: Db): Promise<PublishedFigure[]> {
  const rows = await db.selectFrom('published_figure').selectAll().orderBy('position').execute()
  return rows.map(({ values_json, places, ...row }) => ({
    ...row,
    values: JSON.parse(values_json),
    places: JSON.parse(places),
  }))
}
