import { regionLabel } from '#db/queries/regions.ts'
import { regionDirectory } from '#db/reference/region-directory.ts'
import { regionRows } from '#db/reference/region-rows.ts'
import type { Regions } from './understand/region-reader.ts'

let regions: Regions | undefined

/** The regions of the reference data, for reading names and writing them in messages. */
export function intakeRegions(): Regions {
  if (!regions) {
    const rows = new Map(regionRows().map((row) => [row.code, row]))
    const label = (code: string): string => {
      const row = rows.get(code)
      return row ? regionLabel(row) : code
    }
    regions = { directory: regionDirectory(), label }
  }
  return regions
}
