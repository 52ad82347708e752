import { sql } from 'kysely'
import type { Db } from '../client.ts'
import type { JobRow } from '../schema/proposal.ts'

/** Something to be done once: its key says what. */
interface NewJob {
  readonly key: string
  readonly kind: string
  readonly payload: unknown
  /** Instant, ISO with Z. */
  readonly now: string
}

/** Jobs of one statement. */
const JOBS_AT_ONCE = 500

/** Queues what is to be done once each; a job whose key exists already, done or not, stays. @returns how many are new. */
export async function insertJobs(trx: Db, jobs: readonly NewJob[]): Promise<number> {
  let inserted = 0
  for (let at = 0; at < jobs.length; at += JOBS_AT_ONCE) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('job')
      .values(
        jobs.slice(at, at + JOBS_AT_ONCE).map((job) => ({
          key: job.key,
          kind: job.kind,
          payload: JSON.stringify(job.payload),
          state: 'queued' as const,
          run_after: job.now,
          attempts: 0,
          last_error: null,
          created_at: job.now,
          finished_at: null,
        })),
      )
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst()
    inserted += Number(numInsertedOrUpdatedRows ?? 0)
  }
  return inserted
}

/**
 * Queues something to be done once.
 * @returns false when a job of this key exists already, done or not: nothing changes then.
 */
export async function insertJob(trx: Db, job: NewJob): Promise<boolean> {
  return (await insertJobs(trx, [job])) === 1
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Minutes until the next try after the first, second ... failure; the last one, a day, repeats. */
const PAUSES = [1, 5, 15, 60, 180, 720, 1440]

/**
 * Jobs whose turn has come, in the order of their keys. No pause is longer than a day: what waits for a later instant was
 * put off while the clock was ahead.
 */
export async function findQueuedJobs(db: Db, now: string, limit: number): Promise<JobRow[]> {
  const tooFar = new Date(Date.parse(now) + DAY).toISOString()
  return db
    .selectFrom('job')
    .selectAll()
    .where('state', '=', 'queued')
    .where((eb) => eb.or([eb('run_after', '<=', now), eb('run_after', '>', tooFar)]))
    .orderBy('key')
    .limit(limit)
    .execute()
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

/** Puts a job off that failed: a minute first, in the end a day. It is never given up, because its key is never queued again. */
export async function failJob(
  db: Db,
  job: Pick<JobRow, 'key' | 'attempts'>,
  what: { readonly error: string; readonly now: string },
): Promise<void> {
  const pause = (PAUSES[job.attempts] ?? PAUSES.at(-1)!) * MINUTE
  await db
    .updateTable('job')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      last_error: what.error.slice(0, 200),
      run_after: new Date(Date.parse(what.now) + pause).toISOString(),
    }))
    .where('key', '=', job.key)
    .where('state', '=', 'queued')
    .execute()
}

/** Which of these jobs are known already, done or not. */
export async function knownJobs(db: Db, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const known = new Set<string>()
  for (let at = 0; at < keys.length; at += 500)
    for (const { key } of await db
      .selectFrom('job')
      .select('key')
      .where('key', 'in', keys.slice(at, at + 500))
      .execute())
      known.add(key)
  return known
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

/** Has jobs of a kind that failed tried again at once. @returns how many. */
export async function requeueFailedJobs(trx: Db, kind: string, prefix: string, now: string): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('job')
    .set({ attempts: 0, run_after: now })
    .where('kind', '=', kind)
    .where('state', '=', 'queued')
    .where('attempts', '>', 0)
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
