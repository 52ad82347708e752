import type { RegionDirectory } from './directory.ts'
import { MAX_REGION_TEXT, partsOf } from './region-text.ts'
import { isOtherPlace, markOf, type RegionMark, readingsOf } from './region-words.ts'
import { fits, type Limits, provinceOfPart, type Search, searchName } from './search-name.ts'
import { suggestRegions } from './suggest-regions.ts'

export interface RegionOptions {
  /** Look only among provinces, or only among kabupaten and kota. */
  readonly level?: 'province' | 'regency'
  /** The province it lies in, code or name; it also means that a kabupaten or kota is looked for. */
  readonly prov?: string
  /** Which to take where a name is both a kabupaten and a kota. */
  readonly prefer?: 'kabupaten' | 'kota'
}

export interface RegionMatch {
  /** The one region the text names, or null. */
  readonly code: string | null
  /** All regions a name fits when it fits several; empty otherwise. */
  readonly candidates: readonly string[]
  /**
   * Regions to offer for choice. Without a code: names that resemble the text or contradict what stands beside it. With a
   * code: what the text means too if it was cut short ("Kab. Ogan Komering Ulu") or is a number of BPS.
   */
  readonly suggestions: readonly string[]
}

const NOTHING: RegionMatch = { code: null, candidates: [], suggestions: [] }
const MOST_REMEMBERED = 50_000

/** Sorts the parts of a text into the name itself and what stands beside it. */
function readParts(parts: readonly string[][], directory: RegionDirectory): { names: string[][]; limits: Limits } {
  let mark: RegionMark | null = null
  let province: string | null = null
  const names: string[][] = []
  for (const words of parts) {
    const own = parts.length > 1 ? markOf(words) : null
    if (own) mark = own
    else if (parts.length === 1 || !isOtherPlace(words)) names.push(words)
  }
  if (names.length > 1) {
    const last = provinceOfPart(names.at(-1)!, directory)
    const first = provinceOfPart(names[0]!, directory)
    if (last) {
      province = last
      names.pop()
    } else if (first) {
      province = first
      names.shift()
    }
  }
  return { names, limits: { mark, level: province ? 'regency' : null, province } }
}

function resolveCode(text: string, directory: RegionDirectory): RegionMatch | null {
  if (!/^\d{2}(?:\.?\d{2})?$/.test(text)) return null
  const digits = text.replace('.', '')
  const dotted = digits.length === 2 ? digits : `${digits.slice(0, 2)}.${digits.slice(2)}`
  const code = directory.kinds.has(dotted) ? dotted : (directory.formerCodes.get(dotted) ?? null)
  const other = text.includes('.') ? undefined : directory.otherNumbering.get(digits)
  return { code, candidates: [], suggestions: other && other !== code ? [other] : [] }
}

function settle(search: Search, limits: Limits, options: RegionOptions, directory: RegionDirectory): RegionMatch {
  const { found } = search
  if (found.length === 1) {
    const code = found[0]!
    return { code, candidates: [], suggestions: directory.longerNames.get(code) ?? [] }
  }
  if (found.length > 1) {
    const preferred = found.filter((code) => directory.kinds.get(code) === options.prefer)
    if (preferred.length === 1) return { code: preferred[0]!, candidates: [], suggestions: [] }
    return { code: null, candidates: found, suggestions: [] }
  }
  if (search.ruledOut.length > 0) {
    return { code: null, candidates: [], suggestions: [...new Set(search.ruledOut)].sort().slice(0, 5) }
  }
  const allowed = (code: string) => fits(code, { ...limits, mark: null }, directory)
  return { code: null, candidates: [], suggestions: suggestRegions(search.keys, directory, allowed) }
}

function resolveFresh(text: string, directory: RegionDirectory, options: RegionOptions): RegionMatch {
  const trimmed = text.trim()
  const wanted: Limits = { mark: null, level: options.level ?? null, province: null }
  const byCode = resolveCode(trimmed, directory)
  if (byCode) {
    if (byCode.code === null || fits(byCode.code, withProvince(wanted, options, directory), directory)) return byCode
    return { code: null, candidates: [], suggestions: [byCode.code] }
  }
  const { names, limits } = readParts(partsOf(trimmed), directory)
  if (names.length === 0) return NOTHING
  const given = withProvince(wanted, options, directory)
  if (given.province !== null && limits.province !== null && given.province !== limits.province) {
    const inText = settle(searchName(names[0]!, limits, directory), limits, {}, directory)
    return { code: null, candidates: [], suggestions: inText.code ? [inText.code] : inText.candidates }
  }
  const all: Limits = {
    mark: limits.mark,
    level: given.level ?? limits.level,
    province: given.province ?? limits.province,
  }
  // why: in "Weleri, Kab. Kendal" the part that says what it is names the region
  const marked = names.filter((words) => readingsOf(words).some((reading) => reading.mark !== null))
  const chosen = names.length > 1 && marked.length === 1 ? marked : names
  const answers = chosen.map((words) => settle(searchName(words, all, directory), all, options, directory))
  const first = answers[0]!
  if (answers.every((answer) => answer.code === first.code && first.code !== null) || answers.length === 1) return first
  const codes = answers.flatMap((answer) => (answer.code ? [answer.code] : answer.candidates))
  return { code: null, candidates: [], suggestions: [...new Set(codes)].sort().slice(0, 5) }
}

function withProvince(limits: Limits, options: RegionOptions, directory: RegionDirectory): Limits {
  if (options.prov === undefined) return limits
  const text = options.prov.trim()
  const province = directory.kinds.get(text) === 'provinsi' ? text : provinceOfPart(partsOf(text).flat(), directory)
  return { ...limits, level: limits.level ?? 'regency', province: province ?? 'unknown' }
}

/**
 * Finds the region a text names as people type it: with or without "Kab.", "Kotamadya", "Regency", a province after a
 * comma or in brackets, short words ("Kep.", "Tj."), codes ("33.24", "3324", codes of before a province was split),
 * other names and seats of government. A name that fits several regions is never guessed, a slip of the pen is only ever
 * a suggestion. Never throws; text of any length and content is safe.
 */
export function resolveRegion(text: string, directory: RegionDirectory, options: RegionOptions = {}): RegionMatch {
  if (text.length > MAX_REGION_TEXT) return NOTHING
  const key = `${options.level ?? ''}|${options.prov ?? ''}|${options.prefer ?? ''}|${text}`
  const known = directory.remembered.get(key)
  if (known) return known
  const match = resolveFresh(text, directory, options)
  if (directory.remembered.size >= MOST_REMEMBERED) directory.remembered.clear()
  directory.remembered.set(key, match)
  return match
}
