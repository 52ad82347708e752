import type { Insertable, Selectable } from 'kysely'

export interface RegionTable {
  /** Kemendagri code: "33" or "33.24". */
  code: string
  level: 'province' | 'regency'
  parent_code: string | null
  kind: 'provinsi' | 'kabupaten' | 'kota'
  name: string
  short: string
  island: string
  tz: string
  seat: string | null
  lat: number | null
  lng: number | null
  /** Registered residents (Dukcapil, semester II 2024). */
  pop: number | null
  km2: number | null
  bps: string | null
}

/** The 21 model districts; rows whose code is null are open fields the ministry fills. */
export interface ModelDistrictTable {
  n: number
  wave: number | null
  region_code: string | null
  status: string
  actors_2016: number | null
  source_url: string | null
  source_date: string | null
  confidence: string | null
  note_id: string | null
  note_en: string | null
  period: string | null
  /** JSON string[]. */
  villages: string
}

/** A published figure with its source; `denominator` null means none was published. */
export interface PublishedFigureTable {
  id: string
  position: number
  measure_id: string
  measure_en: string
  /** JSON: [{label_id, label_en, value, qualifier, region}]. */
  values_json: string
  /** JSON string[] of region codes. */
  places: string
  period: string
  source_name: string
  source_url: string | null
  source_date: string
  confidence: string
  denominator: string | null
  denominator_note_id: string | null
  denominator_note_en: string | null
  note_id: string | null
  note_en: string | null
}

export type RegionRow = Selectable<RegionTable>
export type NewRegion = Insertable<RegionTable>
export type ModelDistrictRow = Selectable<ModelDistrictTable>
export type PublishedFigureRow = Selectable<PublishedFigureTable>
