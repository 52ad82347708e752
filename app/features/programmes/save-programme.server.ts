import { randomUUID } from 'node:crypto'
import type { FormError } from '#app/components/error-summary.tsx'
import { can } from '#app/domain/access/permissions.ts'
import type { ProgrammeState } from '#app/domain/programmes/states.ts'
import { resolveRegion } from '#app/domain/regions/resolve-region.ts'
import { provinceOf } from '#app/domain/values/actor.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { formatterFor } from '#app/i18n/format.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest } from '#app/lib/responses.server.ts'
import type { Db } from '#db/client.ts'
import { getAccount } from '#db/queries/accounts.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { getPlanResult } from '#db/queries/plans.ts'
import { changeProgrammeFrom, insertProgramme, type ProgrammeParts } from '#db/queries/programmes.ts'
import { regionDirectory } from '#db/reference/region-directory.ts'
import { demandChangeable, newDraft, type ProgrammeContext } from './programme-records.server.ts'
import { PROGRAMME_FIELDS, type ProgrammeDraft, readProgrammeForm } from './read-programme-form.ts'

/** What was wrong, with what was typed. */
export interface ProgrammeRefusal {
  readonly errors: readonly FormError[]
  readonly typed: Readonly<Record<string, readonly string[]>>
}

export type SaveProgrammeResult = { readonly next: string } | { readonly refusal: ProgrammeRefusal }

/** Makes a draft, by hand or from a stored plan. @throws Response 401, 403; 400 for a plan that is none. */
export async function createProgramme(context: ProgrammeContext, form: FormData): Promise<SaveProgrammeResult> {
  const { db, viewer } = context
  demand(viewer, 'programmes:draft')
  const plan = String(form.get(PROGRAMME_FIELDS.plan) ?? '') || null
  if (plan !== null && !(can(viewer, 'plans:read') && (await getPlanResult(db, plan)))) throw badRequest()
  const draft = await readDraft(context, form)
  if ('errors' in draft) return refusal(form, draft.errors)
  const id = randomUUID()
  const parts = await partsOf(context, draft)
  await db.transaction().execute(async (trx) => {
    const account = viewer.accountId === null ? undefined : await getAccount(trx, viewer.accountId)
    await insertProgramme(
      trx,
      {
        id,
        // why: what an invented account draws up is invented too
        is_demo: account?.is_demo ?? 0,
        ...columnsOf(draft),
        ...newDraft(context),
        province_code: viewer.scope.reach === 'province' ? viewer.scope.province : null,
        plan_result_id: plan,
        copied_from: null,
      },
      parts,
      { programme_id: id, version: 1, ...eventOf(context, 'create', 'draft') },
    )
    await audit(trx, context, id, parts, 'create')
  })
  return { next: paths.programme(id) }
}

/** Changes the content of a draft or of one in consultation, unless somebody else has meanwhile. @throws 401, 403, 404. */
export async function editProgramme(
  context: ProgrammeContext,
  id: string,
  form: FormData,
): Promise<SaveProgrammeResult> {
  const { db, viewer, locale } = context
  const { row } = await demandChangeable(db, viewer, id)
  const draft = await readDraft(context, form)
  if ('errors' in draft) return refusal(form, draft.errors)
  const parts = await partsOf(context, draft)
  const version = Number(form.get(PROGRAMME_FIELDS.version))
  const changed = await db.transaction().execute(async (trx) => {
    const event = eventOf(context, 'edit', row.state)
    // why: the state is asked for again inside the transaction, by the version alone
    if (!(await changeProgrammeFrom(trx, id, version, columnsOf(draft), event, parts))) return false
    await audit(trx, context, id, parts, 'edit')
    return true
  })
  if (changed) return { next: paths.programme(id) }
  return refusal(form, [{ field: PROGRAMME_FIELDS.title, message: messagesFor(locale).programmes.form.stale }])
}

async function readDraft({ db, viewer, locale, today }: ProgrammeContext, form: FormData) {
  const world = await matchWorld(db, today)
  return readProgrammeForm(form, {
    t: messagesFor(locale).programmes.form,
    f: formatterFor(locale),
    offerIds: new Set(world.offers.map((offer) => offer.id)),
    resolve: (text) => resolveRegion(text, regionDirectory(), {}).code,
    regenciesOf: (province) => world.axes.regencies.filter((code) => provinceOf(code) === province),
    province: viewer.scope.reach === 'province' ? viewer.scope.province : null,
  })
}

const columnsOf = (draft: ProgrammeDraft) => ({
  title: draft.title,
  aim: draft.aim,
  starts_on: draft.startsOn,
  ends_on: draft.endsOn,
})

async function partsOf({ db, today }: ProgrammeContext, draft: ProgrammeDraft): Promise<ProgrammeParts> {
  const world = await matchWorld(db, today)
  return {
    offers: draft.offers.map((id) => ({ offer_id: id, partner_id: world.offerById.get(id)!.partnerId })),
    regions: draft.regions,
    kpis: draft.kpis,
    documents: draft.documents,
    labels: draft.labels,
  }
}

function eventOf({ viewer, now }: ProgrammeContext, deed: string, to_state: ProgrammeState) {
  return { id: randomUUID(), deed, to_state, account_id: viewer.accountId, role: viewer.role, at: now }
}

async function audit(
  trx: Db,
  { viewer, now }: ProgrammeContext,
  id: string,
  parts: ProgrammeParts,
  step: 'create' | 'edit',
): Promise<void> {
  await appendAudit(trx, viewer, {
    at: now,
    action: 'programme:write',
    subject: { type: 'programme', id },
    because: 'administration',
    detail: { step, offers: parts.offers.length, regencies: parts.regions.length, documents: parts.documents.length },
  })
}

function refusal(form: FormData, errors: readonly FormError[]): SaveProgrammeResult {
  const typed: Record<string, string[]> = {}
  for (const name of new Set(form.keys())) typed[name] = form.getAll(name).map(String)
  return { refusal: { errors, typed } }
}
