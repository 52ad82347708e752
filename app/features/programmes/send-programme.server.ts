import { runJob } from '#app/features/proposals/run-jobs.server.ts'
import type { DbClient } from '#db/client.ts'
import { findJobsUnder } from '#db/queries/jobs.ts'
import { BATCH_JOB, jobsOf } from './queue-batches.server.ts'

export interface SendingProgress {
  readonly batches: number
  readonly done: number
  /** Failed several times and tried ever more seldom. */
  readonly failed: number
}

const SEVERAL_TRIES = 5

/** How far the batches of a programme have been tried. */
export async function sendingProgress(db: DbClient['db'], programmeId: string): Promise<SendingProgress> {
  const jobs = await findJobsUnder(db, BATCH_JOB, jobsOf(programmeId))
  const failed = jobs.filter((job) => job.state === 'queued' && job.attempts >= SEVERAL_TRIES)
  return { batches: jobs.length, done: jobs.filter((job) => job.state === 'done').length, failed: failed.length }
}

/**
 * Tries the batches of a programme that wait, each in a transaction of its own, one after the other. Stopped or killed at
 * any point it leaves whole batches; called again, or by the scheduler, it goes on with the rest.
 * @param onBatch told after each batch; an error it throws ends the work.
 */
export async function sendProgramme(
  client: Pick<DbClient, 'db'>,
  programmeId: string,
  now: string,
  options: { readonly signal?: AbortSignal; readonly onBatch?: (progress: SendingProgress) => void } = {},
): Promise<SendingProgress> {
  for (const job of await findJobsUnder(client.db, BATCH_JOB, jobsOf(programmeId))) {
    if (job.state !== 'queued') continue
    if (options.signal?.aborted) break
    await runJob(client.db, job, now)
    options.onBatch?.(await sendingProgress(client.db, programmeId))
    // why: a page asked for meanwhile is served between two batches
    await new Promise((resolve) => setImmediate(resolve))
  }
  return sendingProgress(client.db, programmeId)
}

const underWay = new WeakMap<object, Set<string>>()

/** Tries the waiting batches without keeping anybody waiting; what goes wrong is left to the scheduler. */
export function sendProgrammeSoon(client: Pick<DbClient, 'db'>, programmeId: string): Promise<unknown> {
  const running = underWay.get(client.db) ?? new Set<string>()
  underWay.set(client.db, running)
  if (running.has(programmeId)) return Promise.resolve()
  running.add(programmeId)
  return sendProgramme(client, programmeId, new Date().toISOString())
    .catch(() => null)
    .finally(() => running.delete(programmeId))
}
