import type { Selectable } from 'kysely'
import type { Db } from '../client.ts'
import type { FactChangeTable } from '../schema/actor.ts'

export type FactChangeRow = Selectable<FactChangeTable>

/** Stands in `fact` where a change moved the day her facts were last confirmed, so that the day before is not lost. */
export const FACTS_DAY = 'facts_as_of'

/** Every answer and correction of an actor, the latest first. */
export async function findFactChanges(db: Db, actorId: string): Promise<FactChangeRow[]> {
  return db
    .selectFrom('fact_change')
    .selectAll()
    .where('actor_id', '=', actorId)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Appends changes; call it in the transaction of the change itself. */
export async function insertFactChanges(trx: Db, changes: readonly FactChangeRow[]): Promise<void> {
  if (changes.length > 0)
    await trx
      .insertInto('fact_change')
      .values([...changes])
      .execute()
}
