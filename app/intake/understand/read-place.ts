import { cellText } from '../read/cell.ts'
import { type RegionReading, type Regions, readProvince, readRegency } from './region-reader.ts'
import type { Filled, RowCells } from './row-cells.ts'

/** A code typed into a number cell has lost its ending zero: 33.2 is 33.20. */
function placeText(filled: Filled): string {
  const { cell } = filled
  return typeof cell === 'number' && !Number.isInteger(cell) ? cell.toFixed(2) : cellText(cell)
}

function report(cells: RowCells, at: Filled, reading: RegionReading, unknown: 'region.unknown' | 'province.unknown') {
  if ('code' in reading) return
  if (reading.problem === 'ambiguous') cells.fail('region.ambiguous', at, { candidates: reading.candidates })
  else if (reading.problem === 'other_province') cells.fail('region.other_province', at, { found: reading.found })
  else cells.fail(unknown, at, { suggestions: reading.suggestions })
}

/**
 * The kabupaten or kota of a row; null after a problem has been noted.
 * @param office the only kabupaten or kota whose rows may be taken; null for any.
 */
export function readPlace(cells: RowCells, regions: Regions, office: string | null = null): string | null {
  const typedProvince = cells.first('province')
  const province = typedProvince ? readProvince(placeText(typedProvince), regions) : null
  if (typedProvince && province) report(cells, typedProvince, province, 'province.unknown')
  const typed = cells.first('regency')
  if (!typed) {
    cells.fail('region.missing', cells.columnOf('regency'))
    return null
  }
  const reading = readRegency(placeText(typed), province && 'code' in province ? province.code : null, regions)
  report(cells, typed, reading, 'region.unknown')
  if (!('code' in reading)) return null
  if (office !== null && reading.code !== office) {
    cells.fail('region.outside_office', typed, { found: regions.label(reading.code), office: regions.label(office) })
    return null
  }
  return reading.code
}
