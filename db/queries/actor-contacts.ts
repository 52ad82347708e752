import type { Db } from '../client.ts'

/** Her number as it is sealed; undefined where none is kept. */
export async function getSealedPhone(db: Db, actorId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('actor_contact')
    .select('phone_sealed')
    .where('actor_id', '=', actorId)
    .executeTakeFirst()
  return row?.phone_sealed
}

export async function putSealedPhone(trx: Db, actorId: string, sealed: string, at: string): Promise<void> {
  const values = { phone_sealed: sealed, updated_at: at }
  await trx
    .insertInto('actor_contact')
    .values({ actor_id: actorId, ...values })
    .onConflict((conflict) => conflict.column('actor_id').doUpdateSet(values))
    .execute()
}

/** @returns whether there was one. */
export async function deletePhone(trx: Db, actorId: string): Promise<boolean> {
  const result = await trx.deleteFrom('actor_contact').where('actor_id', '=', actorId).executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

/** Every number that is kept, sealed, in the order of the actors' ids; for a change of the key. */
export async function findSealedPhones(db: Db): Promise<{ readonly actorId: string; readonly sealed: string }[]> {
  const rows = await db.selectFrom('actor_contact').select(['actor_id', 'phone_sealed']).orderBy('actor_id').execute()
  return rows.map((row) => ({ actorId: row.actor_id, sealed: row.phone_sealed }))
}

/** Puts the same number under another seal; it was kept when it was kept. */
export async function replaceSeal(trx: Db, actorId: string, sealed: string): Promise<void> {
  await trx.updateTable('actor_contact').set({ phone_sealed: sealed }).where('actor_id', '=', actorId).execute()
}
