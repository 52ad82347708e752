import { newSecret, secretHash } from '#app/lib/secret.server.ts'
import type { Db } from '#db/client.ts'
import { insertAccountToken } from '#db/queries/account-tokens.ts'
import type { AccountTokenKind } from '#db/schema/account.ts'

const HOURS: Record<AccountTokenKind, number> = { invite: 7 * 24, reset: 1, first_admin: 24, second_factor: 1 / 6 }

/** Makes a secret that works once and for a limited time; only its hash is kept. */
export async function handOutSecret(
  db: Db,
  what: { readonly kind: AccountTokenKind; readonly accountId: string | null; readonly now: string },
): Promise<{ readonly secret: string; readonly expiresAt: string }> {
  const secret = newSecret()
  const expiresAt = new Date(Date.parse(what.now) + HOURS[what.kind] * 3_600_000).toISOString()
  await insertAccountToken(db, {
    token_hash: secretHash(secret),
    kind: what.kind,
    account_id: what.accountId,
    created_at: what.now,
    expires_at: expiresAt,
    used_at: null,
  })
  return { secret, expiresAt }
}
