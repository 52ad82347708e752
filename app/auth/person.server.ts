import { readConfig } from '#app/config.server.ts'
import { type AccountRole, needsSecondFactor, scopeOf } from '#app/domain/access/accounts.ts'
import type { Viewer } from '#app/domain/access/viewer.ts'
import type { DbClient } from '#db/client.ts'
import type { AccountRow } from '#db/schema/account.ts'
import { sessionHash } from './kysely-adapter.server.ts'
import { isSecure, sessionsOf } from './lucia.server.ts'

/** Somebody who has signed in, as the database knows her at this request. */
export interface Person {
  readonly account: AccountRow
  readonly sessionHash: string
  /** Her role asks for a second factor, and she has none yet: she may only set it up. */
  readonly mustEnrol: boolean
}

/** Whether an account has to bring a second factor. Demo accounts, whose passwords are public anyway, are let off. */
export function secondFactorDue(account: Pick<AccountRow, 'role' | 'is_demo'>): boolean {
  return needsSecondFactor(account.role as AccountRole) && account.is_demo === 0
}

/**
 * Who stands behind the cookie of a request; null for a cookie that is missing, forged, run out or of an account that may
 * no longer sign in. Role and place are read anew each time, so that a change holds from the next request on.
 */
export async function personOf(request: Request, client: DbClient): Promise<Person | null> {
  const sessions = sessionsOf(client, isSecure(request))
  const id = sessions.readSessionCookie(request.headers.get('Cookie') ?? '')
  if (!id) return null
  const { session, user } = await sessions.validateSession(id)
  if (!session) return null
  const { account } = user
  if (account.disabled_at !== null || (account.is_demo === 1 && !readConfig().demoAccounts)) return null
  return {
    account,
    sessionHash: sessionHash(id),
    mustEnrol: secondFactorDue(account) && account.totp_since === null,
  }
}

/** The account as services know it. */
export function viewerFor(account: AccountRow): Viewer {
  const { id, role, province_code, regency_code, partner_id } = account
  const post = { role, province: province_code, regency: regency_code, partnerId: partner_id }
  return { accountId: id, role, scope: scopeOf(id, post) }
}
