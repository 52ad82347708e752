import type { FormError } from '#app/components/error-summary.tsx'
import { holdsPersonalNumber } from '#app/domain/privacy/personal-number.ts'
import { isProgrammeLabel, type ProgrammeLabel } from '#app/domain/programmes/labels.ts'
import { KPI_MEASURES, type KpiMeasure } from '#app/domain/programmes/states.ts'
import { provinceOf } from '#app/domain/values/actor.ts'
import { type Day, isDay } from '#app/domain/values/day.ts'
import type { Formatter } from '#app/i18n/format.ts'
import type { Messages } from '#app/i18n/messages/index.ts'

/** Names of the fields; those of a document or own measure end in `_` and its place, counted from 0. */
export const PROGRAMME_FIELDS = {
  title: 'judul',
  aim: 'tujuan',
  starts: 'mulai',
  ends: 'berakhir',
  offers: 'penawaran',
  regions: 'wilayah',
  labels: 'label',
  kpi: 'ukuran',
  ownKpi: 'ukuran_sendiri',
  document: 'dokumen',
  url: 'alamat',
  note: 'catatan',
  isPublic: 'umum',
  /** The stored plan it is made from. */
  plan: 'rencana',
  /** The version the form was made from. */
  version: 'versi',
} as const

export const MOST_DOCUMENTS = 10
export const MOST_OWN_KPIS = 3
export const PROGRAMME_LENGTHS = { title: 200, aim: 3000, url: 500, note: 2000, words: 300, document: 200 } as const
const MOST_TARGET = 1_000_000

export interface ProgrammeDraft {
  readonly title: string
  readonly aim: string
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly offers: readonly string[]
  readonly regions: readonly { readonly regency_code: string; readonly target: number | null }[]
  readonly labels: readonly ProgrammeLabel[]
  readonly kpis: readonly {
    readonly measure: KpiMeasure
    readonly percent: number | null
    readonly words: string | null
  }[]
  readonly documents: readonly {
    readonly title: string
    readonly url: string | null
    readonly note: string | null
    readonly is_public: 0 | 1
  }[]
}

/** What the form is read against. */
export interface ProgrammeFormWorld {
  readonly t: Messages['programmes']['form']
  readonly f: Formatter
  readonly offerIds: ReadonlySet<string>
  readonly resolve: (text: string) => string | null
  /** Codes of kabupaten and kota of a province. */
  readonly regenciesOf: (province: string) => readonly string[]
  /** The province the viewer may draft for; null: everywhere. */
  readonly province: string | null
}

/** Reads the form of a programme. All but the title may stay empty in a draft. */
export function readProgrammeForm(
  form: FormData,
  world: ProgrammeFormWorld,
): ProgrammeDraft | { readonly errors: readonly FormError[] } {
  const { t, f } = world
  const errors: FormError[] = []
  const refuse = (field: string, message: string): null => {
    errors.push({ field, message })
    return null
  }
  const text = (field: string) => String(form.get(field) ?? '').trim()
  const words = (field: string, most: number): string => {
    const typed = text(field).replaceAll('\r\n', '\n')
    if (typed.length > most) refuse(field, t.longProblem(f.number(most)))
    else if (holdsPersonalNumber(typed)) refuse(field, t.personalProblem)
    return typed
  }
  const day = (field: string): Day | null => {
    const typed = text(field)
    if (typed === '') return null
    return isDay(typed) ? typed : refuse(field, t.dayProblem)
  }
  const title = words(PROGRAMME_FIELDS.title, PROGRAMME_LENGTHS.title)
  if (title === '') refuse(PROGRAMME_FIELDS.title, t.titleProblem)
  const startsOn = day(PROGRAMME_FIELDS.starts)
  const endsOn = day(PROGRAMME_FIELDS.ends)
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) refuse(PROGRAMME_FIELDS.ends, t.orderProblem)
  const offers = [...new Set(form.getAll(PROGRAMME_FIELDS.offers).map(String))]
  if (offers.some((offer) => !world.offerIds.has(offer))) refuse(PROGRAMME_FIELDS.offers, t.offerProblem)
  const draft = {
    title,
    aim: words(PROGRAMME_FIELDS.aim, PROGRAMME_LENGTHS.aim),
    startsOn,
    endsOn,
    offers,
    regions: readRegions(text(PROGRAMME_FIELDS.regions), world, refuse),
    labels: [...new Set(form.getAll(PROGRAMME_FIELDS.labels).map(String).filter(isProgrammeLabel))],
    kpis: readKpis(text, words, world, refuse),
    documents: readDocuments(form, text, words, world, refuse),
  }
  return errors.length > 0 ? { errors } : draft
}

type Refuse = (field: string, message: string) => null

/** Lines of "Kab. Kendal = 40", a province for all of its own; the number is how many are to be helped there. */
function readRegions(typed: string, world: ProgrammeFormWorld, refuse: Refuse): ProgrammeDraft['regions'] {
  const field = PROGRAMME_FIELDS.regions
  const found = new Map<string, number | null>()
  for (const line of typed.split(/[\n;]/).map((one) => one.trim())) {
    if (line === '') continue
    const [name = '', number] = line.split('=').map((one) => one.trim())
    const code = world.resolve(name)
    const target = number === undefined || number === '' ? null : Number(number.replaceAll('.', ''))
    if (code === null) refuse(field, world.t.regionProblem(name))
    else if (world.province !== null && provinceOf(code) !== world.province && code !== world.province)
      refuse(field, world.t.regionOutside(name))
    else if (target !== null && (!Number.isInteger(target) || target < 1 || target > MOST_TARGET))
      refuse(field, world.t.targetProblem(line))
    else if (!code.includes('.') && target !== null) refuse(field, world.t.provinceTarget(name))
    else
      for (const one of code.includes('.') ? [code] : world.regenciesOf(code))
        if (!found.get(one)) found.set(one, target)
  }
  return [...found].map(([regency_code, target]) => ({ regency_code, target }))
}

function readKpis(
  text: (field: string) => string,
  words: (field: string, most: number) => string,
  { t }: ProgrammeFormWorld,
  refuse: Refuse,
): ProgrammeDraft['kpis'] {
  const found: { measure: KpiMeasure; percent: number | null; words: string | null }[] = []
  for (const measure of KPI_MEASURES) {
    if (measure === 'own') continue
    const field = `${PROGRAMME_FIELDS.kpi}_${measure}`
    const typed = text(field).replace('%', '').trim()
    if (typed === '') continue
    const percent = /^\d+$/.test(typed) ? Number(typed) : 0
    if (percent < 1 || percent > 100) refuse(field, t.percentProblem)
    else found.push({ measure, percent, words: null })
  }
  for (let n = 0; n < MOST_OWN_KPIS; n++) {
    const typed = words(`${PROGRAMME_FIELDS.ownKpi}_${n}`, PROGRAMME_LENGTHS.words)
    if (typed !== '') found.push({ measure: 'own', percent: null, words: typed })
  }
  return found
}

function readDocuments(
  form: FormData,
  text: (field: string) => string,
  words: (field: string, most: number) => string,
  { t }: ProgrammeFormWorld,
  refuse: Refuse,
): ProgrammeDraft['documents'] {
  const found: ProgrammeDraft['documents'][number][] = []
  for (let n = 0; n < MOST_DOCUMENTS; n++) {
    const of = (field: string) => `${field}_${n}`
    const title = words(of(PROGRAMME_FIELDS.document), PROGRAMME_LENGTHS.document)
    const url = text(of(PROGRAMME_FIELDS.url))
    const note = words(of(PROGRAMME_FIELDS.note), PROGRAMME_LENGTHS.note)
    if (title === '' && url === '' && note === '') continue
    if (title === '') refuse(of(PROGRAMME_FIELDS.document), t.documentProblem)
    if (url !== '' && (!url.startsWith('https://') || !URL.canParse(url) || url.length > PROGRAMME_LENGTHS.url))
      refuse(of(PROGRAMME_FIELDS.url), t.urlProblem)
    found.push({
      title,
      url: url || null,
      note: note || null,
      is_public: form.get(of(PROGRAMME_FIELDS.isPublic)) === '1' ? 1 : 0,
    })
  }
  return found
}
