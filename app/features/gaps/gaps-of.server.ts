import { type CallThread, callThread } from '#app/workers/call-thread.ts'
import type { DbClient } from '#db/client.ts'
import { getWatermark } from '#db/queries/change-log.ts'
import { type ComputedGaps, computeGaps, type GapRequest } from './compute-gaps.server.ts'

interface GapCalls {
  readonly gaps: (request: GapRequest) => ComputedGaps
}

interface Kept {
  watermark: number
  readonly thread: CallThread<GapCalls> | null
  readonly answers: Map<string, Promise<ComputedGaps>>
}

const MOST_KEPT = 40
const keptByDatabase = new WeakMap<object, Kept>()

/**
 * Need against supply, worked out in a thread of its own and kept until an actor or offer changes.
 * why the watermark alone: a declined proposal shows with the next change or restart, which a count of demand can bear.
 */
export async function gapsOf(client: DbClient, request: GapRequest): Promise<ComputedGaps> {
  let kept = keptByDatabase.get(client.db)
  if (!kept) {
    const { memory, name } = client.sqlite
    const thread = memory ? null : callThread<GapCalls>('app/workers/gaps.worker.ts', { databaseFile: name })
    kept = { watermark: -1, thread, answers: new Map() }
    keptByDatabase.set(client.db, kept)
  }
  const watermark = await getWatermark(client.db)
  if (watermark !== kept.watermark || kept.answers.size >= MOST_KEPT) {
    kept.answers.clear()
    kept.watermark = watermark
  }
  const key = JSON.stringify(request)
  const known = kept.answers.get(key)
  if (known) return known
  const asked = kept.thread ? kept.thread.call('gaps', request) : computeGaps(client, request)
  const { answers } = kept
  answers.set(key, asked)
  asked.catch(() => answers.delete(key))
  return asked
}
