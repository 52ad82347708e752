import { mkdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { RULES_VERSION } from '#app/domain/matching/policy.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { DbClient } from '#db/client.ts'
import { loadActorSnapshot } from './actor-snapshot.server.ts'
import { matchWorld } from './match-world.server.ts'
import { RunCancelled, startRankTeam } from './rank-all.server.ts'
import { writeRunFile } from './run-file.server.ts'

export interface NationalRunSummary {
  readonly run: string
  readonly policy: string
  readonly rules: string
  readonly actors: number
  readonly offers: number
  readonly groups: number
  readonly top: number
  readonly eligible_pairs: number
  readonly undecided_pairs: number
  /** Of the ranking itself; `load_seconds` and `store_seconds` stand beside it. */
  readonly seconds: number
  readonly load_seconds: number
  readonly store_seconds: number
  readonly threads: number
}

export interface NationalRunProgress {
  readonly phase: 'load' | 'rank' | 'store'
  readonly done: number
  readonly total: number
}

export interface NationalRunOptions {
  readonly id: string
  readonly dataDir: string
  readonly today: Day
  /** The instant the run starts, for its row. */
  readonly now: () => Date
  readonly top: number
  readonly threads?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: NationalRunProgress) => void
}

/** Folder of run files inside the data folder. */
export function runFolder(dataDir: string): string {
  return join(dataDir, 'runs')
}

/**
 * Matches every actor with every offer and stores the best of each: ids and scores in a run file, the summary in
 * match_run. A run that fails or is cancelled leaves its row saying so and no file.
 */
export async function nationalRun(client: DbClient, options: NationalRunOptions): Promise<NationalRunSummary> {
  const { db } = client
  const threads = options.threads ?? Math.max(1, availableParallelism())
  const world = await matchWorld(db, options.today)
  const { policy } = world.context
  const row = {
    id: options.id,
    status: 'running' as const,
    policy_version: policy.version,
    rules_version: RULES_VERSION,
    watermark: world.watermark,
    top: options.top,
    actors: 0,
    offers: world.offers.length,
    eligible_pairs: 0,
    undecided_pairs: 0,
    seconds: 0,
    file: null,
    started_at: options.now().toISOString(),
    finished_at: null,
  }
  await db.insertInto('match_run').values(row).execute()
  // why: the threads prepare the offers while this one reads the actors
  const team = startRankTeam({ context: world.context, axes: world.axes, offers: world.offers, threads })
  try {
    const begun = performance.now()
    const { columns, ids } = loadActorSnapshot(client, world.axes, {}, (done, total) =>
      options.onProgress?.({ phase: 'load', done, total }),
    )
    const loaded = performance.now()
    const { ranking, counts, groups } = await team.rank({
      columns,
      top: options.top,
      ...(options.signal ? { signal: options.signal } : {}),
      onProgress: (done) => options.onProgress?.({ phase: 'rank', done, total: columns.size }),
    })
    const ranked = performance.now()
    options.onProgress?.({ phase: 'store', done: ids.length, total: ids.length })
    const folder = runFolder(options.dataDir)
    mkdirSync(folder, { recursive: true })
    const file = `${options.id}.run`
    writeRunFile(
      join(folder, file),
      {
        id: options.id,
        policyVersion: policy.version,
        rulesVersion: RULES_VERSION,
        day: options.today,
        watermark: world.watermark,
        top: options.top,
        actors: ids.length,
        offers: world.offers.map((offer) => offer.id).sort(),
        groups,
      },
      ids,
      ranking,
    )
    const stored = performance.now()
    const seconds = (ranked - loaded) / 1000
    await db
      .updateTable('match_run')
      .set({
        status: 'done',
        actors: ids.length,
        eligible_pairs: counts.eligible,
        undecided_pairs: counts.undecided,
        seconds,
        file,
        finished_at: options.now().toISOString(),
      })
      .where('id', '=', options.id)
      .execute()
    return {
      run: options.id,
      policy: policy.version,
      rules: RULES_VERSION,
      actors: ids.length,
      offers: world.offers.length,
      groups: groups.length,
      top: options.top,
      eligible_pairs: counts.eligible,
      undecided_pairs: counts.undecided,
      seconds: round(seconds),
      load_seconds: round((loaded - begun) / 1000),
      store_seconds: round((stored - ranked) / 1000),
      threads,
    }
  } catch (error) {
    const status = error instanceof RunCancelled ? 'cancelled' : 'failed'
    await db
      .updateTable('match_run')
      .set({ status, finished_at: options.now().toISOString() })
      .where('id', '=', options.id)
      .execute()
    throw error
  } finally {
    await team.stop()
  }
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000
