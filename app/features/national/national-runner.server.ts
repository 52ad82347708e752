import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import type { Worker } from 'node:worker_threads'
import type { Day } from '#app/domain/values/day.ts'
import type { NationalRunProgress } from '#app/features/matches/national-run.server.ts'
import type { NationalRunJob, NationalRunMessage } from '#app/workers/national-run.worker.ts'
import { startWorker } from '#app/workers/start-worker.ts'
import type { DbClient } from '#db/client.ts'
import { endRunningRuns, getMatchRun } from '#db/queries/match-runs.ts'
import { storedSummary } from './stored-summary.server.ts'

/** How many of the best offers a run keeps for each actor. */
const TOP = 10

/** A national run under way in this process. */
export interface LiveRun {
  readonly id: string
  /** Instant, ISO with Z. */
  readonly startedAt: string
  /** Null before the thread has said anything. */
  readonly progress: NationalRunProgress | null
  /** Until the ranking is done; null while that cannot be told. */
  readonly secondsLeft: number | null
  /** Somebody has asked it to stop. */
  readonly stopping: boolean
}

interface State {
  run: LiveRun | null
  worker: Worker | null
  /** When the phase of the run began, in milliseconds of performance.now(). */
  phaseBegan: number
  ended: Promise<void>
}

export interface NationalRunner {
  /** The run under way, or null. */
  current(): LiveRun | null
  /** Starts a run in a thread of its own. @returns its id, or null when one is under way already. */
  start(today: Day): string | null
  /** Asks the run with this id to stop; nothing happens when it is not under way. */
  cancel(id: string): void
  /** Resolves when no run is under way. */
  idle(): Promise<void>
}

const runners = new WeakMap<object, Promise<NationalRunner>>()

/**
 * The one runner of this process for a database. The first call marks runs as failed that were under way when an
 * earlier process ended.
 * @throws Error for a database in memory, which no other thread can open.
 */
export function nationalRunner(client: DbClient): Promise<NationalRunner> {
  let runner = runners.get(client.db)
  if (!runner) {
    runner = endRunningRuns(client.db, 'failed', new Date().toISOString()).then(() => createRunner(client))
    runners.set(client.db, runner)
  }
  return runner
}

function secondsLeft(progress: NationalRunProgress, began: number): number | null {
  if (progress.phase !== 'rank' || progress.done === 0) return null
  const elapsed = (performance.now() - began) / 1000
  return (elapsed / progress.done) * (progress.total - progress.done)
}

function report(id: string, reason: string): void {
  process.stderr.write(`national run ${id} failed: ${reason}\n`)
}

/** Gives the row its end where the thread broke off, and has the result summed up before anybody asks for it. */
async function settle(client: DbClient, job: NationalRunJob): Promise<void> {
  await endRunningRuns(client.db, 'failed', new Date().toISOString(), job.id)
  const run = await getMatchRun(client.db, job.id)
  if (run?.file) await storedSummary(job.dataDir, run.file)
}

function createRunner(client: DbClient): NationalRunner {
  if (client.sqlite.memory) throw new Error('a national run needs a database file')
  const databaseFile = client.sqlite.name
  const state: State = { run: null, worker: null, phaseBegan: 0, ended: Promise.resolve() }

  const take = (progress: NationalRunProgress): void => {
    if (!state.run) return
    if (progress.phase !== state.run.progress?.phase) state.phaseBegan = performance.now()
    state.run = { ...state.run, progress, secondsLeft: secondsLeft(progress, state.phaseBegan) }
  }

  return {
    current: () => state.run,
    start(today) {
      if (state.run) return null
      const id = randomUUID()
      const job: NationalRunJob = {
        databaseFile,
        dataDir: dirname(databaseFile),
        id,
        today,
        top: TOP,
        // why: one core stays free for the pages
        threads: Math.max(1, availableParallelism() - 1),
      }
      const worker = startWorker('app/workers/national-run.worker.ts', { workerData: job })
      worker.on('message', (message: NationalRunMessage) => {
        if ('progress' in message) take(message.progress)
        else if (message.end === 'failed') report(id, message.reason)
      })
      state.run = { id, startedAt: new Date().toISOString(), progress: null, secondsLeft: null, stopping: false }
      state.worker = worker
      state.ended = new Promise<void>((resolve) => {
        worker.once('error', (error) => report(id, error.stack ?? error.message))
        worker.once('exit', () => {
          settle(client, job)
            // why: with the database closed the process is ending, and the next start sees to the row
            .catch(() => {})
            .finally(() => {
              state.run = null
              state.worker = null
              resolve()
            })
        })
      })
      return id
    },
    cancel(id) {
      if (state.run?.id !== id) return
      state.run = { ...state.run, stopping: true }
      state.worker?.postMessage('cancel')
    },
    idle: () => state.ended,
  }
}
