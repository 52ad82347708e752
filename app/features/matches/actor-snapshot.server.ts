import type { Axes } from '#app/domain/engine/axes.ts'
import { type ActorColumns, allocateColumns, rankWaiting, writeActor } from '#app/domain/engine/columns.ts'
import type { DbClient } from '#db/client.ts'
import { toProfile } from '#db/queries/actors.ts'
import type { ActorRow } from '#db/schema/actor.ts'

export interface ActorSnapshot {
  readonly columns: ActorColumns
  /** Actor ids by position. */
  readonly ids: readonly string[]
  /** The day the facts of each were last confirmed, by position. */
  readonly days: (string | null)[]
}

/** Most actors one snapshot can hold: positions are packed with days into exact numbers. */
export const MAX_ACTORS = 2 ** 24

/**
 * Reads all actors into columns, through the SQLite connection because a million rows must not become a list first.
 * @throws RangeError when there are more than MAX_ACTORS.
 */
export function loadActorSnapshot(
  client: DbClient,
  axes: Axes,
  onProgress: (done: number, total: number) => void = () => {},
): ActorSnapshot {
  const { sqlite } = client
  const read = sqlite.transaction((): ActorSnapshot => {
    const total = (sqlite.prepare('select count(*) as n from actor').get() as { n: number }).n
    if (total > MAX_ACTORS) throw new RangeError(`more than ${MAX_ACTORS} actors`)
    const columns = allocateColumns(total, total * axes.needs.length)
    const ids: string[] = []
    const days: (string | null)[] = []
    const rows = sqlite
      .prepare(
        `select id, regency_code, village, cluster, sectors, needs, facts, facts_as_of
         from actor order by regency_code, cluster, id`,
      )
      .iterate() as IterableIterator<ActorRow>
    for (const row of rows) {
      writeActor(columns, axes, ids.length, toProfile(row))
      ids.push(row.id)
      days.push(row.facts_as_of)
      if (ids.length % 20_000 === 0) onProgress(ids.length, total)
    }
    rankWaiting(columns, (index) => days[index]!)
    return { columns, ids, days }
  })
  return read()
}
