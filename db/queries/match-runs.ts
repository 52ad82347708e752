import type { Db } from '../client.ts'
import type { MatchRunRow } from '../schema/matching.ts'

/** The last national runs, newest first. */
export async function findMatchRuns(db: Db, limit: number): Promise<MatchRunRow[]> {
  return db
    .selectFrom('match_run')
    .selectAll()
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function getMatchRun(db: Db, id: string): Promise<MatchRunRow | undefined> {
  return db.selectFrom('match_run').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The newest run that came to its end, or undefined. */
export async function getLastDoneRun(db: Db): Promise<MatchRunRow | undefined> {
  return db
    .selectFrom('match_run')
    .selectAll()
    .where('status', '=', 'done')
    .orderBy('finished_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

/** Gives runs that still say they are running their end: the one named, or all. */
export async function endRunningRuns(db: Db, status: 'failed' | 'cancelled', at: string, id?: string): Promise<void> {
  let query = db.updateTable('match_run').set({ status, finished_at: at }).where('status', '=', 'running')
  if (id !== undefined) query = query.where('id', '=', id)
  await query.execute()
}
