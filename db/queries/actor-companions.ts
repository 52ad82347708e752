import type { Scope } from '#app/domain/access/viewer.ts'
import type { Db } from '../client.ts'
import { reachedBy } from './actor-scope.ts'

/** The actors assigned to a companion, by id. */
export async function findCompanionActors(db: Db, accountId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('actor_companion')
    .select('actor_id')
    .where('account_id', '=', accountId)
    .orderBy('actor_id')
    .execute()
  return rows.map((row) => row.actor_id)
}

/** The actors a companion reaches, by id: those assigned to her within her kabupaten or kota. */
export async function findActorIdsOfCompanion(
  db: Db,
  scope: Extract<Scope, { reach: 'companion' }>,
): Promise<string[]> {
  const rows = await db.selectFrom('actor').select('id').where(reachedBy(scope)).orderBy('id').execute()
  return rows.map((row) => row.id)
}

/** Assigns actors to a companion; those that are hers already stay. */
export async function assignActors(db: Db, accountId: string, actorIds: readonly string[], at: string): Promise<void> {
  if (actorIds.length === 0) return
  await db
    .insertInto('actor_companion')
    .values(actorIds.map((actor_id) => ({ actor_id, account_id: accountId, assigned_at: at })))
    .onConflict((conflict) => conflict.columns(['account_id', 'actor_id']).doNothing())
    .execute()
}

/** Takes actors away from a companion. */
export async function unassignActors(db: Db, accountId: string, actorIds: readonly string[]): Promise<void> {
  if (actorIds.length === 0) return
  await db.deleteFrom('actor_companion').where('account_id', '=', accountId).where('actor_id', 'in', actorIds).execute()
}
