import type { Scope } from '#app/domain/access/viewer.ts'
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

/** Which actors are read: all, those in one companion's care, or those of some kabupaten and kota. */
type Whose = { readonly scope?: Extract<Scope, { reach: 'companion' }>; readonly regencies?: readonly string[] }

function restriction({ scope, regencies }: Whose): { readonly sql: string; readonly values: readonly string[] } {
  // why: who objects to profiling is left out of every automatic matching
  if (regencies)
    return {
      sql: 'where no_profiling = 0 and regency_code in (select value from json_each(?))',
      values: [JSON.stringify(regencies)],
    }
  if (!scope) return { sql: 'where no_profiling = 0', values: [] }
  return {
    sql: `where no_profiling = 0 and regency_code = ? and id in (select actor_id from actor_companion where account_id = ?)`,
    values: [scope.regency, scope.companionId],
  }
}

/**
 * Reads actors into columns, through the SQLite connection because a million rows must not become a list first.
 * @throws RangeError when there are more than MAX_ACTORS.
 */
export function loadActorSnapshot(
  client: DbClient,
  axes: Axes,
  whose: Whose = {},
  onProgress: (done: number, total: number) => void = () => {},
): ActorSnapshot {
  const { sqlite } = client
  const { sql, values } = restriction(whose)
  const read = sqlite.transaction((): ActorSnapshot => {
    const total = (sqlite.prepare(`select count(*) as n from actor ${sql}`).get(...values) as { n: number }).n
    if (total > MAX_ACTORS) throw new RangeError(`more than ${MAX_ACTORS} actors`)
    const columns = allocateColumns(total, total * axes.needs.length)
    const ids: string[] = []
    const days: (string | null)[] = []
    const rows = sqlite
      .prepare(
        `select id, regency_code, village, cluster, sectors, needs, facts, facts_as_of
         from actor ${sql} order by regency_code, cluster, id`,
      )
      .iterate(...values) as IterableIterator<ActorRow>
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
