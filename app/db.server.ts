import { readConfig } from '#app/config.server.ts'
import { createDb, type DbClient } from '#db/client.ts'

const kept = globalThis as { sinergiDb?: DbClient }

/** The one live database client of the web process, kept across development reloads. */
export function liveDb(): DbClient {
  kept.sinergiDb ??= createDb(readConfig().databaseFile)
  return kept.sinergiDb
}
