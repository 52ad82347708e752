import type { Db } from '../client.ts'

/** Days a partner has chosen to answer within; null where it has chosen none. */
export async function getResponseDays(db: Db, partnerId: string): Promise<number | null> {
  const row = await db
    .selectFrom('partner_preference')
    .select('response_days')
    .where('partner_id', '=', partnerId)
    .executeTakeFirst()
  return row?.response_days ?? null
}

export async function putResponseDays(
  trx: Db,
  partnerId: string,
  days: number,
  by: { readonly accountId: string | null; readonly at: string },
): Promise<void> {
  const change = { response_days: days, updated_by: by.accountId, updated_at: by.at }
  await trx
    .insertInto('partner_preference')
    .values({ partner_id: partnerId, ...change })
    .onConflict((conflict) => conflict.column('partner_id').doUpdateSet(change))
    .execute()
}

export type DigestChoice = 'none' | 'daily' | 'weekly'

/** Without a choice of her own a person gets the digest weekly. */
export const DEFAULT_DIGEST: DigestChoice = 'weekly'

export async function getDigestChoice(db: Db, accountId: string): Promise<DigestChoice> {
  const row = await db
    .selectFrom('account_preference')
    .select('digest')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.digest ?? DEFAULT_DIGEST
}

export async function putDigestChoice(trx: Db, accountId: string, digest: DigestChoice, at: string): Promise<void> {
  await trx
    .insertInto('account_preference')
    .values({ account_id: accountId, digest, updated_at: at })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ digest, updated_at: at }))
    .execute()
}
