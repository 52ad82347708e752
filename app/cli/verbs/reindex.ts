import { EVERYTHING } from '#app/domain/access/viewer.ts'
import type { Db } from '#db/client.ts'
import { countActors } from '#db/queries/actors.ts'
import { countOffersByStatus } from '#db/queries/offers.ts'
import { type SearchEngine, SearchUnavailable } from '#search/engine.ts'
import { INDEX_NAMES } from '#search/indexes.ts'
import { rebuildIndex } from '#search/rebuild.ts'
import { syncAll } from '#search/sync.ts'
import type { Io } from '../io.ts'
import { configuredServer, withSearch } from '../open-search.ts'
import { readOneOf } from '../read-option.ts'
import { CliFailure, type Verb } from '../verb.ts'

const ENGINES = ['embedded', 'meilisearch'] as const

async function withEngine<T>(
  io: Io,
  db: Db,
  name: (typeof ENGINES)[number],
  work: (engine: SearchEngine) => Promise<T>,
): Promise<T> {
  if (name === 'embedded') return withSearch(io, work)
  const t = io.t.verbs.reindex
  const server = configuredServer(io, db)
  if (server === null) throw new CliFailure(t.notConfigured)
  try {
    return await work(server)
  } catch (error) {
    throw error instanceof SearchUnavailable ? new CliFailure(t.noAnswer(error.message)) : error
  }
}

export const reindexVerb: Verb = {
  name: 'reindex',
  options: { engine: { type: 'string' }, index: { type: 'string' } },
  async run({ values }, io) {
    const t = io.t.verbs.reindex
    const name = readOneOf(values.engine, '--engine', ENGINES, io.t) ?? 'embedded'
    const only = readOneOf(values.index, '--index', INDEX_NAMES, io.t)
    const client = await io.openDb()
    const start = performance.now()
    const offers = await countOffersByStatus(client.db)
    const totals = {
      offers: Object.values(offers).reduce((sum, count) => sum + count, 0),
      actors: await countActors(client.db, EVERYTHING),
    }
    const documents: Record<string, number> = {}
    await withEngine(io, client.db, name, async (engine) => {
      for (const index of only ? [only] : INDEX_NAMES) {
        documents[index] = await rebuildIndex(client.db, engine, index, (done) =>
          io.progress(t.progress(index), done, totals[index]),
        )
      }
      // why: what was written meanwhile is not in the new index yet
      await syncAll(client.db, engine)
    })
    const seconds = Math.round((performance.now() - start) / 100) / 10
    io.answer({ engine: name, documents, seconds }, () =>
      Object.entries(documents).map(([index, count]) => t.done(index, count, String(seconds))),
    )
  },
}
