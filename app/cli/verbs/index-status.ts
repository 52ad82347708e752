import { getWatermark } from '#db/queries/change-log.ts'
import { INDEX_NAMES } from '#search/indexes.ts'
import { withSearch } from '../open-search.ts'
import type { Verb } from '../verb.ts'

export const indexStatusVerb: Verb = {
  name: 'index-status',
  options: {},
  async run(_input, io) {
    const t = io.t.verbs['index-status']
    const client = await io.openDb()
    const watermark = await getWatermark(client.db)
    await withSearch(io, async (engine) => {
      const status = await engine.status()
      const waiting = async (index: string, cursor: number) => {
        const row = await client.db
          .selectFrom('change_log')
          .select((eb) => eb.fn.countAll().as('n'))
          .where('index_name', '=', index)
          .where('seq', '>', cursor)
          .executeTakeFirstOrThrow()
        return Number(row.n)
      }
      const indexes = await Promise.all(
        INDEX_NAMES.map(async (index) => {
          const { documents, cursor } = status.indexes[index]
          return { index, documents, cursor, waiting: await waiting(index, cursor) }
        }),
      )
      io.answer({ engine: status.engine, up: status.up, watermark, indexes }, () =>
        indexes.map((one) => t.line(one.index, one.documents, one.waiting)),
      )
    })
  },
}
