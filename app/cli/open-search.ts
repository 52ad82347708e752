import type { Db } from '#db/client.ts'
import { createEmbeddedEngine, type EmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import { syncAll } from '#search/sync.ts'
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

/** The same, with the index brought up to the database first. */
export function withFreshSearch<T>(io: Io, db: Db, work: (engine: EmbeddedEngine) => Promise<T>): Promise<T> {
  return withSearch(io, async (engine) => {
    await syncAll(db, engine)
    return work(engine)
  })
}
