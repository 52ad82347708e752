import { randomUUID } from 'node:crypto'
import type { Db } from '../client.ts'

/** Keeps what an erasure has to remove outside the database; call it in the transaction of the erasure. */
export async function insertErasureTask(trx: Db, work: unknown, at: string): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('erasure_task')
    .values({ id, work: JSON.stringify(work), at })
    .execute()
  return id
}

/** What is still to be removed, the oldest first; `work` is null where only the log of the database is left. */
export async function findErasureTasks<Work>(db: Db): Promise<{ readonly id: string; readonly work: Work | null }[]> {
  const rows = await db.selectFrom('erasure_task').select(['id', 'work']).orderBy('at').orderBy('id').execute()
  return rows.map(({ id, work }) => ({ id, work: work === null ? null : (JSON.parse(work) as Work) }))
}

/** The files of a task are gone, and with them what it knew of her. */
export async function emptyErasureTask(db: Db, id: string): Promise<void> {
  await db.updateTable('erasure_task').set({ work: null }).where('id', '=', id).execute()
}

export async function deleteErasureTasks(db: Db, ids: readonly string[]): Promise<void> {
  for (const id of ids) await db.deleteFrom('erasure_task').where('id', '=', id).execute()
}
