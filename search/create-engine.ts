import type { Db } from '#db/client.ts'
import { startSearchWorker } from './embedded/worker-client.ts'
import type { WorkerSettings } from './embedded/worker-protocol.ts'
import type { SearchEngine } from './engine.ts'
import { FailoverEngine, type FailoverSettings } from './failover-engine.ts'
import { createMeilisearchEngine, type MeilisearchSettings } from './meilisearch/meilisearch-engine.ts'
import { catchUp, type SyncResult, syncAll } from './sync.ts'
import { sharedTurns } from './writer-turns.ts'

/** What was just written may take the server longer; then the search that waits goes on, and a second is not passed. */
const FOLLOW_MS = 100

export interface EngineSettings extends WorkerSettings {
  /** Where Meilisearch stands; null leaves everything to the embedded engine. */
  readonly meilisearch: MeilisearchSettings | null
}

export interface FedEngine extends SearchEngine {
  /** Brings every engine up to the change log. A Meilisearch that does not answer holds nothing up. */
  sync(): Promise<SyncResult>
  close(): Promise<void>
}

/** The engine that the settings ask for: embedded alone, or Meilisearch with the embedded one standing in for it. */
export function createEngine(
  settings: EngineSettings,
  db: () => Db,
  onChange?: FailoverSettings['onChange'],
): FedEngine {
  const worker = startSearchWorker(settings)
  if (settings.meilisearch === null) return worker
  const server = createMeilisearchEngine({
    ...settings.meilisearch,
    turns: sharedTurns(db, settings.meilisearch.prefix ?? ''),
  })
  const failover = new FailoverEngine({
    first: server,
    second: worker,
    catchUp: () => catchUp(db(), server),
    keepUp: () => syncAll(db(), server),
    ...(onChange ? { onChange } : {}),
  })
  return {
    search: (index, query) => failover.search(index, query),
    put: (index, documents, cursor) => failover.put(index, documents, cursor),
    apply: (index, batch) => failover.apply(index, batch),
    remove: (index, ids, cursor) => failover.remove(index, ids, cursor),
    replaceAll: (index, documents, cursor) => failover.replaceAll(index, documents, cursor),
    status: () => failover.status(),
    sync: async () => {
      const synced = await worker.sync()
      await Promise.race([failover.follow(), pause(FOLLOW_MS)])
      return synced
    },
    close: () => worker.close(),
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}
