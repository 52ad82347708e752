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
      if (!row) return code
      if (row.kind === 'provinsi') return row.name
      const province = row.parent_code ? rows.get(row.parent_code)?.name : undefined
      return `${row.kind === 'kota' ? 'Kota' : 'Kab.'} ${row.short}${province ? ` (${province})` : ''}`
    }
    regions = { directory: regionDirectory(), label }
  }
  return regions
}
