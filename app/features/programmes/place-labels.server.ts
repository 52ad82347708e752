import type { ProgrammeLabel } from '#app/domain/programmes/labels.ts'
import type { Db } from '#db/client.ts'
import { findPlaceLabels } from '#db/queries/place-labels.ts'
import { findModelDistricts } from '#db/queries/reference.ts'

export interface PlaceLabelLine {
  readonly label: ProgrammeLabel
  /** The village it is for; null: the whole place. */
  readonly village: string | null
}

/** The labels of places: model districts as published, and what has been recorded. */
export async function placeLabelsOf(
  db: Db,
  regions: readonly string[],
): Promise<ReadonlyMap<string, readonly PlaceLabelLine[]>> {
  const labels = new Map<string, PlaceLabelLine[]>()
  const add = (region: string, line: PlaceLabelLine) => labels.set(region, [...(labels.get(region) ?? []), line])
  for (const { region_code } of await findModelDistricts(db))
    if (region_code !== null && regions.includes(region_code)) add(region_code, { label: 'ir_model', village: null })
  for (const { region_code, label, village } of await findPlaceLabels(db, regions)) {
    const there = labels.get(region_code)?.some((one) => one.label === label && one.village === village)
    if (!there) add(region_code, { label, village })
  }
  return labels
}
