import type { Insertable } from 'kysely'
import type { ModelDistrictTable, PublishedFigureTable } from '../schema/reference.ts'
import data from './data/model-districts.json' with { type: 'json' }

/** The 21 places of the programme; the five that no source names have no region and wait for the ministry. */
export function modelDistrictRows(): Insertable<ModelDistrictTable>[] {
  return data.districts.map((district) => ({
    n: district.n,
    wave: district.wave,
    region_code: district.code,
    status: district.status,
    actors_2016: district.actors_2016,
    source_url: district.source_url,
    source_date: district.source_date,
    confidence: district.confidence,
    note_id: district.note_id,
    note_en: district.note_en,
    period: district.period,
    villages: JSON.stringify(district.villages),
  }))
}

/** The published figures, in the order of the file. */
export function publishedFigureRows(): Insertable<PublishedFigureTable>[] {
  return data.figures.map((figure, position) => ({
    id: figure.id,
    position,
    measure_id: figure.measure_id,
    measure_en: figure.measure_en,
    values_json: JSON.stringify(figure.values),
    places: JSON.stringify(figure.places),
    period: figure.period,
    source_name: figure.source_name,
    source_url: figure.source_url,
    source_date: figure.source_date,
    confidence: figure.confidence,
    denominator: figure.denominator === null ? null : String(figure.denominator),
    denominator_note_id: figure.denominator_note_id,
    denominator_note_en: figure.denominator_note_en,
    note_id: figure.note_id,
    note_en: figure.note_en,
  }))
}
