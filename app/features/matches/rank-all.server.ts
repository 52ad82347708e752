import type { Worker } from 'node:worker_threads'
import type { Axes } from '#app/domain/engine/axes.ts'
import { type ActorColumns, groupsOf } from '#app/domain/engine/columns.ts'
import { allocateRanking, type PairCounts, type Ranking } from '#app/domain/engine/rank-range.ts'
import type { MatchContext } from '#app/domain/matching/context.ts'
import type { Offer } from '#app/domain/values/offer.ts'
import type { RankJob, RankMessage } from '#app/workers/rank.worker.ts'
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

export interface RankAllOptions {
  readonly context: MatchContext
  readonly axes: Axes
  readonly offers: readonly Offer[]
  readonly columns: ActorColumns
  readonly top: number
  readonly threads: number
  readonly signal?: AbortSignal
  readonly onProgress?: (actors: number) => void
}

/**
 * Ranks every actor in worker threads over shared columns. Threads take chunks as they come free, so a slow core does
 * not hold the others up. The result does not depend on the number of threads.
 * @throws RunCancelled when the signal is raised.
 */
export async function rankAll(
  options: RankAllOptions,
): Promise<{ readonly ranking: Ranking; readonly counts: PairCounts }> {
  const { columns, threads, signal } = options
  const ranking = allocateRanking(columns.size, options.top)
  const counts = { eligible: 0, undecided: 0 }
  if (columns.size === 0) return { ranking, counts }
  const job: RankJob = {
    context: options.context,
    axes: options.axes,
    offers: options.offers,
    columns,
    ranking,
    chunks: chunkGroups(columns, Math.max(32, threads * 16)),
    next: new Int32Array(new SharedArrayBuffer(4)),
  }
  let done = 0
  const workers: Worker[] = []
  const stop = () => Promise.all(workers.map((worker) => worker.terminate()))
  try {
    await Promise.all(
      Array.from(
        { length: threads },
        () =>
          new Promise<void>((resolve, reject) => {
            if (signal?.aborted) return reject(new RunCancelled())
            const worker = startWorker('app/workers/rank.worker.ts', { workerData: job })
            workers.push(worker)
            signal?.addEventListener('abort', () => reject(new RunCancelled()), { once: true })
            worker.once('error', reject)
            worker.on('message', (message: RankMessage) => {
              if ('done' in message) {
                counts.eligible += message.eligible
                counts.undecided += message.undecided
                return resolve()
              }
              done += message.actors
              options.onProgress?.(done)
            })
          }),
      ),
    )
  } finally {
    await stop()
  }
  return { ranking, counts }
}
