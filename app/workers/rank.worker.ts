import { parentPort, workerData } from 'node:worker_threads'
import type { Axes } from '#app/domain/engine/axes.ts'
import { type ActorColumns, groupsOf } from '#app/domain/engine/columns.ts'
import { compileOffers } from '#app/domain/engine/compiled-offers.ts'
import { createEngine } from '#app/domain/engine/engine.ts'
import type { Ranking } from '#app/domain/engine/rank-range.ts'
import type { MatchContext } from '#app/domain/matching/context.ts'
import type { Offer } from '#app/domain/values/offer.ts'

/** What a ranking thread is started with: enough to prepare the offers while the actors are still being read. */
export interface RankStart {
  readonly context: MatchContext
  readonly axes: Axes
  readonly offers: readonly Offer[]
}

/** What the ranking threads share. All arrays lie in shared memory. */
export interface RankJob {
  readonly columns: ActorColumns
  readonly ranking: Ranking
  /** Groups at which a chunk starts, and the end. */
  readonly chunks: readonly number[]
  /** One number: the next chunk nobody has taken. */
  readonly next: Int32Array
  /** Eligible and undecided pairs of each group: tallies[group * 2], tallies[group * 2 + 1]. */
  readonly tallies: Float64Array
}

export type RankMessage = { readonly ready: true } | { readonly actors: number } | { readonly done: true }

const say = (message: RankMessage): void => parentPort!.postMessage(message)
const { context, axes, offers } = workerData as RankStart
const compiled = compileOffers(context, axes, offers)

parentPort!.on('message', (job: RankJob) => {
  const { top } = job.ranking
  const engine = createEngine(compiled, job.columns, top)
  const groups = groupsOf(job.columns)
  for (;;) {
    const chunk = Atomics.add(job.next, 0, 1)
    if (chunk >= job.chunks.length - 1) break
    const from = job.chunks[chunk]!
    const to = job.chunks[chunk + 1]!
    for (let group = from; group < to; group++) {
      const { start, end } = groups[group]!
      const slice: Ranking = {
        top,
        offers: job.ranking.offers.subarray(start * top, end * top),
        scores: job.ranking.scores.subarray(start * top, end * top),
      }
      const counts = { eligible: 0, undecided: 0 }
      engine.rankGroups(group, group + 1, slice, counts)
      job.tallies[group * 2] = counts.eligible
      job.tallies[group * 2 + 1] = counts.undecided
    }
    say({ actors: groups[to - 1]!.end - groups[from]!.start })
  }
  say({ done: true })
})
say({ ready: true })
