import { coversRegency, type Scope } from '#app/domain/access/viewer.ts'
import { resolveRegion } from '#app/domain/regions/resolve-region.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { forbidden, notFound } from '#app/lib/responses.server.ts'
import { getModelMou } from '#db/queries/mou.ts'
import { findPartners } from '#db/queries/partners.ts'
import { findModelDistricts } from '#db/queries/reference.ts'
import { regionDirectory } from '#db/reference/region-directory.ts'
import { getMouRecord, type MouRecord, mayChangeMou, regionNamer } from './mou-records.server.ts'
import { MOST_CLAUSES, MOU_FIELDS } from './read-mou-form.ts'

type FormContext = Pick<RequestContext, 'db' | 'viewer' | 'locale'>

export interface MouFormPage {
  /** Null for a new one. */
  readonly mouId: string | null
  readonly title: string
  /** What stands in the fields, by name. */
  readonly values: Readonly<Record<string, string>>
  readonly partners: readonly { readonly value: string; readonly label: string }[]
  /** Rows for clauses. */
  readonly rows: number
}

const SPARE_ROWS = 2

/** Codes of the regions a viewer may record MoUs for; empty: everywhere. */
export function homeOf(scope: Scope): readonly string[] {
  if (scope.reach === 'regency') return [scope.regency]
  return scope.reach === 'province' ? [scope.province] : []
}

/** The region a text names, or null. */
export const resolveTyped = (text: string): string | null => resolveRegion(text, regionDirectory(), {}).code

/**
 * The form for a new MoU, filled with the little that is known where it is for a model district (`?model=7`).
 * @throws 401, 403; 404 for a model district outside the viewer's scope or recorded already.
 */
export async function loadNewMou(context: FormContext, search: URLSearchParams): Promise<MouFormPage> {
  const { db, viewer, locale } = context
  demand(viewer, 'mou:write')
  const nameOf = await regionNamer(db)
  const asked = search.get(MOU_FIELDS.model)
  let values: Record<string, string> = { [MOU_FIELDS.regions]: homeOf(viewer.scope).map(nameOf).join('\n') }
  if (asked !== null) {
    const district = (await findModelDistricts(db)).find((one) => String(one.n) === asked)
    if (!district || !coversRegency(viewer.scope, district.region_code)) throw notFound()
    if (await getModelMou(db, district.n)) throw notFound()
    const t = messagesFor(locale).mou.model
    const place = district.region_code === null ? null : nameOf(district.region_code)
    values = {
      [MOU_FIELDS.model]: asked,
      [MOU_FIELDS.title]: place === null ? t.newTitleUnknown(asked) : t.newTitle(place),
      [MOU_FIELDS.regions]: place ?? '',
    }
  }
  return {
    mouId: null,
    title: messagesFor(locale).mou.form.titleNew,
    values,
    partners: await partnerOptions(context),
    rows: SPARE_ROWS,
  }
}

/** The form of a stored MoU. @throws 401, 403; 404 outside the viewer's scope. */
export async function loadMouForm(context: FormContext, id: string): Promise<MouFormPage> {
  const record = await demandChangeable(context, id)
  return {
    mouId: id,
    title: messagesFor(context.locale).mou.form.titleEdit,
    values: valuesOf(record, await regionNamer(context.db)),
    partners: await partnerOptions(context),
    rows: Math.min(MOST_CLAUSES, record.clauseRows.length + SPARE_ROWS),
  }
}

/** The MoU, once it is sure that the viewer may change it. @throws 401, 403, 404. */
export async function demandChangeable({ db, viewer }: FormContext, id: string): Promise<MouRecord> {
  demand(viewer, 'mou:write')
  const record = await getMouRecord(db, viewer.scope, id)
  if (!record) throw notFound()
  if (!mayChangeMou(viewer, record.row)) throw forbidden()
  return record
}

async function partnerOptions({ db }: FormContext): Promise<MouFormPage['partners']> {
  return (await findPartners(db)).map(({ id, name }) => ({ value: id, label: name }))
}

function valuesOf({ row, mou, clauseRows }: MouRecord, nameOf: (code: string) => string): Record<string, string> {
  // why: a name that means several regions would not come back as the one that is stored
  const written = (code: string) => (resolveTyped(nameOf(code)) === code ? nameOf(code) : code)
  const values: Record<string, string | null> = {
    [MOU_FIELDS.version]: row.updated_at,
    [MOU_FIELDS.title]: row.title,
    [MOU_FIELDS.number]: row.number,
    [MOU_FIELDS.partner]: row.partner_id,
    [MOU_FIELDS.parties]: row.parties,
    [MOU_FIELDS.regions]: mou.regions.map(written).join('\n'),
    [MOU_FIELDS.starts]: row.starts_on,
    [MOU_FIELDS.ends]: row.ends_on,
    [MOU_FIELDS.url]: row.document_url,
    [MOU_FIELDS.note]: row.note,
  }
  for (const [n, clause] of clauseRows.entries()) {
    values[`${MOU_FIELDS.quantity}_${n}`] = String(clause.quantity)
    values[`${MOU_FIELDS.need}_${n}`] = clause.need_id
    values[`${MOU_FIELDS.clauseRegions}_${n}`] = mou.clauses[n]!.regions.map(written).join('\n')
    values[`${MOU_FIELDS.by}_${n}`] = clause.by_day
    values[`${MOU_FIELDS.words}_${n}`] = clause.words
  }
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
}
