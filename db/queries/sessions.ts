import type { Db } from '../client.ts'
import type { SessionRow } from '../schema/account.ts'

/** The sessions of an account that have not run out, the newest first. */
export async function findSessions(db: Db, accountId: string, now: string): Promise<SessionRow[]> {
  return db
    .selectFrom('session')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute()
}

/** Ends one session of this account; one of somebody else is left alone. */
export async function deleteSession(db: Db, accountId: string, idHash: string): Promise<void> {
  await db.deleteFrom('session').where('account_id', '=', accountId).where('id_hash', '=', idHash).execute()
}

/** Ends every session of an account, or every one but `except`. */
export async function deleteSessions(db: Db, accountId: string, except?: string): Promise<void> {
  let query = db.deleteFrom('session').where('account_id', '=', accountId)
  if (except !== undefined) query = query.where('id_hash', '<>', except)
  await query.execute()
}
