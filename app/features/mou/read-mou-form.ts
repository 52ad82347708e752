import type { FormError } from '#app/components/error-summary.tsx'
import { provinceOf } from '#app/domain/values/actor.ts'
import { type Day, isDay } from '#app/domain/values/day.ts'
import type { Formatter } from '#app/i18n/format.ts'
import type { Messages } from '#app/i18n/messages/index.ts'

/** Names of the fields; those of a clause end in `_` and its place, counted from 0. */
export const MOU_FIELDS = {
  title: 'judul',
  number: 'nomor',
  partner: 'mitra',
  parties: 'para_pihak',
  regions: 'wilayah',
  starts: 'mulai',
  ends: 'berakhir',
  url: 'alamat_dokumen',
  note: 'catatan',
  quantity: 'jumlah',
  need: 'kebutuhan',
  clauseRegions: 'wilayah_komitmen',
  by: 'sampai',
  words: 'bunyi',
  /** The model district it is recorded for. */
  model: 'model',
  /** The state of the MoU the form was made from. */
  version: 'versi',
} as const

export const MOST_CLAUSES = 40
const MOST_ACTORS = 1_000_000
export const LENGTHS = { title: 200, number: 100, parties: 1000, url: 500, note: 2000, words: 500 } as const

export interface ClauseDraft {
  readonly quantity: number
  readonly need: string | null
  readonly regions: readonly string[]
  readonly by: Day | null
  readonly words: string | null
}

export interface MouDraft {
  readonly title: string
  readonly number: string | null
  readonly partnerId: string | null
  readonly parties: string | null
  readonly regions: readonly string[]
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly documentUrl: string | null
  readonly note: string | null
  readonly clauses: readonly ClauseDraft[]
}

/** What the form is read against. */
export interface MouFormWorld {
  readonly t: Messages['mou']['form']
  readonly f: Formatter
  readonly partnerIds: ReadonlySet<string>
  readonly needIds: readonly string[]
  readonly resolve: (text: string) => string | null
  /** Codes of the regions the viewer may record for: also what stands when she names none. Empty: no limit. */
  readonly home: readonly string[]
}

/** Whether a province or regency lies in a list of codes; an empty list is everywhere. */
const within = (code: string, regions: readonly string[]) =>
  regions.length === 0 || regions.includes(code) || regions.includes(provinceOf(code))

/** Reads the form of an MoU. Whatever is unknown may stay empty, except the title. */
export function readMouForm(form: FormData, world: MouFormWorld): MouDraft | { readonly errors: readonly FormError[] } {
  const { t, f } = world
  const errors: FormError[] = []
  const refuse = (field: string, message: string): null => {
    errors.push({ field, message })
    return null
  }
  const text = (field: string) => String(form.get(field) ?? '').trim()
  const words = (field: string, most: number) => {
    const typed = text(field)
    if (typed.length > most) return refuse(field, t.longProblem(f.number(most)))
    return typed || null
  }
  const day = (field: string): Day | null => {
    const typed = text(field)
    if (typed === '') return null
    if (isDay(typed)) return typed
    return refuse(field, t.dayProblem)
  }
  const regions = (field: string, limit: readonly string[], outside: (text: string) => string) => {
    const codes: string[] = []
    const lines = text(field)
      .split(/[\n;]/)
      .map((line) => line.trim())
    for (const line of lines.filter(Boolean)) {
      const code = world.resolve(line)
      if (code === null) refuse(field, t.regionsProblem(line))
      else if (!within(code, limit)) refuse(field, outside(line))
      else if (!codes.includes(code)) codes.push(code)
    }
    return codes
  }
  const title = text(MOU_FIELDS.title)
  if (title === '' || title.length > LENGTHS.title) refuse(MOU_FIELDS.title, t.titleProblem)
  const partnerId = text(MOU_FIELDS.partner) || null
  if (partnerId !== null && !world.partnerIds.has(partnerId)) refuse(MOU_FIELDS.partner, t.partnerProblem)
  const named = regions(MOU_FIELDS.regions, world.home, t.regionsOutside)
  const area = named.length > 0 ? named : world.home
  const startsOn = day(MOU_FIELDS.starts)
  const endsOn = day(MOU_FIELDS.ends)
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) refuse(MOU_FIELDS.ends, t.orderProblem)
  const documentUrl = words(MOU_FIELDS.url, LENGTHS.url)
  if (documentUrl !== null && !isSecureAddress(documentUrl)) refuse(MOU_FIELDS.url, t.urlProblem)
  const clauses: ClauseDraft[] = []
  for (let n = 0; n < MOST_CLAUSES; n++) {
    const of = (field: string) => `${field}_${n}`
    const typed = text(of(MOU_FIELDS.quantity))
    if (typed === '') continue
    const quantity = /^\d+$/.test(typed) ? Number(typed) : 0
    if (quantity < 1 || quantity > MOST_ACTORS) refuse(of(MOU_FIELDS.quantity), t.quantityProblem)
    const need = text(of(MOU_FIELDS.need)) || null
    if (need !== null && !world.needIds.includes(need)) refuse(of(MOU_FIELDS.need), t.needProblem)
    const by = day(of(MOU_FIELDS.by))
    if (by !== null && ((endsOn !== null && by > endsOn) || (startsOn !== null && by < startsOn)))
      refuse(of(MOU_FIELDS.by), t.byProblem)
    clauses.push({
      quantity,
      need,
      regions: regions(of(MOU_FIELDS.clauseRegions), area, t.clauseOutside),
      by,
      words: words(of(MOU_FIELDS.words), LENGTHS.words),
    })
  }
  const draft = {
    title,
    number: words(MOU_FIELDS.number, LENGTHS.number),
    partnerId,
    parties: words(MOU_FIELDS.parties, LENGTHS.parties),
    regions: area,
    startsOn,
    endsOn,
    documentUrl,
    note: words(MOU_FIELDS.note, LENGTHS.note),
    clauses,
  }
  return errors.length > 0 ? { errors } : draft
}

function isSecureAddress(text: string): boolean {
  return text.startsWith('https://') && URL.canParse(text)
}
