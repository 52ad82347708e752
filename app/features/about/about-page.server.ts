import type { Db } from '#db/client.ts'
import {
  findModelDistricts,
  findPublishedFigures,
  type ModelDistrict,
  type PublishedFigure,
} from '#db/queries/reference.ts'
import { findRegions, regionLabel } from '#db/queries/regions.ts'

export interface ModelDistrictLine extends ModelDistrict {
  /** "Kab. Kendal"; null where nobody has named the place. */
  readonly place: string | null
  readonly province: string | null
}

export interface AboutPage {
  readonly districts: readonly ModelDistrictLine[]
  readonly figures: readonly PublishedFigure[]
}

/** The model districts with their names, open rows included, and every published figure. */
export async function loadAboutPage(db: Db): Promise<AboutPage> {
  const regions = new Map((await findRegions(db)).map((region) => [region.code, region]))
  const districts = (await findModelDistricts(db)).map((district) => {
    const region = district.region_code === null ? undefined : regions.get(district.region_code)
    return {
      ...district,
      place: region ? regionLabel(region) : null,
      province: (region?.parent_code && regions.get(region.parent_code)?.name) ?? null,
    }
  })
  return { districts, figures: await findPublishedFigures(db) }
}
