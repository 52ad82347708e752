import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { SYSTEM } from '#app/domain/audit/event.ts'
import type { Day } from '#app/domain/values/day.ts'
import { jobFolder, removeJobFolder } from '#app/intake/load/job-folder.ts'
import { endLoad, keepReading, readIntoStaging, writeLoad } from '#app/intake/load/run-load.server.ts'
import type { LoadSummary, SampleRow } from '#app/intake/load/summary.ts'
import { fileKind } from '#app/intake/read/file-kind.ts'
import type { DbClient } from '#db/client.ts'
import { openStaging, type StagedReject } from '#db/import-staging.ts'
import { insertImportBatch } from '#db/queries/imports.ts'
import { recordLoad } from './record-load.server.ts'

export interface ImportOutcome {
  /** Null for a trial, which leaves nothing behind. */
  readonly batchId: string | null
  readonly summary: LoadSummary
  /** The first rows as they were understood. */
  readonly sample: readonly SampleRow[]
  /** The rejected rows, all of them up to the limit asked for. */
  readonly rejects: readonly StagedReject[]
}

/** SHA-256 of a file, read in pieces. */
export async function fileSha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/**
 * Loads a file of this computer in one go, or tries it without writing anything.
 * @throws IntakeError when it is refused as a whole, LoadStopped when `shouldStop` says so; nothing is half-written.
 */
export async function importFile(
  client: DbClient,
  load: {
    readonly dataDir: string
    readonly file: string
    readonly dryRun: boolean
    readonly asOf: Day
    readonly today: Day
    readonly now: () => string
    readonly rejectLimit: number
    readonly onProgress?: (phase: 'reading' | 'writing', done: number, total: number) => void
    readonly shouldStop?: () => boolean
  },
): Promise<ImportOutcome> {
  await fileKind(load.file)
  const batchId = randomUUID()
  const folder = jobFolder(load.dataDir, batchId)
  const work = {
    client,
    batchId,
    folder,
    file: load.file,
    today: load.today,
    ...(load.onProgress && { onProgress: load.onProgress }),
    ...(load.shouldStop && { shouldStop: load.shouldStop }),
  }
  let opened = false
  try {
    const summary = await readIntoStaging({ ...work, asOf: load.asOf })
    const staging = openStaging(folder.staging, { readonly: true })
    const sample = staging.sample().map((row) => JSON.parse(row) as SampleRow)
    const rejects = staging.rejects(load.rejectLimit)
    staging.close()
    if (load.dryRun) return { batchId: null, summary, sample, rejects }
    const batch = {
      id: batchId,
      file_name: basename(load.file),
      sha256: await fileSha256(load.file),
      status: 'running',
      mapping: '{}',
      created_at: load.now(),
    } as const
    await client.db.transaction().execute(async (trx) => {
      await insertImportBatch(trx, batch)
      await recordLoad(trx, SYSTEM, { at: batch.created_at, action: 'import:apply', batchId, summary })
    })
    opened = true
    await keepReading(work, summary)
    return { batchId, summary: await writeLoad({ ...work, now: load.now() }), sample, rejects }
  } catch (error) {
    if (opened) await endLoad(work, error, load.now())
    throw error
  } finally {
    removeJobFolder(folder)
  }
}
