import type { Kysely } from 'kysely'
import { demoAccountId } from '#app/auth/demo-accounts.server.ts'
import type { sessionsOf } from '#app/auth/lucia.server.ts'
import { verifyPassword } from '#app/auth/password.server.ts'
import { handOutSecret } from '#app/auth/secret-link.server.ts'
import { type AttemptKey, addressKey, countAttempt, forgiveAttempt } from '#app/auth/throttle.server.ts'
import { takeSecondFactor } from '#app/auth/totp.server.ts'
import type { AccountRole } from '#app/domain/access/accounts.ts'
import { secretHash } from '#app/lib/secret.server.ts'
import { claimToken, getOpenToken } from '#db/queries/account-tokens.ts'
import { getAccount, getAccountByEmail } from '#db/queries/accounts.ts'
import { recordRead } from '#db/queries/audit.ts'
import type { AccountRow } from '#db/schema/account.ts'
import type { Database } from '#db/schema/index.ts'

export interface SignInDesk {
  readonly db: Kysely<Database>
  readonly sessions: ReturnType<typeof sessionsOf>
  readonly key: Uint8Array
  readonly now: string
  /** Whether demo accounts may sign in. */
  readonly demoAccounts: boolean
  /** Where the request came from, and on what. */
  readonly address: string
  readonly device: string
  /** The session the browser already had; it ends, whoever it belonged to. */
  readonly oldSession: string | null
}

export type SignInResult =
  | { readonly kind: 'in'; readonly sessionId: string; readonly account: AccountRow }
  /** The password was right; the code is still to come, and the secret proves the first step. */
  | { readonly kind: 'code'; readonly secret: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly until: string }

function maySignIn(desk: SignInDesk, account: AccountRow | undefined): account is AccountRow {
  return account !== undefined && account.disabled_at === null && (account.is_demo === 0 || desk.demoAccounts)
}

/** Gives the browser a session it never had before: one that was planted in it beforehand opens nothing. */
export async function openSession(desk: SignInDesk, account: AccountRow): Promise<string> {
  if (desk.oldSession) await desk.sessions.invalidateSession(desk.oldSession)
  await desk.sessions.deleteExpiredSessions()
  const session = await desk.sessions.createSession(account.id, { device: desk.device, createdAt: desk.now })
  await note(desk, 'session:start', account)
  return session.id
}

/** What happened at the door, for the audit log. */
async function note(desk: SignInDesk, action: 'session:start' | 'session:refuse', account: AccountRow): Promise<void> {
  const actor = { accountId: account.id, role: account.role }
  await recordRead(desk.db, actor, { at: desk.now, action, subject: { type: 'account', id: account.id } })
}

/**
 * Address and password. Which of the two was wrong is not told, nor whether the account exists, was switched off or has no
 * password yet.
 */
export async function signIn(desk: SignInDesk, given: { email: string; password: string }): Promise<SignInResult> {
  const { db, key, now } = desk
  const keys: AttemptKey[] = [
    { kind: 'account', value: given.email.trim().toLowerCase().slice(0, 200) },
    addressKey(desk.address),
  ]
  const until = await countAttempt(db, key, keys, now)
  if (until !== null) return { kind: 'wait', until }
  const found = await getAccountByEmail(db, given.email)
  const account = maySignIn(desk, found) ? found : undefined
  const right = await verifyPassword(account?.password_hash ?? null, given.password.slice(0, 1000))
  if (!account || !right) {
    if (found) await note(desk, 'session:refuse', found)
    return { kind: 'wrong' }
  }
  await forgiveAttempt(db, key, keys, now)
  if (account.totp_since !== null) {
    const { secret } = await handOutSecret(db, { kind: 'second_factor', accountId: account.id, now })
    return { kind: 'code', secret }
  }
  return { kind: 'in', sessionId: await openSession(desk, account), account }
}

/**
 * The code after the password. The proof of the password holds for ten minutes and is used up by a right code.
 * @returns null when the proof ran out, was used, or is none: the person has to begin anew.
 */
export async function finishSignIn(
  desk: SignInDesk,
  given: { readonly secret: string; readonly code: string },
): Promise<Exclude<SignInResult, { kind: 'code' }> | null> {
  const { db, key, now } = desk
  const proof = { hash: secretHash(given.secret), kind: 'second_factor', now } as const
  const token = await getOpenToken(db, proof)
  const account = token?.account_id ? await getAccount(db, token.account_id) : undefined
  if (!maySignIn(desk, account)) return null
  const keys: AttemptKey[] = [{ kind: 'code', value: account.id }]
  const until = await countAttempt(db, key, keys, now)
  if (until !== null) return { kind: 'wait', until }
  if (!(await takeSecondFactor(db, { key, account, code: given.code, now }))) {
    await note(desk, 'session:refuse', account)
    return { kind: 'wrong' }
  }
  if (!(await claimToken(db, proof))) return null
  await forgiveAttempt(db, key, keys, now)
  return { kind: 'in', sessionId: await openSession(desk, account), account }
}

/** One tap into a demo account; wrong where demo accounts are refused. */
export async function signInAsDemo(desk: SignInDesk, role: AccountRole): Promise<SignInResult> {
  const account = await getAccount(desk.db, demoAccountId(role))
  if (!maySignIn(desk, account) || account.is_demo !== 1) return { kind: 'wrong' }
  return { kind: 'in', sessionId: await openSession(desk, account), account }
}
