import { PLAN_GOALS } from '#app/domain/planning/scenario.ts'
import { numberOf, textOf } from './form-state.ts'

/** The fields in which the order of the goals is chosen. */
export const GOAL_FIELDS = PLAN_GOALS.map((_, at) => `tujuan-${at + 1}`)

/** The field for the places of an offer. */
export const placesField = (offerId: string): string => `tempat-${offerId}`

/** The scenario of the form, as JSON that the one reader of scenarios checks. */
export function scenarioInput(form: FormData): unknown {
  const share = numberOf(form, 'batas')
  const batch = numberOf(form, 'paling_sedikit')
  const most = numberOf(form, 'paling_banyak')
  const optional = {
    perActor: numberOf(form, 'per_pelaku'),
    seed: numberOf(form, 'benih'),
    timeLimit: numberOf(form, 'waktu'),
  }
  const goals = GOAL_FIELDS.map((field) => textOf(form, field)).filter(Boolean)
  return {
    name: textOf(form, 'nama'),
    regions: textOf(form, 'wilayah')
      .split(/[,;\n]/)
      .map((one) => one.trim())
      .filter(Boolean),
    clusters: form.getAll('kluster'),
    needs: form.getAll('kebutuhan'),
    offers: form.getAll('mitra'),
    goals: goals.length > 0 ? goals : undefined,
    floor: share === undefined ? null : { per: textOf(form, 'batas_per'), share: share / 100 },
    undecided: form.get('belum_pasti') === '1',
    programmes:
      batch === undefined && most === undefined
        ? null
        : { minimumBatch: batch ?? 1, ...(most === undefined ? {} : { most }) },
    capacities: capacitiesOf(form),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  }
}

/** Places that were typed, by offer. */
function capacitiesOf(form: FormData): Record<string, unknown> {
  const reason = textOf(form, 'alasan_kapasitas')
  const prefix = placesField('')
  return Object.fromEntries(
    [...form.keys()]
      .filter((name) => name.startsWith(prefix) && textOf(form, name) !== '')
      .map((name) => [name.slice(prefix.length), { places: numberOf(form, name), reason }]),
  )
}

/** Whether places were typed, which needs a reason. */
export const setsPlaces = (form: FormData): boolean => Object.keys(capacitiesOf(form)).length > 0

const FIELD_OF: Readonly<Record<string, string>> = {
  name: 'nama',
  regions: 'wilayah',
  offers: 'mitra',
  goals: GOAL_FIELDS[0]!,
  perActor: 'per_pelaku',
  floor: 'batas',
  programmes: 'paling_sedikit',
  seed: 'benih',
  timeLimit: 'waktu',
  overrides: 'alasan',
}

/** The control of the form that a field of the scenario is typed in. */
export function controlOf(field: string): string {
  const offer = /^capacities\.(.+?)(\.(places|reason))?$/.exec(field)
  if (offer) return placesField(offer[1]!)
  return FIELD_OF[field.split(/[.[]/)[0]!] ?? 'nama'
}
