import { randomUUID } from 'node:crypto'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { naturalKey } from '#app/intake/understand/natural-key.ts'
import { holdsIdentityNumber } from '#app/intake/understand/problem.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { paths } from '#app/lib/paths.ts'
import { demandActor } from '#app/lib/reached-actor.server.ts'
import { badRequest } from '#app/lib/responses.server.ts'
import {
  CORRECTABLE,
  type Correctable,
  type CorrectableValues,
  getCorrectable,
  putCorrection,
  putObjection,
} from '#db/queries/actor-corrections.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { erasedKeys } from '#db/queries/erasures.ts'
import { insertFactChanges } from '#db/queries/fact-changes.ts'
import type { ActorRow } from '#db/schema/actor.ts'
import { eraseActor } from './erase-actor.server.ts'

type Context = Pick<RequestContext, 'client' | 'db' | 'viewer' | 'locale' | 'now'> & { readonly dataDir: string }

export interface RightsRefused {
  readonly errors: readonly { readonly field: string; readonly message: string }[]
  readonly typed: Partial<Record<Correctable, string>>
  /** What somebody else stored meanwhile, field by field; nothing was overwritten. */
  readonly conflict: readonly { readonly field: Correctable; readonly stored: string; readonly mine: string }[]
}

export type RightsActionResult =
  | { readonly next: string }
  | { readonly refusal: RightsRefused; readonly status: 400 | 409 }

const refused = (errors: RightsRefused['errors'], typed: RightsRefused['typed'] = {}): RightsActionResult => ({
  refusal: { errors, typed, conflict: [] },
  status: 400,
})

const LONGEST = 300

/**
 * Carries out what she asked for: `correct`, `object`, `allow`, `erase`. A correction says what stood in the form it was
 * written in (`was_name` ...): where somebody else stored something different meanwhile, nothing is stored and both are
 * shown (409); fields that were not touched keep what stands.
 * @throws Response 401, 403 or 404 as for the page, 400 for no form of ours.
 */
export async function actOnRights(context: Context, actorId: string, form: FormData): Promise<RightsActionResult> {
  const actor = await demandActor(context.db, context.viewer, 'rights:serve', actorId)
  switch (form.get('intent')) {
    case 'correct':
      return correct(context, actor, form)
    case 'object':
      return object(context, actorId, true)
    case 'allow':
      return object(context, actorId, false)
    case 'erase':
      return erase(context, actorId, form)
    default:
      throw badRequest()
  }
}

async function correct(context: Context, actor: ActorRow, form: FormData): Promise<RightsActionResult> {
  const { db, viewer, now } = context
  const t = messagesFor(context.locale).rights.problems
  const typed = readFields(form, '')
  const seen = readFields(form, 'was_')
  const errors = CORRECTABLE.flatMap((field) => {
    const text = typed[field]
    if (field === 'name' && text === '') return [{ field, message: t.nameMissing }]
    if (text.length > LONGEST) return [{ field, message: t.tooLong(String(LONGEST)) }]
    return holdsIdentityNumber(text) ? [{ field, message: t.identityNumber }] : []
  })
  if (errors.length > 0) return refused(errors, typed)
  const result = await db.transaction().execute(async (trx) => {
    const before = await getCorrectable(trx, actor.id)
    if (!before) return 'gone' as const
    const conflict = CORRECTABLE.flatMap((field) => {
      const stored = before[field] ?? ''
      const isMine = typed[field] !== seen[field]
      return isMine && stored !== seen[field] && stored !== typed[field] ? [{ field, stored, mine: typed[field] }] : []
    })
    if (conflict.length > 0) return { conflict }
    const after = Object.fromEntries(
      CORRECTABLE.map((field) => [field, typed[field] === seen[field] ? before[field] : typed[field] || null]),
    ) as CorrectableValues
    const key = keyOf(actor, after)
    const changed = CORRECTABLE.filter((field) => before[field] !== after[field])
    if (changed.length === 0) return 'same' as const
    const twin =
      key === null
        ? undefined
        : await trx
            .selectFrom('actor_identity')
            .select('actor_id')
            .where('natural_key', '=', key)
            .where('actor_id', '!=', actor.id)
            .executeTakeFirst()
    if (twin) return 'twin' as const
    // why: she would be taken for the erased one: refused in every list, and erased herself after a restore
    if (key !== null && key !== keyOf(actor, before) && (await erasedKeys(trx))(key)) return 'erased' as const
    await putCorrection(trx, actor.id, { ...after, natural_key: key }, now)
    await insertFactChanges(
      trx,
      changed.map((field) => ({
        id: randomUUID(),
        actor_id: actor.id,
        fact: field,
        old_value: before[field] === null ? null : JSON.stringify(before[field]),
        new_value: after[field] === null ? null : JSON.stringify(after[field]),
        source: 'correction',
        changed_at: now,
      })),
    )
    const subject = { type: 'actor', id: actor.id } as const
    await appendAudit(trx, viewer, {
      at: now,
      action: 'actor:correct',
      subject,
      because: 'correction',
      detail: { fields: changed },
    })
    return 'done' as const
  })
  if (result === 'twin' || result === 'erased') return refused([{ field: 'name', message: t[result] }], typed)
  if (typeof result === 'object') return { refusal: { errors: [], typed, conflict: result.conflict }, status: 409 }
  return { next: paths.actorRights(actor.id, result === 'done' ? { sudah: 'dibetulkan' } : {}) }
}

const readFields = (form: FormData, prefix: '' | 'was_') =>
  Object.fromEntries(
    CORRECTABLE.map((field) => [
      field,
      String(form.get(prefix + field) ?? '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ]),
  ) as Record<Correctable, string>

/** By which the next list knows her again; null for who came in no list. */
function keyOf(actor: ActorRow, values: CorrectableValues): string | null {
  if (actor.regency_code === null || actor.is_demo === 1) return null
  return naturalKey({
    name: values.name ?? '',
    businessName: values.business_name,
    regency: actor.regency_code,
    village: values.village,
  })
}

async function object(context: Context, actorId: string, objects: boolean): Promise<RightsActionResult> {
  const { db, viewer, now } = context
  await db.transaction().execute(async (trx) => {
    if (!(await putObjection(trx, actorId, objects, now))) return
    await appendAudit(trx, viewer, {
      at: now,
      action: objects ? 'actor:object' : 'actor:allow-profiling',
      subject: { type: 'actor', id: actorId },
      because: 'her_request',
    })
  })
  return { next: paths.actorRights(actorId, { sudah: objects ? 'keberatan' : 'diizinkan' }) }
}

async function erase(context: Context, actorId: string, form: FormData): Promise<RightsActionResult> {
  const { client, viewer, now, dataDir, locale } = context
  const typed = String(form.get('kode') ?? '')
    .trim()
    .toUpperCase()
  if (typed !== actorCode(actorId)) {
    const message = messagesFor(locale).rights.problems.code(actorCode(actorId))
    return refused([{ field: 'kode', message }])
  }
  const report = await eraseActor(client, { actorId, by: viewer, because: 'her_request', now, dataDir })
  const { filesToCheck, left } = report ?? { filesToCheck: 0, left: 0 }
  return {
    next: paths.actors({
      dihapus: actorCode(actorId),
      lampiran: filesToCheck || null,
      menyusul: left > 0 ? 1 : null,
    }),
  }
}
