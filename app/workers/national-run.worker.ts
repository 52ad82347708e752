import { parentPort, workerData } from 'node:worker_threads'
import { type NationalRunProgress, nationalRun } from '#app/features/matches/national-run.server.ts'
import { RunCancelled } from '#app/features/matches/rank-all.server.ts'
import { createDb } from '#db/client.ts'

/** What the thread of a national run is started with. */
export interface NationalRunJob {
  readonly databaseFile: string
  readonly dataDir: string
  readonly id: string
  readonly today: string
  readonly top: number
  readonly threads: number
}

export type NationalRunMessage =
  | { readonly progress: NationalRunProgress }
  | { readonly end: 'done' | 'cancelled' }
  | { readonly end: 'failed'; readonly reason: string }

const PROGRESS_EVERY_MS = 200

const { databaseFile, ...job } = workerData as NationalRunJob
const client = createDb(databaseFile)
// why: actors are read in the order of place, which is all over the file
client.sqlite.pragma('mmap_size = 4294967296')
const cancel = new AbortController()
parentPort!.on('message', () => cancel.abort())

const say = (message: NationalRunMessage): void => parentPort!.postMessage(message)
let said = { phase: '', at: 0 }

try {
  await nationalRun(client, {
    ...job,
    now: () => new Date(),
    signal: cancel.signal,
    onProgress: (progress) => {
      const now = performance.now()
      if (progress.phase === said.phase && now - said.at < PROGRESS_EVERY_MS) return
      said = { phase: progress.phase, at: now }
      say({ progress })
    },
  })
  say({ end: 'done' })
} catch (error) {
  if (error instanceof RunCancelled) say({ end: 'cancelled' })
  else say({ end: 'failed', reason: String((error as Error).stack ?? error) })
} finally {
  await client.close()
  parentPort!.close()
}
