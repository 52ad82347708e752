import { existsSync } from 'node:fs'
import type { Day } from '#app/domain/values/day.ts'
import { followChanges } from '#app/features/actors/follow-changes.server.ts'
import { IntakeError } from '#app/intake/intake-error.ts'
import { askToStop, isAlive, jobFolder, removeStrayFolders } from '#app/intake/load/job-folder.ts'
import { endLoad } from '#app/intake/load/run-load.server.ts'
import { LoadStopped } from '#app/intake/load/stage-file.server.ts'
import { parseSummary } from '#app/intake/load/summary.ts'
import { findOpenImports, getImportBatch, moveImportBatch } from '#db/queries/imports.ts'
import type { ImportBatchRow } from '#db/schema/import.ts'
import { type ImportSite, startJob, waitShortly } from './import-jobs.server.ts'
import { recordLoad } from './record-load.server.ts'

const PATIENCE_MS = 2500
/** A preview nobody confirms is given up, since its file lies on the server. */
const PREVIEW_HOURS = 24

/**
 * Writes what was previewed, in a thread of its own. Confirming twice does it once.
 * @returns false when there is nothing to confirm: already written, given up, or its file is gone.
 */
export async function startImport(
  site: ImportSite,
  batchId: string,
  when: { readonly today: Day; readonly now: string },
): Promise<boolean> {
  const batch = await getImportBatch(site.client.db, batchId)
  const summary = batch ? parseSummary(batch.mapping) : null
  const folder = jobFolder(site.dataDir, batchId)
  if (!batch || !summary || !existsSync(folder.staging)) return false
  const isMine = await site.client.db.transaction().execute(async (trx) => {
    if (!(await moveImportBatch(trx, batchId, 'preview', 'running'))) return false
    await recordLoad(trx, site.viewer, { at: when.now, action: 'import:apply', batchId, summary })
    return true
  })
  if (!isMine) return false
  const job = startJob(site, { batchId, task: 'write', today: when.today, asOf: summary.asOf })
  void job.then(followChanges)
  await waitShortly(job, PATIENCE_MS)
  return true
}

/**
 * Gives a load up. A preview goes at once; one at work is asked to stop and leaves nothing half-written.
 * @returns false when it is already over.
 */
export async function cancelImport(site: ImportSite, batchId: string, now: string): Promise<boolean> {
  const batch = await getImportBatch(site.client.db, batchId)
  if (!batch || (batch.status !== 'preview' && batch.status !== 'running')) return false
  const folder = jobFolder(site.dataDir, batchId)
  if (isAtWork(batch)) askToStop(folder)
  else await endLoad({ client: site.client, batchId, folder }, new LoadStopped(), now)
  return true
}

/** Somebody should be reading or writing it right now. */
export function isAtWork(batch: ImportBatchRow): boolean {
  return batch.status === 'running' || (batch.status === 'preview' && parseSummary(batch.mapping) === null)
}

/** Ends loads whose worker has gone silent (a restart) and previews nobody confirmed, so that no row tells an untruth. */
export async function settleImports(site: ImportSite, now: string): Promise<void> {
  const clock = Date.parse(now)
  const open = await findOpenImports(site.client.db)
  removeStrayFolders(site.dataDir, new Set(open.map(({ id }) => id)), clock)
  for (const batch of open) {
    const folder = jobFolder(site.dataDir, batch.id)
    const work = { client: site.client, batchId: batch.id, folder }
    if (isAtWork(batch)) {
      if (!isAlive(folder, clock)) await endLoad(work, new IntakeError('load.interrupted'), now)
    } else if (clock - Date.parse(batch.created_at) > PREVIEW_HOURS * 3_600_000) {
      await endLoad(work, new LoadStopped(), now)
    } else if (!existsSync(folder.staging)) {
      await endLoad(work, new IntakeError('load.interrupted'), now)
    }
  }
}
