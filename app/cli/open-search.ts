import type { Db } from '#db/client.ts'
import { createEmbeddedEngine, type EmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import type { SearchEngine } from '#search/engine.ts'
import { FailoverEngine } from '#search/failover-engine.ts'
import { createMeilisearchEngine, type MeilisearchEngine } from '#search/meilisearch/meilisearch-engine.ts'
import { catchUp, syncAll } from '#search/sync.ts'
import type { Io } from './io.ts'

/** Uses the search engine of the data folder, in this process, and closes it afterwards. */
export async function withSearch<T>(io: Io, work: (engine: EmbeddedEngine) => Promise<T>): Promise<T> {
  const engine = createEmbeddedEngine(io.config.searchFile)
  try {
    return await work(engine)
  } finally {
    engine.close()
  }
}

/** The Meilisearch that the settings name, or null. */
export function configuredServer({ config }: Io): MeilisearchEngine | null {
  const { meiliUrl, meiliKey, meiliSearchKey } = config
  return meiliUrl === null ? null : createMeilisearchEngine({ url: meiliUrl, key: meiliKey, searchKey: meiliSearchKey })
}

/** The engine that pages would be answered by, with its index brought up to the database first. */
export function withFreshSearch<T>(io: Io, db: Db, work: (engine: SearchEngine) => Promise<T>): Promise<T> {
  return withSearch(io, async (embedded) => {
    await syncAll(db, embedded)
    const server = configuredServer(io)
    if (server === null) return work(embedded)
    const keepUp = () => syncAll(db, server)
    const engine = new FailoverEngine({ first: server, second: embedded, catchUp: () => catchUp(db, server), keepUp })
    await engine.follow()
    await engine.settled()
    return work(engine)
  })
}
