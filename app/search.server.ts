import { readConfig } from '#app/config.server.ts'
import { liveDb } from '#app/db.server.ts'
import { getWatermark } from '#db/queries/change-log.ts'
import { type SearchWorker, startSearchWorker } from '#search/embedded/worker-client.ts'
import type { SearchEngine } from '#search/engine.ts'

interface LiveSearch {
  readonly worker: SearchWorker
  /** Position of the change log up to which the index is known to be true; -1 before the first sync. */
  seen: number
  running: Promise<void> | null
}

const kept = globalThis as { sinergiSearch?: LiveSearch }

function live(): LiveSearch {
  if (!kept.sinergiSearch) {
    const { searchFile, databaseFile } = readConfig()
    kept.sinergiSearch = { worker: startSearchWorker({ searchFile, databaseFile }), seen: -1, running: null }
  }
  return kept.sinergiSearch
}

/** The one live search engine of the web process, kept across development reloads. */
export function liveSearch(): SearchEngine {
  return live().worker
}

/**
 * Brings the index up to the change log. To be called after a transaction that wrote to it, and at start; costs one
 * small query when nothing changed. Calls that come while one runs share the next run.
 */
export async function syncSearch(): Promise<void> {
  const search = live()
  if (search.running) await search.running.catch(() => {})
  search.running ??= catchUp(search).finally(() => {
    search.running = null
  })
  await search.running
}

async function catchUp(search: LiveSearch): Promise<void> {
  if ((await getWatermark(liveDb().db)) === search.seen) return
  search.seen = (await search.worker.sync()).cursor
}
