import { readConfig } from '#app/config.server.ts'
import { liveDb } from '#app/db.server.ts'
import { createLog } from '#app/http/log.server.ts'
import { getWatermark } from '#db/queries/change-log.ts'
import { createEngine, type FedEngine } from '#search/create-engine.ts'
import type { SearchEngine } from '#search/engine.ts'

/** A search waits this long for changes that are on their way into the index; then it answers from what is there. */
const PATIENCE_MS = 400
const NEVER = -1

interface LiveSearch {
  readonly engine: FedEngine
  /** Position of the change log up to which the index is known to be true; NEVER before the first sync. */
  seen: number
  running: Promise<void> | null
}

const kept = globalThis as { sinergiSearch?: LiveSearch }

function live(): LiveSearch {
  if (!kept.sinergiSearch) {
    kept.sinergiSearch = { engine: configuredEngine(), seen: NEVER, running: null }
  }
  return kept.sinergiSearch
}

function configuredEngine(): FedEngine {
  const { searchFile, databaseFile, meiliUrl, meiliKey, meiliSearchKey, meiliPrefix, logLevel } = readConfig()
  const meilisearch =
    meiliUrl === null ? null : { url: meiliUrl, key: meiliKey, searchKey: meiliSearchKey, prefix: meiliPrefix }
  const log = createLog(logLevel)
  return createEngine(
    { searchFile, databaseFile, meilisearch },
    () => liveDb().db,
    ({ serving, reason }) => {
      if (serving) log.info('Meilisearch serves')
      else log.warn({ reason }, 'the embedded engine stands in for Meilisearch')
    },
  )
}

/**
 * The one live search engine of the web process, kept across development reloads. Its searches see what was written
 * before them, by whichever process, unless a long catching-up is under way.
 */
export function liveSearch(): SearchEngine {
  const search = live()
  return {
    ...search.engine,
    search: async (index, query) => {
      const synced = syncSearch()
      await (search.seen === NEVER ? synced : Promise.race([synced, pause(PATIENCE_MS)]))
      return search.engine.search(index, query)
    },
  }
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
  search.seen = (await search.engine.sync()).cursor
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}
