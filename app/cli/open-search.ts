import type { Db } from '#db/client.ts'
import { getWatermark } from '#db/queries/change-log.ts'
import { createEmbeddedEngine, type EmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import { type SearchEngine, SearchUnavailable } from '#search/engine.ts'
import { FailoverEngine } from '#search/failover-engine.ts'
import { createMeilisearchEngine, type MeilisearchEngine } from '#search/meilisearch/meilisearch-engine.ts'
import { claimFor } from '#search/rebuild.ts'
import { catchUp, syncAll } from '#search/sync.ts'
import { sharedTurns } from '#search/writer-turns.ts'
import type { Io } from './io.ts'

/** A person at the terminal waits so long for the server; then the embedded engine answers. */
const READY_MS = 700

/** Uses the search engine of the data folder, in this process, and closes it afterwards. */
export async function withSearch<T>(io: Io, work: (engine: EmbeddedEngine) => Promise<T>): Promise<T> {
  const engine = createEmbeddedEngine(io.config.searchFile)
  try {
    return await work(engine)
  } finally {
    engine.close()
  }
}

/** The Meilisearch that the settings name, or null. `signal` breaks off whatever is asked of it. */
export function configuredServer({ config }: Io, db: Db, signal?: AbortSignal): MeilisearchEngine | null {
  const { meiliUrl: url, meiliKey: key, meiliSearchKey: searchKey, meiliPrefix: prefix } = config
  if (url === null) return null
  return createMeilisearchEngine({ url, key, searchKey, prefix, signal, turns: sharedTurns(() => db, prefix) })
}

/** The engine that pages would be answered by, with its index brought up to the database first. */
export function withFreshSearch<T>(io: Io, db: Db, work: (engine: SearchEngine) => Promise<T>): Promise<T> {
  return withSearch(io, async (embedded) => {
    await syncAll(db, embedded)
    const leaving = new AbortController()
    const server = configuredServer(io, db, leaving.signal)
    if (server === null) return work(embedded)
    const engine = new FailoverEngine({
      first: server,
      second: embedded,
      catchUp: () => catchUpQuickly(db, server),
      keepUp: () => syncAll(db, server),
    })
    void engine.follow()
    await Promise.race([engine.settled(), new Promise((resolve) => setTimeout(resolve, READY_MS).unref())])
    try {
      return await work(engine)
    } finally {
      leaving.abort()
      await engine.settled()
    }
  })
}

/** @throws SearchUnavailable where an index would have to be filled first, which is no work for one search. */
async function catchUpQuickly(db: Db, server: MeilisearchEngine): Promise<void> {
  await claimFor(db, server)
  const watermark = await getWatermark(db)
  const { indexes } = await server.status()
  if (Object.values(indexes).some(({ cursor }) => cursor === 0 || cursor > watermark)) {
    throw Object.assign(new SearchUnavailable('the indexes are not filled yet'), { reason: 'catching-up' })
  }
  await catchUp(db, server)
}
