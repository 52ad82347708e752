import { readConfig } from '#app/config.server.ts'
import type { Viewer } from '#app/domain/access/viewer.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { ImportTask } from '#app/intake/import.worker.ts'
import { jobFolder, jobReporter, makeJobFolder } from '#app/intake/load/job-folder.ts'
import { startWorker } from '#app/workers/start-worker.ts'
import type { DbClient } from '#db/client.ts'

/** Where loads of this site live, and on whose behalf one is read, shown or written. */
export interface ImportSite {
  readonly client: DbClient
  readonly dataDir: string
  readonly databaseFile: string
  readonly viewer: Viewer
}

export function importSite(client: DbClient, viewer: Viewer): ImportSite {
  const { dataDir, databaseFile } = readConfig()
  return { client, dataDir, databaseFile, viewer }
}

/** Loads read or written at the same time; each keeps a core busy. */
const MOST_AT_ONCE = 2
const kept = globalThis as { sinergiImports?: Set<Promise<void>> }

function running(): Set<Promise<void>> {
  kept.sinergiImports ??= new Set()
  return kept.sinergiImports
}

/** Whether another load has to wait for the ones at work. */
export function isBusy(): boolean {
  return running().size >= MOST_AT_ONCE
}

/** Says that a load failed, by the place in the code alone: the message of the error may quote a cell. */
function warn(error: Error): void {
  const place = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 5)
  process.emitWarning(`import: ${error.name}\n${place.join('\n')}`)
}

/**
 * Starts reading or writing a load in a thread of its own, which goes on when the page is closed.
 * @returns when it is through, whatever came of it; the batch tells what.
 */
export function startJob(
  site: ImportSite,
  job: { batchId: string; task: 'read' | 'write'; today: Day; asOf: Day },
): Promise<void> {
  const folder = jobFolder(site.dataDir, job.batchId)
  makeJobFolder(folder)
  // why: whoever asks before the thread has come up should find it alive
  jobReporter(folder).report(job.task === 'read' ? 'reading' : 'writing', 0, 1)
  const workerData: ImportTask = { dataDir: site.dataDir, databaseFile: site.databaseFile, ...job }
  const through = new Promise<void>((resolve) => {
    const worker = startWorker('app/intake/import.worker.ts', { workerData })
    worker.on('error', (error) => warn(error as Error))
    worker.on('exit', () => resolve())
  }).finally(() => running().delete(through))
  running().add(through)
  return through
}

/** Waits for a job, but not longer: small files are through before the next page is asked for. */
export async function waitShortly(job: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([
    job,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds)
    }),
  ])
  clearTimeout(timer)
}
