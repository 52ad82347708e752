import type { Kysely } from 'kysely'
import { hashPassword } from '#app/auth/password.server.ts'
import { addressKey, countAttempt } from '#app/auth/throttle.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { secretHash } from '#app/lib/secret.server.ts'
import { claimToken, getOpenToken, revokeTokens } from '#db/queries/account-tokens.ts'
import { getAccount, getAccountByEmail, updateAccount } from '#db/queries/accounts.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { deleteSessions } from '#db/queries/sessions.ts'
import type { AccountRow } from '#db/schema/account.ts'
import type { Database } from '#db/schema/index.ts'
import { writeResetLetter } from './account-letters.server.ts'
import type { SignInDesk } from './sign-in.server.ts'

/**
 * Sends a link for a new password, when the address has an account that may sign in. Whether it has is told to nobody: the
 * answer and, but for a letter in the outbox, the work are the same. Demo accounts keep their password.
 */
export async function requestReset(desk: SignInDesk, email: string, locale: Locale): Promise<void> {
  const { db, key, now } = desk
  const keys = [{ kind: 'letter', value: email.trim().toLowerCase().slice(0, 200) }, addressKey(desk.address)] as const
  if ((await countAttempt(db, key, keys, now)) !== null) return
  const account = await getAccountByEmail(db, email)
  if (!account || account.disabled_at !== null || account.password_hash === null || account.is_demo === 1) return
  await db.transaction().execute((trx) => writeResetLetter(trx, { account, locale, now }))
}

/** The account a reset link is for; undefined when the link was used, ran out or is none. */
export async function resetTarget(db: Kysely<Database>, secret: string, now: string): Promise<AccountRow | undefined> {
  const token = await getOpenToken(db, { hash: secretHash(secret), kind: 'reset', now })
  const account = token?.account_id ? await getAccount(db, token.account_id) : undefined
  return account && account.disabled_at === null ? account : undefined
}

/**
 * Sets the new password by a reset link, once. Every session of the account ends: whoever had the old password is out. The
 * second factor stays.
 * @returns false when the link holds no more; nothing changes then.
 */
export async function completeReset(
  db: Kysely<Database>,
  given: { readonly secret: string; readonly password: string; readonly now: string },
): Promise<boolean> {
  const { now } = given
  const hash = await hashPassword(given.password)
  return db.transaction().execute(async (trx) => {
    const token = await claimToken(trx, { hash: secretHash(given.secret), kind: 'reset', now })
    const account = token?.account_id ? await getAccount(trx, token.account_id) : undefined
    if (!account || account.disabled_at !== null) return false
    await updateAccount(trx, account.id, { password_hash: hash }, now)
    await revokeTokens(trx, { accountId: account.id, kind: 'reset', now })
    await revokeTokens(trx, { accountId: account.id, kind: 'second_factor', now })
    await deleteSessions(trx, account.id)
    const actor = { accountId: account.id, role: account.role }
    const subject = { type: 'account', id: account.id } as const
    await appendAudit(trx, actor, { at: now, action: 'account:change', subject, detail: { change: 'password_reset' } })
    return true
  })
}
