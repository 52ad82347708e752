import type { Db } from '#db/client.ts'
import { getWatermark } from '#db/queries/change-log.ts'
import { type EngineStatus, type IndexName, SearchUnavailable } from '#search/engine.ts'
import { INDEX_NAMES } from '#search/indexes.ts'
import { claimFor } from '#search/rebuild.ts'
import type { Io } from '../io.ts'
import { configuredServer, withSearch } from '../open-search.ts'
import type { Verb } from '../verb.ts'

interface IndexState {
  readonly index: IndexName
  readonly documents: number
  readonly cursor: number
  /** Changes that the index has not taken up. */
  readonly waiting: number
}

async function statesOf(db: Db, status: EngineStatus): Promise<IndexState[]> {
  return Promise.all(
    INDEX_NAMES.map(async (index) => {
      const { documents, cursor } = status.indexes[index]
      const row = await db
        .selectFrom('change_log')
        .select((eb) => eb.fn.countAll().as('n'))
        .where('index_name', '=', index)
        .where('seq', '>', cursor)
        .executeTakeFirstOrThrow()
      return { index, documents, cursor, waiting: Number(row.n) }
    }),
  )
}

/** The state of the configured server; null when there is none. */
async function serverState(io: Io, db: Db) {
  const server = configuredServer(io, db)
  if (server === null) return null
  try {
    await claimFor(db, server)
    return { up: true, why: null, indexes: await statesOf(db, await server.status()) }
  } catch (error) {
    if (error instanceof SearchUnavailable) return { up: false, why: error.message, indexes: [] }
    throw error
  }
}

export const indexStatusVerb: Verb = {
  name: 'index-status',
  options: {},
  async run(_input, io) {
    const t = io.t.verbs['index-status']
    const client = await io.openDb()
    const watermark = await getWatermark(client.db)
    await withSearch(io, async (engine) => {
      const status = await engine.status()
      const indexes = await statesOf(client.db, status)
      const server = await serverState(io, client.db)
      const line = (one: IndexState) => t.line(one.index, one.documents, one.waiting)
      const answer = { engine: status.engine, up: status.up, watermark, indexes }
      io.answer(server ? { ...answer, meilisearch: server } : answer, () => [
        ...indexes.map(line),
        ...(server?.indexes ?? []).map((one) => t.server(line(one))),
        ...(server?.why ? [t.serverDown(server.why)] : []),
      ])
    })
  },
}
