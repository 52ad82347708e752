import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runFolder } from '#app/features/matches/national-run.server.ts'
import { startWorker } from '#app/workers/start-worker.ts'
import type { RunSummary } from './run-summary.ts'

const MOST_KEPT = 20
const kept = new Map<string, Promise<RunSummary>>()

/**
 * The summary of a finished run, read from its file in another thread and kept: a run never changes.
 * @param file name of the run file inside the folder of runs.
 * @returns null when the file is gone.
 * @throws Error when it is no run file or was cut short.
 */
export async function storedSummary(dataDir: string, file: string): Promise<RunSummary | null> {
  const path = join(runFolder(dataDir), file)
  if (!existsSync(path)) return null
  let summary = kept.get(path)
  if (!summary) {
    summary = summarise(path)
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
    kept.set(path, summary)
    summary.catch(() => kept.delete(path))
  }
  return summary
}

function summarise(file: string): Promise<RunSummary> {
  return new Promise((resolve, reject) => {
    const worker = startWorker('app/workers/run-summary.worker.ts', { workerData: { file } })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread ended without a summary')))
  })
}
