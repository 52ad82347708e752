import type { Extension } from '#app/domain/gaps/count-extensions.ts'
import type { GapService } from '#app/domain/gaps/match-gap.ts'
import { type CallThread, callThread } from '#app/workers/call-thread.ts'
import type { DbClient } from '#db/client.ts'
import { getWatermark } from '#db/queries/change-log.ts'
import { computeExtensions, type ExtensionRequest } from './compute-extensions.server.ts'
import { type ComputedGaps, computeGaps, type GapRequest } from './compute-gaps.server.ts'
import { computeService, type ServiceRequest } from './compute-service.server.ts'

/** What the thread of the gap board answers. */
export interface GapCalls {
  readonly gaps: (request: GapRequest) => ComputedGaps
  readonly extensions: (request: ExtensionRequest) => readonly Extension[]
  readonly service: (request: ServiceRequest) => readonly GapService[]
}

interface Kept {
  watermark: number
  readonly thread: CallThread<GapCalls> | null
  readonly answers: Map<string, Promise<unknown>>
}

const MOST_KEPT = 40
const keptByDatabase = new WeakMap<object, Kept>()

const HERE = { gaps: computeGaps, extensions: computeExtensions, service: computeService } as const

async function answer<C extends keyof GapCalls>(
  client: DbClient,
  call: C,
  request: Parameters<GapCalls[C]>[0],
): Promise<ReturnType<GapCalls[C]>> {
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
  const key = JSON.stringify([call, request])
  const known = kept.answers.get(key)
  if (known) return known as Promise<ReturnType<GapCalls[C]>>
  const asked = (kept.thread ? kept.thread.call(call, request) : HERE[call](client, request as never)) as Promise<
    ReturnType<GapCalls[C]>
  >
  const { answers } = kept
  answers.set(key, asked)
  asked.catch(() => answers.delete(key))
  return asked
}

/** Need against supply, worked out in a thread of its own and kept until an actor, an offer or an answer changes. */
export const gapsOf = (client: DbClient, request: GapRequest) => answer(client, 'gaps', request)

/** Which offers would serve a gap if they were extended to it; in the same thread, kept as long. */
export const extensionsOf = (client: DbClient, request: ExtensionRequest) => answer(client, 'extensions', request)

/** Which offers serve each of these gaps; in the same thread, kept as long. */
export const serviceOf = (client: DbClient, request: ServiceRequest) => answer(client, 'service', request)
