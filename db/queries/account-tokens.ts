import type { Db } from '../client.ts'
import type { AccountTokenKind, AccountTokenRow } from '../schema/account.ts'

export async function insertAccountToken(db: Db, row: AccountTokenRow): Promise<void> {
  await db.insertInto('account_token').values(row).execute()
}

/** A token that can still be used. */
export async function getOpenToken(
  db: Db,
  find: { readonly hash: string; readonly kind: AccountTokenKind; readonly now: string },
): Promise<AccountTokenRow | undefined> {
  return db
    .selectFrom('account_token')
    .selectAll()
    .where('token_hash', '=', find.hash)
    .where('kind', '=', find.kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', find.now)
    .executeTakeFirst()
}

/**
 * Uses a token up.
 * @returns what it was for; undefined when it was used, ran out or never was: then nothing may happen.
 */
export async function claimToken(
  db: Db,
  find: { readonly hash: string; readonly kind: AccountTokenKind; readonly now: string },
): Promise<AccountTokenRow | undefined> {
  return db
    .updateTable('account_token')
    .set({ used_at: find.now })
    .where('token_hash', '=', find.hash)
    .where('kind', '=', find.kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', find.now)
    .returningAll()
    .executeTakeFirst()
}

/** Takes back every open token of one kind, so that only the latest letter holds. */
export async function revokeTokens(
  db: Db,
  find: { readonly accountId: string | null; readonly kind: AccountTokenKind; readonly now: string },
): Promise<void> {
  await db
    .updateTable('account_token')
    .set({ used_at: find.now })
    .where('account_id', find.accountId === null ? 'is' : '=', find.accountId)
    .where('kind', '=', find.kind)
    .where('used_at', 'is', null)
    .execute()
}
