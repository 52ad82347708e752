import { cutBatches, type PlannedPlace } from '#app/domain/programmes/entries.ts'
import type { Db } from '#db/client.ts'
import { insertJob, insertJobs } from '#db/queries/jobs.ts'
import { insertProgrammeEntries } from '#db/queries/programme-entries.ts'
import type { ProgrammeEntryRow } from '#db/schema/programme.ts'

export const BATCH_JOB = 'programme_batch'

/** What the job of a batch carries. */
export interface BatchJob {
  readonly programmeId: string
  readonly batch: number
}

/** What the keys of all jobs of a programme begin with. */
export const jobsOf = (programmeId: string): string => `programme:${programmeId}:`

const jobOf = (job: BatchJob, now: string) => ({
  key: `${jobsOf(job.programmeId)}${String(job.batch).padStart(6, '0')}`,
  kind: BATCH_JOB,
  payload: job,
  now,
})

/** Queues the sending of one batch; a batch is queued once, whoever asks. */
export async function queueBatch(trx: Db, job: BatchJob, now: string): Promise<boolean> {
  return insertJob(trx, jobOf(job, now))
}

const CHUNK = 500

/** Which of these actors are still there, and whether each is invented. */
async function demoMarks(trx: Db, ids: readonly string[]): Promise<ReadonlyMap<string, 0 | 1>> {
  const marks = new Map<string, 0 | 1>()
  for (let at = 0; at < ids.length; at += CHUNK) {
    const rows = await trx
      .selectFrom('actor')
      .select(['id', 'is_demo'])
      .where('id', 'in', ids.slice(at, at + CHUNK))
      .execute()
    for (const row of rows) marks.set(row.id, row.is_demo)
  }
  return marks
}

/** Writes the places of a plan as entries of a programme, and a job for each batch of them. @returns how many batches. */
export async function queueBatches(
  trx: Db,
  programmeId: string,
  places: readonly PlannedPlace[],
  now: string,
): Promise<number> {
  const batches = cutBatches(places)
  const demo = await demoMarks(trx, [...new Set(places.map(({ actor }) => actor))])
  let count = 0
  const persons = new Map<string, string>()
  const rows = batches.flatMap((batch, at) =>
    batch.map(({ actor, offer, need, regency }): ProgrammeEntryRow => {
      count += 1
      const there = demo.has(actor)
      const id = `${programmeId}-${String(count).padStart(6, '0')}`
      const person = persons.get(actor) ?? id
      persons.set(actor, person)
      return {
        id,
        person,
        programme_id: programmeId,
        offer_id: offer,
        regency_code: regency,
        actor_id: there ? actor : null,
        need_id: need,
        is_demo: demo.get(actor) ?? 0,
        batch: at + 1,
        state: 'planned',
        problem: null,
        proposal_id: null,
        proposal_position: null,
        updated_at: now,
      }
    }),
  )
  // why: in few statements, since whoever asks for a page waits for the same connection
  await insertProgrammeEntries(trx, rows)
  await insertJobs(
    trx,
    batches.map((_, at) => jobOf({ programmeId, batch: at + 1 }, now)),
  )
  return batches.length
}
