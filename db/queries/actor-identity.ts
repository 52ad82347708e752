import type { Db } from '../client.ts'

export interface ActorIdentity {
  readonly name: string
  readonly businessName: string | null
}

/** Who an actor is. For the pages of her own district only: never for a list, an index, a log or an address. */
export async function getActorIdentity(db: Db, actorId: string): Promise<ActorIdentity | undefined> {
  const row = await db
    .selectFrom('actor_identity')
    .select(['name', 'business_name'])
    .where('actor_id', '=', actorId)
    .executeTakeFirst()
  return row && { name: row.name, businessName: row.business_name }
}
