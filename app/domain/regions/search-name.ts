import type { RegionDirectory } from './directory.ts'
import { longKeysOf, type RegionMark, readingsOf } from './region-words.ts'

/** What is known besides the name itself. */
export interface Limits {
  readonly mark: RegionMark | null
  readonly level: 'province' | 'regency' | null
  /** Null: any. A code that does not exist fits nothing. */
  readonly province: string | null
}

/** Whether a region is one that the limits allow. */
export function fits(code: string, limits: Limits, directory: RegionDirectory): boolean {
  const kind = directory.kinds.get(code)
  if (kind === undefined) return false
  const isProvince = kind === 'provinsi'
  if (limits.level && isProvince !== (limits.level === 'province')) return false
  if (limits.province !== null && (isProvince || code.slice(0, 2) !== limits.province)) return false
  if (limits.mark === null) return true
  if (limits.mark === 'province') return isProvince
  return limits.mark === 'either' ? !isProvince : kind === limits.mark
}

function named(key: string, mark: RegionMark | null, directory: RegionDirectory): readonly string[] {
  const special = mark === 'kabupaten' ? `kab:${key}` : mark === 'kota' ? `kota:${key}` : null
  const codes = special && directory.regencies.get(special)
  if (codes) return codes
  const province = directory.provinces.get(key)
  const regencies = directory.regencies.get(key) ?? []
  return province ? [province, ...regencies] : regencies
}

/** What looking for one name came to: the codes that fit, those that only the limits ruled out, and the keys tried. */
export interface Search {
  found: readonly string[]
  ruledOut: string[]
  keys: string[]
}

/** The words without a province of one to four words at their end or start: "Banjar Kalsel", "Jawa Tengah Kendal". */
function withoutProvince(words: readonly string[], directory: RegionDirectory) {
  const cuts: { province: string; rest: readonly string[] }[] = []
  for (let size = 1; size <= 4 && size < words.length; size += 1) {
    const last = directory.provinces.get(words.slice(-size).join(''))
    if (last) cuts.push({ province: last, rest: words.slice(0, -size) })
    const first = directory.provinces.get(words.slice(0, size).join(''))
    if (first) cuts.push({ province: first, rest: words.slice(size) })
  }
  return cuts
}

/**
 * Looks a name up: as it stands, without the words around it, with short words written out, without a province beside it,
 * and last as a seat of government.
 */
export function searchName(words: readonly string[], limits: Limits, directory: RegionDirectory): Search {
  const search: Search = { found: [], ruledOut: [], keys: [] }
  const readings = readingsOf(words)
  const attempt = (codes: readonly string[], mark: RegionMark | null): boolean => {
    const narrowed = { ...limits, mark: mark ?? limits.mark }
    // why: a word before the name and one beside it must agree
    const agrees = !mark || !limits.mark || mark === limits.mark || mark === 'either' || limits.mark === 'either'
    const found = agrees ? codes.filter((code) => fits(code, narrowed, directory)) : []
    if (found.length === 0) search.ruledOut.push(...codes)
    else search.found = [...new Set(found)].sort()
    return found.length > 0
  }
  for (const { mark, words: name } of readings) {
    const key = name.join('')
    search.keys.push(key)
    if (attempt(named(key, mark ?? limits.mark, directory), mark)) return search
  }
  for (const { mark, words: name } of readings) {
    const codes = longKeysOf(name).flatMap((key) => named(key, mark ?? limits.mark, directory))
    if (attempt(codes, mark)) return search
  }
  if (limits.province === null) {
    for (const { province, rest } of withoutProvince(words, directory)) {
      const inside = searchName(rest, { ...limits, province, level: 'regency' }, directory)
      search.ruledOut.push(...inside.ruledOut)
      if (inside.found.length > 0) return { ...search, found: inside.found }
    }
  }
  for (const { mark, words: name } of readings) {
    if (attempt(directory.seats.get(name.join('')) ?? [], mark)) return search
  }
  return search
}

/** The province a part names as a whole, or null. */
export function provinceOfPart(words: readonly string[], directory: RegionDirectory): string | null {
  for (const reading of readingsOf(words)) {
    if (reading.mark !== null && reading.mark !== 'province') continue
    const code = directory.provinces.get(reading.words.join(''))
    if (code) return code
  }
  return null
}
