import type { FormError } from '#app/components/error-summary.tsx'
import { DEFAULT_POLICY } from '#app/domain/matching/policy.ts'
import { policyProblems } from '#app/domain/matching/policy-problems.ts'
import { holdsPersonalNumber } from '#app/domain/privacy/personal-number.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest } from '#app/lib/responses.server.ts'
import type { Db } from '#db/client.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { logChanges } from '#db/queries/change-log.ts'
import { activatePolicy, findPolicies, getActivePolicy, insertPolicy } from '#db/queries/policies.ts'
import { NOTE_LIMIT, NUMBER_FIELDS, POLICY_FIELDS } from './policy-fields.ts'
import { nextVersion, policyOfForm } from './read-policy-form.ts'

type Context = Pick<RequestContext, 'db' | 'viewer' | 'locale' | 'today' | 'now'>

export interface PolicyRefusal {
  readonly errors: readonly FormError[]
  /** What was typed, by field; several values of one field apart. */
  readonly typed: Readonly<Record<string, readonly string[]>>
}

export type PolicyResult = { readonly next: string } | { readonly refusal: PolicyRefusal }

/**
 * Makes a new version of the matching policy active (`ubah`), or an earlier one again (`pakai`). Versions are never edited,
 * so that every stored match can be worked out again with the one it names.
 * @throws Response 401, 403; 400 for a form that is none of ours.
 */
export async function changePolicy(context: Context, form: FormData): Promise<PolicyResult> {
  demand(context.viewer, 'policy:write')
  const intent = form.get('intent')
  if (intent !== 'ubah' && intent !== 'pakai') throw badRequest()
  return context.db.transaction().execute(async (trx): Promise<PolicyResult> => {
    const errors = intent === 'ubah' ? await makeVersion(trx, context, form) : await restoreVersion(trx, context, form)
    return errors.length > 0 ? { refusal: { errors, typed: typedIn(form) } } : { next: paths.policy() }
  })
}

async function makeVersion(trx: Db, context: Context, form: FormData): Promise<readonly FormError[]> {
  const { viewer, locale, today, now } = context
  const t = messagesFor(locale).policy
  const active = (await getActivePolicy(trx)) ?? DEFAULT_POLICY
  if (form.get(POLICY_FIELDS.seen) !== active.version)
    return [{ field: POLICY_FIELDS.note, message: t.problems.overtaken(active.version) }]
  const version = nextVersion(
    today,
    (await findPolicies(trx)).map((row) => row.version),
  )
  const made = policyOfForm(active, form, version)
  const errors = policyProblems(made).map(
    ({ code, at }): FormError => ({
      field: NUMBER_FIELDS.find((field) => field === at || field.startsWith(`${at}.`)) ?? at,
      message: t.problem(code, at),
    }),
  )
  const note = String(form.get(POLICY_FIELDS.note) ?? '').trim()
  if (note === '') errors.push({ field: POLICY_FIELDS.note, message: t.problems.noteMissing })
  else if (note.length > NOTE_LIMIT)
    errors.push({ field: POLICY_FIELDS.note, message: t.problems.noteLong(String(NOTE_LIMIT)) })
  else if (holdsPersonalNumber(note)) errors.push({ field: POLICY_FIELDS.note, message: t.problems.noteNumber })
  if (errors.length > 0) return errors
  await insertPolicy(trx, { version, data: JSON.stringify(made), created_at: now, note, created_by: viewer.accountId })
  await activate(trx, context, { version, from: active.version })
  return []
}

async function restoreVersion(trx: Db, context: Context, form: FormData): Promise<readonly FormError[]> {
  const version = String(form.get(POLICY_FIELDS.version) ?? '')
  const rows = await findPolicies(trx)
  if (!rows.some((row) => row.version === version)) throw badRequest()
  const from = rows.find((row) => row.is_active === 1)?.version ?? ''
  if (from !== version) await activate(trx, context, { version, from })
  return []
}

async function activate(
  trx: Db,
  { viewer, now }: Context,
  change: { readonly version: string; readonly from: string },
): Promise<void> {
  await activatePolicy(trx, change.version)
  // why: whatever was worked out with the old policy is stale, as if every offer had changed
  const offers = await trx.selectFrom('offer').select('id').execute()
  await logChanges(
    trx,
    'uptake',
    offers.map((offer) => offer.id),
    now,
  )
  await appendAudit(trx, viewer, {
    at: now,
    action: 'policy:write',
    subject: { type: 'policy', id: change.version },
    because: 'administration',
    detail: { from: change.from, to: change.version },
  })
}

function typedIn(form: FormData): PolicyRefusal['typed'] {
  return Object.fromEntries([...new Set(form.keys())].map((key) => [key, form.getAll(key).map(String)]))
}
