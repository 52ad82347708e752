import type { Scope } from '#app/domain/access/viewer.ts'
import type { DbClient } from '#db/client.ts'
import type { ActorCounts } from './board-request.ts'
import { computeCounts } from './compute-board.server.ts'
import { keptAnswer } from './kept-answers.server.ts'

/** So many rows are counted in less than 50 ms. */
const MOST_ON_THE_LOOP = 50_000

/** How many actors a scope reaches in each kabupaten and kota; counted again only after something changed. */
export function actorCounts(client: DbClient, scope: Scope): Promise<ActorCounts> {
  return keptAnswer(client, {
    call: 'counts',
    request: { scope },
    isHeavy: async () => {
      // why: the last row number comes at once, a count reads the whole index
      const row = client.sqlite.prepare('select max(rowid) as last from actor').get() as { last: number | null }
      return (row.last ?? 0) > MOST_ON_THE_LOOP
    },
    onTheLoop: () => computeCounts(client.db, { scope }),
  })
}
