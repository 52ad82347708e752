import aliases from '#db/reference/data/aliases.json' with { type: 'json' }
import regions from '#db/reference/data/regions.json' with { type: 'json' }

/** Longest place name in words: "kabupaten musi banyuasin utara" and the like. */
export const MAX_PLACE_WORDS = 5

const provinces: Readonly<Record<string, string>> = aliases.provinces
const regencies: Readonly<Record<string, readonly string[]>> = aliases.regencies
const seats: Readonly<Record<string, readonly string[]>> = aliases.seats
const KINDS: Readonly<Record<string, 'prov' | 'kab' | 'kota'>> = {
  provinsi: 'prov',
  prov: 'prov',
  kabupaten: 'kab',
  kab: 'kab',
  kota: 'kota',
}
const nameOf = new Map<string, string>(
  [...regions.provinces, ...regions.regencies].map((region) => [region.code, region.name]),
)
const regenciesByProvince = new Map<string, string[]>(regions.provinces.map((province) => [province.code, []]))
for (const regency of regions.regencies) regenciesByProvince.get(regency.prov)?.push(regency.code)

/**
 * The region codes that consecutive words name: "jateng" the province, "semarang" kabupaten and kota, "kota semarang" the
 * kota alone. Aliases, abbreviations and seats of government included.
 * @returns an empty list when the words name no place.
 */
export function placesNamed(words: readonly string[]): readonly string[] {
  const kind = words.length > 1 ? KINDS[words[0]!] : undefined
  if (kind === undefined) return [...named(words.join('')), ...own(provinces, words.join(''))]
  const rest = words.slice(1).join('')
  if (kind === 'prov') return own(provinces, rest)
  const marked = own(regencies, `${kind}:${rest}`)
  const found = marked.length > 0 ? marked : named(rest).filter((code) => isKota(code) === (kind === 'kota'))
  // why: "kota batu" and "kotabaru" are names of their own
  return found.length > 0 ? found : named(words.join(''))
}

function named(key: string): readonly string[] {
  const found = own(regencies, key)
  return found.length > 0 ? found : own(seats, key)
}

function isKota(code: string): boolean {
  return Number(code.slice(3)) >= 71
}

function own(table: Readonly<Record<string, string | readonly string[]>>, key: string): readonly string[] {
  if (!Object.hasOwn(table, key)) return []
  const value = table[key]!
  return typeof value === 'string' ? [value] : value
}

const placeWords = new Set(
  [...regions.provinces, ...regions.regencies].flatMap(
    (region) => region.short.toLowerCase().match(/[a-z]{4,}/g) ?? [],
  ),
)

/** Whether a word is part of the name of a region: "pemalang" is no form of "malang". */
export function isPlaceWord(word: string): boolean {
  return placeWords.has(word)
}

/** The name of a region as written, with its kind: "Kabupaten Kendal". The code itself when it is not known. */
export function regionName(code: string): string {
  return nameOf.get(code) ?? code
}

/** Whether a code is that of a province, kabupaten or kota. */
export function isRegionCode(code: string): boolean {
  return nameOf.has(code)
}

/** The word that stands for a region in an index: "33.24" is "r3324". Its digits keep typos away from it. */
export function regionTerm(code: string): string {
  return `r${code.replace('.', '')}`
}

/** Every kabupaten and kota of a province. */
export function regenciesIn(province: string): readonly string[] {
  return regenciesByProvince.get(province) ?? []
}

export function allProvinces(): readonly string[] {
  return [...regenciesByProvince.keys()]
}
