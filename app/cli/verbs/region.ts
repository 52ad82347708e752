import { type RegionMatch, type RegionOptions, resolveRegion } from '#app/domain/regions/resolve-region.ts'
import { regionDirectory } from '#db/reference/region-directory.ts'
import { regionRows } from '#db/reference/region-rows.ts'
import type { Io } from '../io.ts'
import { readJsonFile } from '../read-json-file.ts'
import { readOneOf } from '../read-option.ts'
import { CliFailure, UsageError, type Verb } from '../verb.ts'

const LEVELS = ['province', 'regency'] as const
const KINDS = ['kabupaten', 'kota'] as const

/** The options of one entry of a batch, or null when they are not of the agreed form. */
function optionsOf(value: unknown): RegionOptions | null {
  if (value === undefined || value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value)) return null
  const { level, prov, prefer, ...other } = value as Record<string, unknown>
  const right =
    Object.keys(other).length === 0 &&
    (level === undefined || LEVELS.some((word) => word === level)) &&
    (prov === undefined || typeof prov === 'string') &&
    (prefer === undefined || KINDS.some((word) => word === prefer))
  return right ? (value as RegionOptions) : null
}

async function readBatch(file: string, io: Io): Promise<{ text: string; options: RegionOptions }[]> {
  const entries = await readJsonFile(file, io.t)
  if (!Array.isArray(entries)) throw new CliFailure(io.t.verbs.region.notArray(file))
  return entries.map((entry, index) => {
    const [text, options, ...more] = Array.isArray(entry) ? entry : [entry]
    const read = optionsOf(options)
    if (typeof text !== 'string' || read === null || more.length > 0) {
      throw new CliFailure(io.t.verbs.region.badEntry(file, index + 1))
    }
    return { text, options: read }
  })
}

function describe(text: string, match: RegionMatch, io: Io): string {
  const t = io.t.verbs.region
  const names = new Map(regionRows().map((region) => [region.code, region.name]))
  const labels = (codes: readonly string[]) => codes.map((code) => `${code} ${names.get(code)}`).join(', ')
  if (match.code) {
    const perhaps = match.suggestions.length > 0 ? t.perhaps(labels(match.suggestions)) : ''
    return t.found(text, labels([match.code]) + perhaps)
  }
  if (match.candidates.length > 0) return t.several(text, labels(match.candidates))
  return match.suggestions.length > 0 ? t.noneBut(text, labels(match.suggestions)) : t.none(text)
}

export const regionVerb: Verb = {
  name: 'region',
  options: {
    batch: { type: 'string' },
    level: { type: 'string' },
    prov: { type: 'string' },
    prefer: { type: 'string' },
  },
  positionals: true,
  async run({ values, positionals }, io) {
    const level = readOneOf(values.level, '--level', LEVELS, io.t)
    const prefer = readOneOf(values.prefer, '--prefer', KINDS, io.t)
    const prov = values.prov as string | undefined
    const given = { ...(level && { level }), ...(prefer && { prefer }), ...(prov !== undefined && { prov }) }
    if (typeof values.batch === 'string') {
      if (positionals.length > 0) throw new UsageError(io.t.verbs.region.textOrBatch)
      const entries = await readBatch(values.batch, io)
      const matches = entries.map(({ text, options }) =>
        resolveRegion(text, regionDirectory(), { ...given, ...options }),
      )
      io.answer(matches, () => matches.map((match, index) => describe(entries[index]!.text, match, io)))
      return
    }
    if (positionals.length === 0) throw new UsageError(io.t.verbs.region.textOrBatch)
    const text = positionals.join(' ')
    const match = resolveRegion(text, regionDirectory(), given)
    io.answer(match, () => describe(text, match, io))
  },
}
