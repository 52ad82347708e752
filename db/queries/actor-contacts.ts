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
