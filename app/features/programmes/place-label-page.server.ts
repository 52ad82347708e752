import { randomUUID } from 'node:crypto'
import type { FormError } from '#app/components/error-summary.tsx'
import { can } from '#app/domain/access/permissions.ts'
import type { Viewer } from '#app/domain/access/viewer.ts'
import { isProgrammeLabel, type ProgrammeLabel } from '#app/domain/programmes/labels.ts'
import { resolveRegion } from '#app/domain/regions/resolve-region.ts'
import { provinceOf } from '#app/domain/values/actor.ts'
import { isDay } from '#app/domain/values/day.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest, notFound } from '#app/lib/responses.server.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { deletePlaceLabel, findPlaceLabels, getPlaceLabel, insertPlaceLabel } from '#db/queries/place-labels.ts'
import { findModelDistricts } from '#db/queries/reference.ts'
import { regionDirectory } from '#db/reference/region-directory.ts'
import { PLACE_LABEL_FIELDS } from './desk-fields.ts'
import type { ProgrammeContext } from './programme-records.server.ts'

export interface LabelledPlace {
  /** Null for a label that stands in the reference data and is not taken away here. */
  readonly id: string | null
  readonly place: string
  readonly village: string | null
  readonly label: ProgrammeLabel
  readonly source: string
  readonly since: string | null
  readonly mayRemove: boolean
}

export interface PlaceLabelPage {
  readonly places: readonly LabelledPlace[]
  readonly mayWrite: boolean
}

export interface PlaceLabelRefusal {
  readonly errors: readonly FormError[]
  readonly typed: Readonly<Record<string, string>>
}

export type PlaceLabelResult = { readonly next: string } | { readonly refusal: PlaceLabelRefusal }

type LabelContext = Pick<ProgrammeContext, 'db' | 'viewer' | 'locale' | 'today' | 'now'>

const LIMIT = { village: 100, source: 300 } as const

/** Whether the viewer keeps the labels of a place: the ministry everywhere, a province within itself. */
function keeps(viewer: Viewer, region: string): boolean {
  if (!can(viewer, 'programmes:draft')) return false
  return (
    viewer.scope.reach === 'all' || (viewer.scope.reach === 'province' && provinceOf(region) === viewer.scope.province)
  )
}

/** Every labelled place with where the label is written; open to everybody. */
export async function loadPlaceLabels({ db, viewer, locale, today }: LabelContext): Promise<PlaceLabelPage> {
  demand(viewer, 'programmes:read')
  const { regionName } = await matchWorld(db, today)
  const models = (await findModelDistricts(db)).flatMap(({ region_code }) =>
    region_code === null
      ? []
      : [
          {
            id: null,
            place: regionName(region_code),
            village: null,
            label: 'ir_model' as const,
            source: messagesFor(locale).programmes.placeLabel.modelSource,
            since: null,
            mayRemove: false,
          },
        ],
  )
  const recorded = (await findPlaceLabels(db)).map((row) => ({
    id: row.id,
    place: regionName(row.region_code),
    village: row.village,
    label: row.label,
    source: row.source,
    since: row.since,
    mayRemove: keeps(viewer, row.region_code),
  }))
  return { places: [...recorded, ...models], mayWrite: can(viewer, 'programmes:draft') }
}

/** Labels a place, or takes a label away. @throws Response 401, 403, 404; 400 for a form that is none of ours. */
export async function actOnPlaceLabels(context: LabelContext, form: FormData): Promise<PlaceLabelResult> {
  const { db, viewer, now } = context
  demand(viewer, 'programmes:draft')
  const intent = form.get('intent')
  if (intent === 'add') return add(context, form)
  if (intent !== 'remove') throw badRequest()
  await db.transaction().execute(async (trx) => {
    const row = await getPlaceLabel(trx, String(form.get(PLACE_LABEL_FIELDS.id)))
    if (!row || !keeps(viewer, row.region_code)) throw notFound()
    await deletePlaceLabel(trx, row.id)
    await appendAudit(trx, viewer, {
      at: now,
      action: 'place:label',
      subject: { type: 'region', id: row.region_code },
      because: 'administration',
      detail: { step: 'remove', label: row.label },
    })
  })
  return { next: paths.placeLabels() }
}

async function add({ db, viewer, locale, now }: LabelContext, form: FormData): Promise<PlaceLabelResult> {
  const t = messagesFor(locale).programmes
  const typed = Object.fromEntries([...form.entries()].map(([name, value]) => [name, String(value).trim()]))
  const text = (field: string): string => typed[field] ?? ''
  const errors: FormError[] = []
  const region = resolveRegion(text(PLACE_LABEL_FIELDS.region), regionDirectory(), {}).code
  const label = text(PLACE_LABEL_FIELDS.label)
  const since = text(PLACE_LABEL_FIELDS.since)
  const refuse = (field: string, message: string) => errors.push({ field, message })
  if (region === null) refuse(PLACE_LABEL_FIELDS.region, t.form.regionProblem(text(PLACE_LABEL_FIELDS.region)))
  else if (!keeps(viewer, region))
    refuse(PLACE_LABEL_FIELDS.region, t.form.regionOutside(text(PLACE_LABEL_FIELDS.region)))
  if (!isProgrammeLabel(label)) refuse(PLACE_LABEL_FIELDS.label, t.placeLabel.labelProblem)
  for (const key of ['village', 'source'] as const)
    if (text(PLACE_LABEL_FIELDS[key]).length > LIMIT[key])
      refuse(PLACE_LABEL_FIELDS[key], t.form.longProblem(String(LIMIT[key])))
  if (text(PLACE_LABEL_FIELDS.source) === '') refuse(PLACE_LABEL_FIELDS.source, t.placeLabel.sourceProblem)
  if (since !== '' && !isDay(since)) refuse(PLACE_LABEL_FIELDS.since, t.form.dayProblem)
  if (errors.length > 0 || region === null || !isProgrammeLabel(label)) return { refusal: { errors, typed } }
  await db.transaction().execute(async (trx) => {
    await insertPlaceLabel(trx, {
      id: randomUUID(),
      region_code: region,
      village: text(PLACE_LABEL_FIELDS.village) || null,
      label,
      source: text(PLACE_LABEL_FIELDS.source),
      since: since || null,
      created_by: viewer.accountId,
      created_at: now,
    })
    await appendAudit(trx, viewer, {
      at: now,
      action: 'place:label',
      subject: { type: 'region', id: region },
      because: 'administration',
      detail: { step: 'add', label },
    })
  })
  return { next: paths.placeLabels() }
}
