import { workerData } from 'node:worker_threads'
import { createDb } from '#db/client.ts'
import { getImportBatch } from '#db/queries/imports.ts'
import { IntakeError } from './intake-error.ts'
import { jobFolder, removeJobFolder } from './load/job-folder.ts'
import { endLoad, keepReading, readIntoStaging, writeLoad } from './load/run-load.server.ts'
import { LoadStopped } from './load/stage-file.server.ts'

/** What the worker is asked to do with one batch. */
export interface ImportTask {
  readonly databaseFile: string
  readonly dataDir: string
  readonly batchId: string
  readonly task: 'read' | 'write'
  /** Days `YYYY-MM-DD`. */
  readonly today: string
  readonly asOf: string
}

async function run(task: ImportTask): Promise<void> {
  const client = createDb(task.databaseFile)
  const folder = jobFolder(task.dataDir, task.batchId)
  const work = { client, folder, batchId: task.batchId, file: folder.source, today: task.today }
  const now = () => new Date().toISOString()
  try {
    if (!(await getImportBatch(client.db, task.batchId))) return
    if (task.task === 'read') await keepReading(work, await readIntoStaging({ ...work, asOf: task.asOf }))
    else {
      await writeLoad({ ...work, now: now() })
      removeJobFolder(folder)
    }
  } catch (error) {
    await endLoad(work, error, now())
    if (!(error instanceof IntakeError || error instanceof LoadStopped)) throw error
  } finally {
    await client.close()
  }
}

await run(workerData as ImportTask)
