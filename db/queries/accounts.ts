import type { Updateable } from 'kysely'
import type { AccountRole } from '#app/domain/access/accounts.ts'
import type { Db } from '../client.ts'
import type { AccountRow, AccountTable } from '../schema/account.ts'

export async function getAccount(db: Db, id: string): Promise<AccountRow | undefined> {
  return db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The account of an address, however its letters are written. */
export async function getAccountByEmail(db: Db, email: string): Promise<AccountRow | undefined> {
  return db.selectFrom('account').selectAll().where('email', '=', email.trim().toLowerCase()).executeTakeFirst()
}

/** The accounts of a scope: all, those of a regency, or those of a partner; by name. */
export async function findAccounts(
  db: Db,
  scope: { readonly roles?: readonly AccountRole[]; readonly regency?: string; readonly partnerId?: string } = {},
): Promise<AccountRow[]> {
  if (scope.roles && scope.roles.length === 0) return []
  let query = db.selectFrom('account').selectAll().orderBy('name').orderBy('id')
  if (scope.roles) query = query.where('role', 'in', scope.roles)
  if (scope.regency !== undefined) query = query.where('regency_code', '=', scope.regency)
  if (scope.partnerId !== undefined) query = query.where('partner_id', '=', scope.partnerId)
  return query.execute()
}

export async function insertAccount(db: Db, row: AccountRow): Promise<void> {
  await db.insertInto('account').values(row).execute()
}

export async function updateAccount(
  db: Db,
  id: string,
  change: Omit<Updateable<AccountTable>, 'id' | 'updated_at'>,
  at: string,
): Promise<void> {
  await db
    .updateTable('account')
    .set({ ...change, updated_at: at })
    .where('id', '=', id)
    .execute()
}

/**
 * Takes a time step as used.
 * @returns false when this step or a later one was used before: the code was seen already.
 */
export async function claimTotpStep(db: Db, id: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ totp_last_step: step })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Whether an account still answers for a partner: not switched off, and not moved elsewhere. */
export async function answersForPartner(db: Db, id: string, partnerId: string): Promise<boolean> {
  const account = await getAccount(db, id)
  return account !== undefined && account.disabled_at === null && account.partner_id === partnerId
}
