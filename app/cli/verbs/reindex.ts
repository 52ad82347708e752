import { countActors } from '#db/queries/actors.ts'
import { countOffersByStatus } from '#db/queries/offers.ts'
import { INDEX_NAMES } from '#search/indexes.ts'
import { rebuildIndex } from '#search/rebuild.ts'
import { withSearch } from '../open-search.ts'
import { readOneOf } from '../read-option.ts'
import type { Verb } from '../verb.ts'

const ENGINES = ['embedded'] as const

export const reindexVerb: Verb = {
  name: 'reindex',
  options: { engine: { type: 'string' }, index: { type: 'string' } },
  async run({ values }, io) {
    const t = io.t.verbs.reindex
    readOneOf(values.engine, '--engine', ENGINES, io.t)
    const only = readOneOf(values.index, '--index', INDEX_NAMES, io.t)
    const client = await io.openDb()
    const start = performance.now()
    const offers = await countOffersByStatus(client.db)
    const totals = {
      offers: Object.values(offers).reduce((sum, count) => sum + count, 0),
      actors: await countActors(client.db),
    }
    const documents: Record<string, number> = {}
    await withSearch(io, async (engine) => {
      for (const index of only ? [only] : INDEX_NAMES) {
        documents[index] = await rebuildIndex(client.db, engine, index, (done) =>
          io.progress(t.progress(index), done, totals[index]),
        )
      }
    })
    const seconds = Math.round((performance.now() - start) / 100) / 10
    io.answer({ engine: 'embedded', documents, seconds }, () =>
      Object.entries(documents).map(([index, count]) => t.done(index, count, String(seconds))),
    )
  },
}
