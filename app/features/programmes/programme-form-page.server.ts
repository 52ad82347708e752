import { can } from '#app/domain/access/permissions.ts'
import { K } from '#app/domain/privacy/suppress-counts.ts'
import { resolveRegion } from '#app/domain/regions/resolve-region.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { readPlan } from '#app/features/plans/store-plan.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { demand } from '#app/lib/guard.server.ts'
import { notFound } from '#app/lib/responses.server.ts'
import type { ProgrammeParts } from '#db/queries/programmes.ts'
import { regionDirectory } from '#db/reference/region-directory.ts'
import type { ProgrammeRow } from '#db/schema/programme.ts'
import { demandChangeable, type ProgrammeContext, placesOfPlan } from './programme-records.server.ts'
import { PROGRAMME_FIELDS } from './read-programme-form.ts'

export interface ProgrammeFormPage {
  /** Null for a new one. */
  readonly programmeId: string | null
  readonly title: string
  /** What stands in the fields, by name. */
  readonly values: Readonly<Record<string, readonly string[]>>
  /** Offers that can be chosen, by partner. */
  readonly partners: readonly {
    readonly id: string
    readonly name: string
    readonly offers: readonly { readonly id: string; readonly name: string }[]
  }[]
  /** The plan it is made from. */
  readonly plan: { readonly id: string; readonly name: string; readonly places: number } | null
}

type FormContext = Pick<ProgrammeContext, 'db' | 'viewer' | 'locale' | 'today'>

/** The form for a new programme, filled from a stored plan when one is named. @throws Response 401, 403; 404 for no plan. */
export async function loadNewProgramme(context: FormContext, search: URLSearchParams): Promise<ProgrammeFormPage> {
  const { db, viewer, locale } = context
  demand(viewer, 'programmes:draft')
  const asked = search.get(PROGRAMME_FIELDS.plan)
  const plan = asked && can(viewer, 'plans:read') ? await readPlan(db, asked) : null
  const places = plan && placesOfPlan(plan)
  if (asked && !places) throw notFound()
  const name = await lineNamer(context)
  const actors = new Map<string, Set<string>>()
  for (const place of places ?? [])
    actors.set(place.regency, (actors.get(place.regency) ?? new Set<string>()).add(place.actor))
  const values: Record<string, readonly string[]> = plan
    ? {
        [PROGRAMME_FIELDS.plan]: [plan.id],
        [PROGRAMME_FIELDS.title]: [plan.scenario.name],
        [PROGRAMME_FIELDS.offers]: [...new Set((places ?? []).map((place) => place.offer))],
        [PROGRAMME_FIELDS.regions]: [
          [...actors].map(([regency, women]) => `${name(regency)} = ${targetFor(women.size)}`).join('\n'),
        ],
      }
    : viewer.scope.reach === 'province'
      ? { [PROGRAMME_FIELDS.regions]: [name(viewer.scope.province)] }
      : {}
  return {
    programmeId: null,
    title: messagesFor(locale).programmes.form.titleNew,
    values,
    partners: await partnerOptions(context),
    plan: plan && places && { id: plan.id, name: plan.scenario.name, places: places.length },
  }
}

/** The form of a programme whose content is still open. @throws Response 401, 403, 404. */
export async function loadProgrammeForm(context: FormContext, id: string): Promise<ProgrammeFormPage> {
  const { row, parts } = await demandChangeable(context.db, context.viewer, id)
  return {
    programmeId: id,
    title: messagesFor(context.locale).programmes.form.titleEdit,
    values: valuesOf(row, parts, await lineNamer(context)),
    partners: await partnerOptions(context),
    plan: null,
  }
}

/**
 * The target suggested for a district: the women the plan gives a place there, rounded up to a multiple of K, since targets
 * are read by everybody and a plan for a few would tell of them.
 */
const targetFor = (women: number): number => Math.ceil(women / K) * K

/** Names a region so that the form reads the same region back: by its code where the name means several. */
async function lineNamer({ db, today }: FormContext): Promise<(code: string) => string> {
  const { regionName } = await matchWorld(db, today)
  return (code) => (resolveRegion(regionName(code), regionDirectory(), {}).code === code ? regionName(code) : code)
}

async function partnerOptions({ db, today }: FormContext): Promise<ProgrammeFormPage['partners']> {
  const { offers } = await matchWorld(db, today)
  const byPartner = new Map<string, { id: string; name: string; offers: { id: string; name: string }[] }>()
  for (const offer of offers.filter((one) => one.status !== 'historical')) {
    const partner = byPartner.get(offer.partnerId) ?? { id: offer.partnerId, name: offer.partnerName, offers: [] }
    byPartner.set(offer.partnerId, partner)
    partner.offers.push({ id: offer.id, name: offer.name })
  }
  return [...byPartner.values()].sort((a, b) => a.name.localeCompare(b.name, 'id'))
}

function valuesOf(
  row: ProgrammeRow,
  parts: ProgrammeParts,
  name: (code: string) => string,
): Record<string, readonly string[]> {
  const values: Record<string, readonly (string | null)[]> = {
    [PROGRAMME_FIELDS.version]: [String(row.version)],
    [PROGRAMME_FIELDS.title]: [row.title],
    [PROGRAMME_FIELDS.aim]: [row.aim],
    [PROGRAMME_FIELDS.starts]: [row.starts_on],
    [PROGRAMME_FIELDS.ends]: [row.ends_on],
    [PROGRAMME_FIELDS.offers]: parts.offers.map((offer) => offer.offer_id),
    [PROGRAMME_FIELDS.labels]: parts.labels,
    [PROGRAMME_FIELDS.regions]: [
      parts.regions
        .map(({ regency_code, target }) => `${name(regency_code)}${target === null ? '' : ` = ${target}`}`)
        .join('\n'),
    ],
  }
  for (const { measure, percent } of parts.kpis)
    if (measure !== 'own') values[`${PROGRAMME_FIELDS.kpi}_${measure}`] = [String(percent)]
  for (const [n, kpi] of parts.kpis.filter(({ measure }) => measure === 'own').entries())
    values[`${PROGRAMME_FIELDS.ownKpi}_${n}`] = [kpi.words]
  for (const [n, document] of parts.documents.entries()) {
    values[`${PROGRAMME_FIELDS.document}_${n}`] = [document.title]
    values[`${PROGRAMME_FIELDS.url}_${n}`] = [document.url]
    values[`${PROGRAMME_FIELDS.note}_${n}`] = [document.note]
    values[`${PROGRAMME_FIELDS.isPublic}_${n}`] = [document.is_public === 1 ? '1' : '']
  }
  return Object.fromEntries(
    Object.entries(values).map(([field, list]) => [field, list.filter((one): one is string => one !== null)]),
  )
}
