import { randomUUID } from 'node:crypto'
import type { FormError } from '#app/components/error-summary.tsx'
import { coversRegency } from '#app/domain/access/viewer.ts'
import { formatterFor } from '#app/i18n/format.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { termIds } from '#app/i18n/terms.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest } from '#app/lib/responses.server.ts'
import type { Db } from '#db/client.ts'
import { getAccount } from '#db/queries/accounts.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { getModelMou, insertMou, replaceMou } from '#db/queries/mou.ts'
import { findPartners } from '#db/queries/partners.ts'
import { findModelDistricts } from '#db/queries/reference.ts'
import type { MouClauseRow } from '#db/schema/proposal.ts'
import { demandChangeable, homeOf, resolveTyped } from './mou-form-page.server.ts'
import { MOU_FIELDS, type MouDraft, readMouForm } from './read-mou-form.ts'

type SaveContext = Pick<RequestContext, 'db' | 'viewer' | 'locale' | 'now'>

/** What was wrong, with what was typed. */
export interface MouRefusal {
  readonly errors: readonly FormError[]
  readonly typed: Readonly<Record<string, string>>
}

export type SaveMouResult = { readonly next: string } | { readonly refusal: MouRefusal }

/** Records a new MoU. @throws 401, 403; 400 for a model district that is none of the viewer's. */
export async function recordMou(context: SaveContext, form: FormData): Promise<SaveMouResult> {
  const { db, viewer, locale, now } = context
  demand(viewer, 'mou:write')
  const model = await modelOf(context, form)
  const draft = await readDraft(context, form)
  if ('errors' in draft) return refusal(form, draft.errors)
  const id = randomUUID()
  const recorded = await db.transaction().execute(async (trx) => {
    if (model !== null && (await getModelMou(trx, model))) return false
    const account = viewer.accountId === null ? undefined : await getAccount(trx, viewer.accountId)
    await insertMou(
      trx,
      {
        id,
        ...columnsOf(draft, context),
        // why: what an invented account promises is invented too, and only invented referrals count for it
        is_demo: account?.is_demo ?? 0,
        model_district: model,
        document_name: null,
        document_type: null,
        document_file: null,
        document_bytes: null,
        created_by: viewer.accountId,
        created_at: now,
        updated_at: now,
      },
      clauseRows(id, draft),
    )
    await audit(trx, context, id, draft, 'record')
    return true
  })
  if (recorded) return { next: paths.mou(id) }
  return refusal(form, [{ field: MOU_FIELDS.title, message: messagesFor(locale).mou.model.taken }])
}

/** Changes an MoU, unless somebody else has changed it meanwhile. @throws 401, 403, 404. */
export async function changeMou(context: SaveContext, id: string, form: FormData): Promise<SaveMouResult> {
  const { db, locale, now } = context
  await demandChangeable(context, id)
  const draft = await readDraft(context, form)
  if ('errors' in draft) return refusal(form, draft.errors)
  const readAt = String(form.get(MOU_FIELDS.version) ?? '')
  const changed = await db.transaction().execute(async (trx) => {
    const change = { ...columnsOf(draft, context), updated_at: now }
    if (!(await replaceMou(trx, id, readAt, change, clauseRows(id, draft)))) return false
    await audit(trx, context, id, draft, 'change')
    return true
  })
  if (changed) return { next: paths.mou(id) }
  return refusal(form, [{ field: MOU_FIELDS.title, message: messagesFor(locale).mou.form.stale }])
}

async function modelOf({ db, viewer }: SaveContext, form: FormData): Promise<number | null> {
  const asked = form.get(MOU_FIELDS.model)
  if (asked === null || asked === '') return null
  const district = (await findModelDistricts(db)).find((one) => String(one.n) === asked)
  if (!district || !coversRegency(viewer.scope, district.region_code)) throw badRequest()
  return district.n
}

async function readDraft({ db, viewer, locale }: SaveContext, form: FormData) {
  return readMouForm(form, {
    t: messagesFor(locale).mou.form,
    f: formatterFor(locale),
    partnerIds: new Set((await findPartners(db)).map(({ id }) => id)),
    needIds: termIds('need'),
    resolve: resolveTyped,
    home: homeOf(viewer.scope),
  })
}

function columnsOf(draft: MouDraft, { viewer }: SaveContext) {
  const [only, ...more] = draft.regions
  const single = only !== undefined && more.length === 0 && only.includes('.') ? only : null
  return {
    partner_id: draft.partnerId,
    title: draft.title,
    number: draft.number,
    parties: draft.parties,
    regions: JSON.stringify(draft.regions),
    regency_code: viewer.scope.reach === 'regency' ? viewer.scope.regency : single,
    starts_on: draft.startsOn,
    ends_on: draft.endsOn,
    document_url: draft.documentUrl,
    note: draft.note,
  }
}

function clauseRows(mouId: string, draft: MouDraft): MouClauseRow[] {
  return draft.clauses.map((clause, position) => ({
    id: `${mouId}-${String(position + 1).padStart(2, '0')}`,
    mou_id: mouId,
    position,
    quantity: clause.quantity,
    need_id: clause.need,
    regions: JSON.stringify(clause.regions),
    by_day: clause.by,
    words: clause.words,
  }))
}

async function audit(
  trx: Db,
  { viewer, now }: SaveContext,
  id: string,
  draft: MouDraft,
  deed: 'record' | 'change',
): Promise<void> {
  await appendAudit(trx, viewer, {
    at: now,
    action: 'mou:write',
    subject: { type: 'mou', id },
    partnerId: draft.partnerId,
    detail: {
      deed,
      clauses: draft.clauses.length,
      committed: draft.clauses.reduce((sum, clause) => sum + clause.quantity, 0),
      ends: draft.endsOn,
    },
  })
}

function refusal(form: FormData, errors: readonly FormError[]): SaveMouResult {
  const typed = Object.fromEntries([...form.entries()].map(([name, value]) => [name, String(value)]))
  return { refusal: { errors, typed } }
}
