import type { Worker } from 'node:worker_threads'
import { type Axes, clusterFromCode } from '#app/domain/engine/axes.ts'
import { type ActorColumns, groupsOf } from '#app/domain/engine/columns.ts'
import { allocateRanking, type PairCounts, type Ranking } from '#app/domain/engine/rank-range.ts'
import type { MatchContext } from '#app/domain/matching/context.ts'
import type { ClusterId } from '#app/domain/values/actor.ts'
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

/** What a run found in one group: the actors who share kabupaten or kota and cluster, null where unknown. */
export interface GroupCounts extends PairCounts {
  readonly regency: string | null
  readonly cluster: ClusterId | null
  readonly actors: number
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
): Promise<{ readonly ranking: Ranking; readonly counts: PairCounts; readonly groups: readonly GroupCounts[] }> {
  const { columns, threads, signal } = options
  const ranking = allocateRanking(columns.size, options.top)
  const counts = { eligible: 0, undecided: 0 }
  if (columns.size === 0) return { ranking, counts, groups: [] }
  const tallies = new Float64Array(new SharedArrayBuffer(groupsOf(columns).length * 16))
  const job: RankJob = {
    context: options.context,
    axes: options.axes,
    offers: options.offers,
    columns,
    ranking,
    chunks: chunkGroups(columns, Math.max(32, threads * 16)),
    next: new Int32Array(new SharedArrayBuffer(4)),
    tallies,
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
              if ('done' in message) return resolve()
              done += message.actors
              options.onProgress?.(done)
            })
          }),
      ),
    )
  } finally {
    await stop()
  }
  const groups = groupsOf(columns).map(
    (group, at): GroupCounts => ({
      regency: options.axes.regencies[group.regency] ?? null,
      cluster: clusterFromCode(group.cluster),
      actors: group.end - group.start,
      eligible: tallies[at * 2]!,
      undecided: tallies[at * 2 + 1]!,
    }),
  )
  for (const group of groups) {
    counts.eligible += group.eligible
    counts.undecided += group.undecided
  }
  return { ranking, counts, groups }
}
