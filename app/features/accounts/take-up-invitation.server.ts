import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { hashPassword } from '#app/auth/password.server.ts'
import { handOutSecret } from '#app/auth/secret-link.server.ts'
import { secretHash } from '#app/lib/secret.server.ts'
import type { Db } from '#db/client.ts'
import { claimToken, getOpenToken, revokeTokens } from '#db/queries/account-tokens.ts'
import { getAccount, getAccountByEmail, insertAccount, updateAccount } from '#db/queries/accounts.ts'
import { appendAudit } from '#db/queries/audit.ts'
import type { AccountRow } from '#db/schema/account.ts'
import type { Database } from '#db/schema/index.ts'

/** Whom an open link is for: an invited account, or nobody yet (the first administrator). */
export type InvitationTarget = { readonly first: true } | { readonly first: false; readonly account: AccountRow }

/** @returns undefined when the link was used, ran out or is none. */
export async function invitationTarget(
  db: Kysely<Database>,
  secret: string,
  now: string,
): Promise<InvitationTarget | undefined> {
  const hash = secretHash(secret)
  if (await getOpenToken(db, { hash, kind: 'first_admin', now }))
    return (await hasAdministrator(db)) ? undefined : { first: true }
  const token = await getOpenToken(db, { hash, kind: 'invite', now })
  const account = token?.account_id ? await getAccount(db, token.account_id) : undefined
  return account && account.disabled_at === null ? { first: false, account } : undefined
}

/**
 * Gives an invited person her password, once, and says so in the log.
 * @returns the account; undefined when the link holds no more.
 */
export async function takeUpInvitation(
  db: Kysely<Database>,
  given: { readonly secret: string; readonly password: string; readonly now: string },
): Promise<AccountRow | undefined> {
  const hash = await hashPassword(given.password)
  return db.transaction().execute(async (trx) => {
    const token = await claimToken(trx, { hash: secretHash(given.secret), kind: 'invite', now: given.now })
    const account = token?.account_id ? await getAccount(trx, token.account_id) : undefined
    if (!account || account.disabled_at !== null) return undefined
    await updateAccount(trx, account.id, { password_hash: hash }, given.now)
    const subject = { type: 'account', id: account.id } as const
    await appendAudit(
      trx,
      { accountId: account.id, role: account.role },
      { at: given.now, action: 'account:change', subject, detail: { change: 'invitation' } },
    )
    return { ...account, password_hash: hash }
  })
}

/** Makes the first administrator by the link of the terminal, once and only while there is none. */
export async function makeFirstAdministrator(
  db: Kysely<Database>,
  given: { readonly secret: string; readonly name: string; readonly email: string; password: string; now: string },
): Promise<AccountRow | 'taken' | undefined> {
  const { now } = given
  const hash = await hashPassword(given.password)
  return db.transaction().execute(async (trx) => {
    if (await getAccountByEmail(trx, given.email)) return 'taken' as const
    if (await hasAdministrator(trx)) return undefined
    if (!(await claimToken(trx, { hash: secretHash(given.secret), kind: 'first_admin', now }))) return undefined
    const account: AccountRow = {
      id: randomUUID(),
      email: given.email,
      name: given.name,
      role: 'admin',
      province_code: null,
      regency_code: null,
      partner_id: null,
      password_hash: hash,
      totp_secret: null,
      totp_since: null,
      totp_last_step: null,
      is_demo: 0,
      disabled_at: null,
      invited_by: null,
      created_at: now,
      updated_at: now,
    }
    await insertAccount(trx, account)
    const subject = { type: 'account', id: account.id } as const
    await appendAudit(
      trx,
      { accountId: null, role: 'system' },
      { at: now, action: 'account:invite', subject, detail: { role: 'admin' } },
    )
    return account
  })
}

/** Whether a real administrator exists, who could invite everybody else. */
async function hasAdministrator(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'admin')
    .where('is_demo', '=', 0)
    .where('disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * The secret of a link by which the first administrator makes her account; for the terminal. Earlier links stop working.
 * @returns null when there is an administrator already.
 */
export async function firstAdministratorSecret(db: Kysely<Database>, now: string): Promise<string | null> {
  if (await hasAdministrator(db)) return null
  return db.transaction().execute(async (trx) => {
    await revokeTokens(trx, { accountId: null, kind: 'first_admin', now })
    return (await handOutSecret(trx, { kind: 'first_admin', accountId: null, now })).secret
  })
}
