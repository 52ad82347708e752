import { letterMask } from './edit-distance.ts'
import { keyOf } from './region-text.ts'
import type { RegionMatch } from './resolve-region.ts'

/** A province or regency as the directory needs it. */
export interface RegionName {
  readonly code: string
  readonly kind: 'provinsi' | 'kabupaten' | 'kota'
  readonly name: string
  readonly short: string
  /** Number in the other official numbering (BPS), where known. */
  readonly bps?: string | null
}

/** Other names: keys as `keyOf` makes them; "kab:x" and "kota:x" count only where that kind is written. */
export interface RegionAliases {
  readonly provinces: Readonly<Record<string, string>>
  readonly regencies: Readonly<Record<string, readonly string[]>>
  /** Seats of government, less trusted than names. */
  readonly seats: Readonly<Record<string, readonly string[]>>
  /** Codes a regency had before, to today's code. */
  readonly formerCodes: Readonly<Record<string, string>>
}

/** Names that may be meant by a text with a slip of the pen. */
export interface FuzzyName {
  readonly key: string
  readonly mask: number
  readonly codes: readonly string[]
}

/** Everything `resolveRegion` looks up, built once. */
export interface RegionDirectory {
  readonly kinds: ReadonlyMap<string, RegionName['kind']>
  readonly provinces: ReadonlyMap<string, string>
  readonly regencies: ReadonlyMap<string, readonly string[]>
  readonly seats: ReadonlyMap<string, readonly string[]>
  readonly formerCodes: ReadonlyMap<string, string>
  /** Today's code by BPS number, where that number reads as the code of another regency. */
  readonly otherNumbering: ReadonlyMap<string, string>
  /** Regencies whose name begins with the whole name of this one, as Bolaang Mongondow Utara does. */
  readonly longerNames: ReadonlyMap<string, readonly string[]>
  readonly fuzzy: readonly FuzzyName[]
  /** Answers given before; it changes how fast an answer comes, never which. */
  readonly remembered: Map<string, RegionMatch>
}

/** Builds the directory from all regions and their other names. */
export function buildRegionDirectory(regions: readonly RegionName[], aliases: RegionAliases): RegionDirectory {
  const provinces = new Map(Object.entries(aliases.provinces))
  const regencies = new Map<string, readonly string[]>(Object.entries(aliases.regencies))
  const all = regions.filter((region) => region.kind !== 'provinsi')
  for (const region of regions) {
    for (const key of [keyOf(region.short), keyOf(region.name)]) {
      if (region.kind === 'provinsi') provinces.set(key, region.code)
      else regencies.set(key, [...new Set([...(regencies.get(key) ?? []), region.code])].sort())
    }
  }
  const codes = new Set(regions.map((region) => region.code))
  const seats = new Map(Object.entries(aliases.seats))
  const longerNames = new Map<string, readonly string[]>()
  for (const region of all) {
    const start = `${region.short} `
    const longer = all.filter((other) => other.kind === region.kind && other.short.startsWith(start))
    if (longer.length > 0) longerNames.set(region.code, longer.map((other) => other.code).sort())
  }
  const otherNumbering = new Map<string, string>()
  for (const { code, bps } of regions) {
    if (!bps || bps.length !== 4) continue
    const asCode = `${bps.slice(0, 2)}.${bps.slice(2)}`
    if (asCode !== code && codes.has(asCode)) otherNumbering.set(bps, code)
  }
  const fuzzy: FuzzyName[] = []
  for (const [key, code] of provinces) fuzzy.push({ key, mask: letterMask(key), codes: [code] })
  for (const names of [regencies, seats]) {
    for (const [key, list] of names) if (!key.includes(':')) fuzzy.push({ key, mask: letterMask(key), codes: list })
  }
  return {
    kinds: new Map(regions.map((region) => [region.code, region.kind])),
    provinces,
    regencies,
    seats,
    formerCodes: new Map(Object.entries(aliases.formerCodes)),
    otherNumbering,
    longerNames,
    fuzzy: fuzzy.filter((name) => name.key.length >= 4),
    remembered: new Map(),
  }
}
