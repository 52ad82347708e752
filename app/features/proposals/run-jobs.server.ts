import { type DueAction, dueActions } from '#app/domain/loop/clocks.ts'
import { AWAITING_ANSWER, AWAITING_OUTCOME } from '#app/domain/loop/states.ts'
import { forgetOldRejects } from '#app/features/intake/forget-old-rejects.server.ts'
import { queueMouWarnings, sendMouWarning } from '#app/features/mou/mou-warnings.server.ts'
import { BATCH_JOB } from '#app/features/programmes/queue-batches.server.ts'
import { sendBatch } from '#app/features/programmes/send-batch.server.ts'
import { jakartaDay } from '#app/lib/today.ts'
import type { DbClient } from '#db/client.ts'
import { failJob, findQueuedJobs, finishJob, insertJob, knownJobs } from '#db/queries/jobs.ts'
import type { JobRow } from '#db/schema/proposal.ts'
import { queueDigests, sendDigest } from './digests.server.ts'
import { clockedProposal, doDueAction, NotYetDue } from './due-action.server.ts'
import { endRunOutConsents } from './end-without-consent.server.ts'

export interface JobsReport {
  /** Found due and not known before. */
  readonly queued: number
  readonly done: number
  readonly failed: number
}

const BATCH = 500

/** Told of what failed, so that it can be logged; the rest goes on. */
type OnError = (error: unknown, what: string) => void

/**
 * Does what is due: reminders, escalations, expiries, digests, warnings of MoUs that end, batches of programmes, the end
 * of proposals whose consent ran out, and of rejected rows that were kept long enough. What is due is a function of each proposal and the day; the key of each is kept
 * for ever, so a second run, a restart or a clock set back does nothing twice. Each is done in one transaction with its
 * letters and the mark that it is done, so a process killed at any point leaves all of it or nothing.
 */
export async function runJobs(
  client: Pick<DbClient, 'db'>,
  now: string,
  onError: OnError = () => {},
): Promise<JobsReport> {
  const { db } = client
  const today = jakartaDay(new Date(now))
  const queued = await queueDue(db, today, now)
  await forgetOldRejects(db, now).catch((error: unknown) => onError(error, 'rejects'))
  let { done, failed } = await endRunOutConsents({ db, today, now }, (error, id) => onError(error, `consent:${id}`))
  for (const job of await findQueuedJobs(db, now, BATCH)) {
    const ended = await runJob(db, job, now, onError)
    if (ended === 'done') done += 1
    if (ended === 'failed') failed += 1
  }
  return { queued, done, failed }
}

async function queueDue(db: DbClient['db'], today: string, now: string): Promise<number> {
  let queued = 0
  const open = await db
    .selectFrom('proposal')
    .select(['id', 'state', 'round', 'asked_on', 'response_days', 'moved_on'])
    .where('state', 'in', [...AWAITING_ANSWER, ...AWAITING_OUTCOME])
    .execute()
  const actions = open.flatMap((row) => dueActions(clockedProposal(row), today))
  const known = await knownJobs(
    db,
    actions.map((action) => action.key),
  )
  for (const action of actions)
    if (!known.has(action.key) && (await insertJob(db, { key: action.key, kind: action.kind, payload: action, now })))
      queued += 1
  queued += await queueDigests(db, today, now)
  return queued + (await queueMouWarnings(db, today, now))
}

/**
 * Does one queued job in a transaction with the mark that it is done.
 * @returns `taken` when somebody else did it meanwhile, `waiting` when the clock went back behind the day it fell due.
 */
export async function runJob(
  db: DbClient['db'],
  job: JobRow,
  now: string,
  onError: OnError = () => {},
): Promise<'done' | 'taken' | 'waiting' | 'failed'> {
  const today = jakartaDay(new Date(now))
  try {
    return await db.transaction().execute(async (trx) => {
      if (!(await finishJob(trx, job.key, now))) return 'taken'
      if (job.kind === 'digest') await sendDigest(trx, JSON.parse(job.payload), today, now)
      else if (job.kind === 'mou_warning') await sendMouWarning(trx, JSON.parse(job.payload), today, now)
      else if (job.kind === BATCH_JOB) await sendBatch(trx, db, JSON.parse(job.payload), { today, now })
      else await doDueAction(trx, db, JSON.parse(job.payload) as DueAction, { today, now })
      return 'done'
    })
  } catch (error) {
    if (error instanceof NotYetDue) return 'waiting'
    onError(error, job.key)
    await failJob(db, job, { error: (error as Error).message, now })
    return 'failed'
  }
}
