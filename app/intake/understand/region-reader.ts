import type { RegionDirectory } from '#app/domain/regions/directory.ts'
import { type RegionMatch, resolveRegion } from '#app/domain/regions/resolve-region.ts'

/** What the intake needs of the regions: the directory of names and how to write one for a person. */
export interface Regions {
  readonly directory: RegionDirectory
  /** "Kab. Kendal" for 33.24; "Jawa Tengah" for 33. */
  label(code: string): string
}

export type RegionReading =
  | { readonly code: string }
  | { readonly problem: 'unknown'; readonly suggestions: readonly string[] }
  | { readonly problem: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly problem: 'other_province'; readonly found: string }

function readingOf(match: RegionMatch, regions: Regions): RegionReading {
  if (match.code !== null) return { code: match.code }
  if (match.candidates.length > 0) return { problem: 'ambiguous', candidates: match.candidates.map(regions.label) }
  return { problem: 'unknown', suggestions: match.suggestions.map(regions.label) }
}

/** The province a cell names. */
export function readProvince(text: string, regions: Regions): RegionReading {
  return readingOf(resolveRegion(text, regions.directory, { level: 'province' }), regions)
}

/** The kabupaten or kota a cell names, inside the province of the row where one is given. A number 33.24 is its code. */
export function readRegency(text: string, province: string | null, regions: Regions): RegionReading {
  const typed = text.trim().replace(/^(\d{2}),(\d{1,2})$/, (_, first, second) => `${first}.${second.padEnd(2, '0')}`)
  const match = resolveRegion(
    typed,
    regions.directory,
    province === null ? { level: 'regency' } : { level: 'regency', prov: province },
  )
  if (match.code === null && province !== null && match.candidates.length === 0) {
    const elsewhere = resolveRegion(typed, regions.directory, { level: 'regency' })
    if (elsewhere.code !== null) return { problem: 'other_province', found: regions.label(elsewhere.code) }
  }
  return readingOf(match, regions)
}
