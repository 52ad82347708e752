import { rmSync } from 'node:fs'
import type { Day } from '#app/domain/values/day.ts'
import type { DbClient } from '#db/client.ts'
import { applyStaging, keepRejects, StagingConflict, StagingStopped } from '#db/import-apply.ts'
import { openStaging } from '#db/import-staging.ts'
import { deleteImportRejects, endImportBatch, getImportBatch, updateImportBatch } from '#db/queries/imports.ts'
import { IntakeError } from '../intake-error.ts'
import { intakeRegions } from '../regions.server.ts'
import { garbageCollector } from './collect-garbage.ts'
import { isAskedToStop, type JobFolder, jobReporter, makeJobFolder, removeJobFolder } from './job-folder.ts'
import { LoadStopped, stageFile } from './stage-file.server.ts'
import { type LoadSummary, parseSummary } from './summary.ts'

export interface LoadWork {
  readonly client: DbClient
  readonly batchId: string
  readonly folder: JobFolder
  /** The file to read: the uploaded one, or one on the disk of whoever calls. */
  readonly file: string
  readonly today: Day
  readonly onProgress?: (phase: 'reading' | 'writing', done: number, total: number) => void
  readonly shouldStop?: () => boolean
}

/** Tries of writing a load whose actors were changed by somebody else between preview and confirmation. */
const TRIES = 3

/**
 * Reads the file into the staging of its folder; rows outside the kabupaten or kota of its batch are not taken.
 * @throws IntakeError, LoadStopped; nothing has been written to the database then.
 */
export async function readIntoStaging(work: LoadWork & { readonly asOf: Day }): Promise<LoadSummary> {
  const { client, folder } = work
  makeJobFolder(folder)
  rmSync(folder.staging, { force: true })
  const reporter = jobReporter(folder)
  reporter.report('reading', 0, 1)
  const staging = openStaging(folder.staging)
  const collect = garbageCollector()
  const office = (await getImportBatch(client.db, work.batchId))?.regency_code ?? null
  try {
    const summary = await stageFile({
      client,
      staging,
      regions: intakeRegions(),
      file: work.file,
      asOf: work.asOf,
      today: work.today,
      office,
      onProgress: (done, total) => {
        reporter.report('reading', done, total)
        collect(done)
        work.onProgress?.('reading', done, total)
      },
      shouldStop: () => reporter.shouldStop() || work.shouldStop?.() === true,
    })
    if (isAskedToStop(folder)) throw new LoadStopped()
    return summary
  } finally {
    staging.close()
  }
}

/** Puts what was read beside its batch: mapping, counts, rejected rows. */
export async function keepReading(work: LoadWork, summary: LoadSummary): Promise<void> {
  const { client, batchId, folder } = work
  await deleteImportRejects(client.db, batchId)
  keepRejects(client, folder.staging, batchId)
  await updateImportBatch(client.db, batchId, {
    mapping: JSON.stringify(summary),
    rows_total: summary.rows.total,
    rows_new: summary.rows.created,
    rows_changed: summary.rows.changed,
    rows_same: summary.rows.same,
    rows_rejected: summary.rows.rejected,
  })
}

/**
 * Writes what was read, all of it or nothing. When somebody changed the same actors since, the file is compared anew.
 * @param now the instant of the load, ISO with Z.
 * @throws IntakeError `load.conflict`, LoadStopped.
 */
export async function writeLoad(work: LoadWork & { readonly now: string }): Promise<LoadSummary> {
  const { client, batchId, folder } = work
  const reporter = jobReporter(folder)
  for (let attempt = 1; ; attempt++) {
    const summary = parseSummary((await getImportBatch(client.db, batchId))?.mapping ?? '{}')
    if (!summary) throw new IntakeError('load.interrupted')
    try {
      reporter.report('writing', 0, Math.max(1, summary.rows.created + summary.rows.changed))
      applyStaging(client, folder.staging, {
        batchId,
        at: work.now,
        onProgress: (done, total) => {
          reporter.report('writing', done, total)
          work.onProgress?.('writing', done, total)
        },
        shouldStop: () => reporter.shouldStop() || work.shouldStop?.() === true,
      })
      return summary
    } catch (error) {
      if (error instanceof StagingStopped) throw new LoadStopped()
      if (!(error instanceof StagingConflict)) throw error
      if (attempt >= TRIES) throw new IntakeError('load.conflict')
      await keepReading(work, await readIntoStaging({ ...work, asOf: summary.asOf }))
    }
  }
}

/** Ends a batch that did not come through: says why, forgets its rejected rows and its files. */
export async function endLoad(
  work: Pick<LoadWork, 'client' | 'batchId' | 'folder'>,
  error: unknown,
  now: string,
): Promise<void> {
  const stopped = error instanceof LoadStopped
  const failure =
    error instanceof IntakeError ? { code: error.code, values: error.values } : { code: 'load.unexpected', values: {} }
  // why: the row speaks first; a page that finds no folder would take a load still open for one that was interrupted
  const ended = await endImportBatch(work.client.db, work.batchId, {
    status: stopped ? 'cancelled' : 'failed',
    failure: stopped ? null : JSON.stringify(failure),
    finished_at: now,
  })
  if (ended) await deleteImportRejects(work.client.db, work.batchId)
  removeJobFolder(work.folder)
}
