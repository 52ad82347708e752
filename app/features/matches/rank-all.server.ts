import type { Worker } from 'node:worker_threads'
import { type Axes, clusterFromCode } from '#app/domain/engine/axes.ts'
import { type ActorColumns, groupsOf } from '#app/domain/engine/columns.ts'
import { allocateRanking, type PairCounts, type Ranking } from '#app/domain/engine/rank-range.ts'
import type { ClusterId } from '#app/domain/values/actor.ts'
import type { RankJob, RankMessage, RankStart } from '#app/workers/rank.worker.ts'
import { startWorker } from '#app/workers/start-worker.ts'

/** A run somebody asked to stop. */
export class RunCancelled extends Error {}

/** Cuts the groups into about `wanted` chunks of equal numbers of actors. */
function chunkGroups(columns: ActorColumns, wanted: number): number[] {
  const groups = groupsOf(columns)
  const size = Math.max(1, Math.ceil(columns.size / wanted))
  const starts = [0]
  let taken = 0
  groups.forEach((group, index) => {
    taken += group.end - group.start
    if (taken >= size && index + 1 < groups.length) {
      starts.push(index + 1)
      taken = 0
    }
  })
  return [...starts, groups.length]
}

/** What a run found in one group: the actors who share kabupaten or kota and cluster, null where unknown. */
export interface GroupCounts extends PairCounts {
  readonly regency: string | null
  readonly cluster: ClusterId | null
  readonly actors: number
}

export interface RankAllOptions {
  readonly columns: ActorColumns
  readonly top: number
  readonly signal?: AbortSignal
  readonly onProgress?: (actors: number) => void
}

export interface RankedAll {
  readonly ranking: Ranking
  readonly counts: PairCounts
  readonly groups: readonly GroupCounts[]
}

/** Threads that rank actors for one set of offers. */
export interface RankTeam {
  /** Settles when every thread has prepared the offers. Need not be awaited: a run waits for what it needs. */
  readonly ready: Promise<void>
  /**
   * Ranks every actor over shared columns. Threads take chunks as they come free, so a slow core does not hold the others
   * up. The result does not depend on the number of threads. One run at a time.
   * @throws RunCancelled when the signal is raised.
   */
  rank(options: RankAllOptions): Promise<RankedAll>
  stop(): Promise<void>
}

/** Starts the threads; they prepare the offers while the caller reads the actors. The caller must stop them. */
export function startRankTeam(start: RankStart & { readonly threads: number }): RankTeam {
  const { threads, ...workerData } = start
  const workers = Array.from({ length: threads }, () => startWorker('app/workers/rank.worker.ts', { workerData }))
  const failed = new Promise<never>((_, reject) => {
    for (const worker of workers) worker.once('error', reject)
  })
  // why: a thread may fail while nobody waits for it yet; the next wait reports it
  failed.catch(() => {})
  const ready = Promise.race([failed, Promise.all(workers.map(nextReady))]).then(() => {})
  ready.catch(() => {})
  return {
    ready,
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
    async rank(options) {
      const { columns, signal } = options
      const ranking = allocateRanking(columns.size, options.top)
      if (columns.size === 0) return { ranking, counts: { eligible: 0, undecided: 0 }, groups: [] }
      if (signal?.aborted) throw new RunCancelled()
      const tallies = new Float64Array(new SharedArrayBuffer(groupsOf(columns).length * 16))
      const job: RankJob = {
        columns,
        ranking,
        chunks: chunkGroups(columns, Math.max(32, threads * 16)),
        next: new Int32Array(new SharedArrayBuffer(4)),
        tallies,
      }
      let done = 0
      const count = (actors: number): void => {
        done += actors
        options.onProgress?.(done)
      }
      await Promise.race([failed, cancelled(signal), Promise.all(workers.map((worker) => work(worker, job, count)))])
      return { ranking, ...summed(columns, start.axes, tallies) }
    },
  }
}

function nextReady(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.on('message', (message: RankMessage) => {
      if ('ready' in message) resolve()
    })
  })
}

function cancelled(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new RunCancelled()), { once: true })
  })
}

/** Gives a thread the job; settles when it finds no further chunk. */
function work(worker: Worker, job: RankJob, count: (actors: number) => void): Promise<void> {
  return new Promise((resolve) => {
    const hear = (message: RankMessage): void => {
      if ('actors' in message) count(message.actors)
      if (!('done' in message)) return
      worker.off('message', hear)
      resolve()
    }
    worker.on('message', hear)
    worker.postMessage(job)
  })
}

function summed(columns: ActorColumns, axes: Axes, tallies: Float64Array): Omit<RankedAll, 'ranking'> {
  const counts = { eligible: 0, undecided: 0 }
  const groups = groupsOf(columns).map((group, at): GroupCounts => {
    counts.eligible += tallies[at * 2]!
    counts.undecided += tallies[at * 2 + 1]!
    return {
      regency: axes.regencies[group.regency] ?? null,
      cluster: clusterFromCode(group.cluster),
      actors: group.end - group.start,
      eligible: tallies[at * 2]!,
      undecided: tallies[at * 2 + 1]!,
    }
  })
  return { counts, groups }
}
