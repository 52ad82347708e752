import { placeOf } from '#app/auth/shell-person.server.ts'
import type { FormError } from '#app/components/error-summary.tsx'
import { type AccountRole, mayManage, type Post } from '#app/domain/access/accounts.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { badRequest, notFound } from '#app/lib/responses.server.ts'
import { deliverSoon } from '#app/mail/live-mail.server.ts'
import type { Db } from '#db/client.ts'
import { revokeTokens } from '#db/queries/account-tokens.ts'
import { getAccount, updateAccount } from '#db/queries/accounts.ts'
import { findCompanionActors } from '#db/queries/actor-companions.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { replaceRecoveryCodes } from '#db/queries/recovery-codes.ts'
import { deleteSessions } from '#db/queries/sessions.ts'
import type { AccountRow } from '#db/schema/account.ts'
import { writeInvitation } from './account-letters.server.ts'
import { type AccountState, type PostChoices, postChoices, postOf, stateOf } from './accounts-page.server.ts'
import { assignTo, chosenActors, releaseFrom } from './companion-actors.server.ts'
import { readPost } from './read-post.server.ts'

type Context = Pick<RequestContext, 'db' | 'viewer' | 'locale' | 'now'>

export interface ManagedAccountPage {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: AccountRole
  readonly place: string | null
  readonly post: Post
  /** State of the account that the form is filled in upon. */
  readonly version: string
  readonly state: AccountState
  readonly demo: boolean
  readonly hasSecondFactor: boolean
  readonly createdOn: string
  readonly choices: PostChoices
  /** Ids of the actors a companion accompanies, and the villages of her district; null for other roles. */
  readonly actors: { readonly ids: readonly string[]; readonly villages: readonly string[] } | null
}

/** @throws Response 401, 403; 404 for an account outside one's responsibility, one's own, and one that is not there. */
async function managed({ db, viewer }: Context, id: string): Promise<AccountRow> {
  demand(viewer, 'accounts:manage')
  const account = await getAccount(db, id)
  if (!account || account.id === viewer.accountId || !mayManage(viewer, postOf(account))) throw notFound()
  return account
}

async function villagesOf(db: Db, regency: string): Promise<string[]> {
  const rows = await db
    .selectFrom('actor')
    .select('village')
    .distinct()
    .where('regency_code', '=', regency)
    .where('village', 'is not', null)
    .orderBy('village')
    .execute()
  return rows.map(({ village }) => village!)
}

/** Somebody else changed the account since the form was opened. */
class ChangedMeanwhile extends Error {}

/** Whether the viewer may say whom a companion accompanies: only her own district, which knows the women. */
const assigns = (viewer: Context['viewer'], account: AccountRow) =>
  account.role === 'companion' && viewer.role === 'district'

export async function loadManagedAccount(context: Context, id: string): Promise<ManagedAccountPage> {
  const { db, viewer } = context
  const account = await managed(context, id)
  return {
    id,
    name: account.name,
    email: account.email,
    role: account.role,
    place: await placeOf(db, account),
    post: postOf(account),
    version: account.updated_at,
    state: stateOf(account),
    demo: account.is_demo === 1,
    hasSecondFactor: account.totp_since !== null,
    createdOn: account.created_at.slice(0, 10),
    choices: await postChoices(db, viewer),
    actors: assigns(viewer, account)
      ? { ids: await findCompanionActors(db, id), villages: await villagesOf(db, account.regency_code!) }
      : null,
  }
}

/**
 * Carries out a button of the page of an account: `ubah`, `undang-lagi`, `matikan`, `hidupkan`, `atur-ulang-langkah`,
 * `tambah-desa`, `tambah-kode`, `lepas`. Each is one transaction with its line in the audit log.
 * `ubah` says upon which state of the account it was filled in; when somebody else changed it meanwhile, nothing is stored.
 * @returns what was wrong; null when it was done.
 * @throws Response as loading does, and 400 for a form that is none of ours or does not fit how things stand.
 */
export async function actOnManagedAccount(
  context: Context,
  id: string,
  form: FormData,
): Promise<readonly FormError[] | null> {
  const { db, viewer, locale, now } = context
  const account = await managed(context, id)
  const intent = form.get('intent')
  const subject = { type: 'account', id } as const
  const write = async (change: string, work: (trx: Db) => Promise<void>) => {
    const action = change === 'disabled' ? 'account:disable' : 'account:change'
    try {
      await db.transaction().execute(async (trx) => {
        await work(trx)
        await appendAudit(trx, viewer, { at: now, action, subject, because: 'administration', detail: { change } })
      })
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error
      return [{ field: 'peran', message: messagesFor(locale).accounts.managed.changedSince }]
    }
    deliverSoon()
    return null
  }
  const assigner = { by: viewer, now, companionId: id }
  if (assigns(viewer, account) && intent === 'lepas')
    return write('actor_released', (trx) => releaseFrom(trx, assigner, [String(form.get('kode') ?? '').trim()]))
  if (assigns(viewer, account) && (intent === 'tambah-desa' || intent === 'tambah-kode')) {
    const chosen = await chosenActors(db, account, form, messagesFor(locale).accounts.managed.actors)
    if ('errors' in chosen) return chosen.errors
    return write('actors_assigned', (trx) => assignTo(trx, assigner, chosen.ids))
  }
  // why: everybody tries the demo accounts, so none may take them from the others
  if (account.is_demo === 1) throw badRequest()
  if (intent === 'ubah') {
    const read = await readPost(db, viewer, form, locale)
    if ('errors' in read) return read.errors
    const { role, province, regency, partnerId } = read.post
    const post = { role, province_code: province, regency_code: regency, partner_id: partnerId }
    return write('post', async (trx) => {
      if ((await getAccount(trx, id))?.updated_at !== form.get('versi')) throw new ChangedMeanwhile()
      await updateAccount(trx, id, post, now)
      // why: another post is another trust; the actors she accompanied belong to the old one
      if (account.role === 'companion' && (role !== 'companion' || regency !== account.regency_code))
        await releaseFrom(trx, assigner, await findCompanionActors(trx, id))
    })
  }
  if (intent === 'undang-lagi' && stateOf(account) === 'invited') {
    const inviter = (viewer.accountId && (await getAccount(db, viewer.accountId))?.name) || 'Sinergi IR'
    return write('invited_again', (trx) => writeInvitation(trx, { account, inviter, locale, now }))
  }
  if (intent === 'matikan' && account.disabled_at === null)
    return write('disabled', async (trx) => {
      await updateAccount(trx, id, { disabled_at: now }, now)
      await deleteSessions(trx, id)
      for (const kind of ['invite', 'reset', 'second_factor'] as const)
        await revokeTokens(trx, { accountId: id, kind, now })
    })
  if (intent === 'hidupkan' && account.disabled_at !== null)
    return write('enabled', (trx) => updateAccount(trx, id, { disabled_at: null }, now))
  if (intent === 'atur-ulang-langkah' && account.totp_since !== null)
    return write('second_factor_reset', async (trx) => {
      await updateAccount(trx, id, { totp_secret: null, totp_since: null, totp_last_step: null }, now)
      await replaceRecoveryCodes(trx, id, [])
      await deleteSessions(trx, id)
    })
  throw badRequest()
}
