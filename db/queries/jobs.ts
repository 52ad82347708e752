import { sql } from 'kysely'
import type { Db } from '../client.ts'
import type { JobRow } from '../schema/proposal.ts'

/**
 * Queues something to be done once.
 * @returns false when a job of this key exists already, done or not: nothing changes then.
 */
export async function insertJob(
  trx: Db,
  job: { readonly key: string; readonly kind: string; readonly payload: unknown; readonly now: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('job')
    .values({
      key: job.key,
      kind: job.kind,
      payload: JSON.stringify(job.payload),
      state: 'queued',
      run_after: job.now,
      attempts: 0,
      last_error: null,
      created_at: job.now,
      finished_at: null,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) === 1
}

/** Jobs that wait, in the order of their keys. */
export async function findQueuedJobs(db: Db, limit: number): Promise<JobRow[]> {
  return db.selectFrom('job').selectAll().where('state', '=', 'queued').orderBy('key').limit(limit).execute()
}

/**
 * Takes a job as done, in the transaction that does it.
 * @returns false when somebody else did it meanwhile.
 */
export async function finishJob(trx: Db, key: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('job')
    .set((eb) => ({ state: 'done' as const, finished_at: now, attempts: eb('attempts', '+', 1) }))
    .where('key', '=', key)
    .where('state', '=', 'queued')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Notes that a job failed; after five tries it is left for a person. */
export async function failJob(db: Db, key: string, error: string): Promise<void> {
  await db
    .updateTable('job')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      last_error: error.slice(0, 200),
      state: eb
        .case()
        .when('attempts', '>=', 4)
        .then('failed' as const)
        .else('queued' as const)
        .end(),
    }))
    .where('key', '=', key)
    .execute()
}

/** Jobs of a kind whose keys begin with a text, whatever became of them, in the order of their keys. */
export async function findJobsUnder(db: Db, kind: string, prefix: string): Promise<JobRow[]> {
  return db
    .selectFrom('job')
    .selectAll()
    .where('kind', '=', kind)
    .where('key', 'like', `${prefix}%`)
    .orderBy('key')
    .execute()
}

/** Queues jobs of a kind again that were given up. @returns how many. */
export async function requeueFailedJobs(trx: Db, kind: string, prefix: string): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('job')
    .set({ state: 'queued', attempts: 0 })
    .where('kind', '=', kind)
    .where('state', '=', 'failed')
    .where('key', 'like', `${prefix}%`)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Letters the clock has written about a proposal: reminders and escalations, by kind and instant. */
export async function findClockDeeds(
  db: Db,
  proposalId: string,
  kinds: readonly string[],
): Promise<{ readonly key: string; readonly kind: string; readonly at: string }[]> {
  const rows = await db
    .selectFrom('job')
    .select(['key', 'kind', 'finished_at'])
    .where('state', '=', 'done')
    // why: an answer may have come first, and then the job is done without a letter
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('mail_outbox')
          .select('mail_outbox.id')
          .where('mail_outbox.dedupe_key', '>=', sql<string>`${eb.ref('job.key')} || ':'`)
          .where('mail_outbox.dedupe_key', '<', sql<string>`${eb.ref('job.key')} || ';'`),
      ),
    )
    // why: keys begin with kind and proposal, so that this reads a few places of the primary key
    .where((eb) =>
      eb.or(
        kinds.map((kind) =>
          eb.and([eb('key', '>=', `${kind}:${proposalId}:`), eb('key', '<', `${kind}:${proposalId};`)]),
        ),
      ),
    )
    .orderBy('key')
    .execute()
  return rows.map((row) => ({ key: row.key, kind: row.kind, at: row.finished_at! }))
}
