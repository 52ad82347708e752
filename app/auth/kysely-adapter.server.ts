import type { Kysely } from 'kysely'
import type { Adapter, DatabaseSession } from 'lucia'
import { secretHash } from '#app/lib/secret.server.ts'
import type { Database } from '#db/schema/index.ts'

/** What the database calls the session of a cookie. */
export function sessionHash(sessionId: string): string {
  return secretHash(sessionId)
}

/**
 * Lucia's sessions in our tables. The database holds hashes only; `getUserSessions` therefore gives sessions under their
 * hashes, which are good for showing and useless as cookies.
 */
export function kyselyAdapter(db: Kysely<Database>): Adapter {
  const asSession = (id: string, row: { account_id: string; device: string; created_at: string; expires_at: string }) =>
    ({
      id,
      userId: row.account_id,
      expiresAt: new Date(row.expires_at),
      attributes: { device: row.device, createdAt: row.created_at },
    }) satisfies DatabaseSession
  return {
    async getSessionAndUser(sessionId) {
      const session = await db
        .selectFrom('session')
        .selectAll()
        .where('id_hash', '=', sessionHash(sessionId))
        .executeTakeFirst()
      if (!session) return [null, null]
      const account = await db.selectFrom('account').selectAll().where('id', '=', session.account_id).executeTakeFirst()
      return [asSession(sessionId, session), account ? { id: account.id, attributes: account } : null]
    },
    async getUserSessions(userId) {
      const rows = await db.selectFrom('session').selectAll().where('account_id', '=', userId).execute()
      return rows.map((row) => asSession(row.id_hash, row))
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const row = {
        id_hash: sessionHash(id),
        account_id: userId,
        device: attributes.device,
        created_at: attributes.createdAt,
        expires_at: expiresAt.toISOString(),
      }
      await db.insertInto('session').values(row).execute()
    },
    async updateSessionExpiration(sessionId, expiresAt) {
      await db
        .updateTable('session')
        .set({ expires_at: expiresAt.toISOString() })
        .where('id_hash', '=', sessionHash(sessionId))
        .execute()
    },
    async deleteSession(sessionId) {
      await db.deleteFrom('session').where('id_hash', '=', sessionHash(sessionId)).execute()
    },
    async deleteUserSessions(userId) {
      await db.deleteFrom('session').where('account_id', '=', userId).execute()
    },
    async deleteExpiredSessions() {
      await db.deleteFrom('session').where('expires_at', '<=', new Date().toISOString()).execute()
    },
  }
}
