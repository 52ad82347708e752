import type { DbClient } from './client.ts'

/** The database was changed since the file was compared with it. */
export class StagingConflict extends Error {}

/** The caller wanted to stop; nothing was written. */
export class StagingStopped extends Error {}

const STEP = 5000

/**
 * Writes everything staged in one transaction: actors, identities, history, change log and the end of the batch, or
 * nothing. Set-based, so that the lock of the database is held for about a second per 100,000 rows.
 * @throws StagingConflict when an actor it compared with has changed or appeared since, StagingStopped when `shouldStop`
 * says so before the end; the database is then as it was.
 */
export function applyStaging(
  client: DbClient,
  file: string,
  load: {
    readonly batchId: string
    /** The instant of the load, ISO with Z. */
    readonly at: string
    readonly onProgress?: (done: number, total: number) => void
    readonly shouldStop?: () => boolean
  },
): { created: number; changed: number } {
  const { sqlite } = client
  const count = (sql: string) => sqlite.prepare(sql).pluck().get() as number
  sqlite.prepare('attach database ? as staging').run(file)
  try {
    return sqlite
      .transaction(() => {
        const created = count('select count(*) from staging.created')
        const changed = count('select count(*) from staging.changed')
        const twins = count(
          `select count(*) from staging.created s join main.actor_identity i on i.natural_key = s.natural_key`,
        )
        const moved = count(
          `select count(*) from staging.changed s left join main.actor a on a.id = s.id
           where a.id is null or a.updated_at <> s.seen_updated_at`,
        )
        if (twins + moved > 0) throw new StagingConflict()
        const total = created + changed
        const inSteps = (upTo: number, before: number, statements: readonly string[], values: readonly unknown[][]) => {
          const prepared = statements.map((sql) => sqlite.prepare(sql))
          for (let from = 1; from <= upTo; from += STEP) {
            if (load.shouldStop?.()) throw new StagingStopped()
            for (const [n, statement] of prepared.entries()) statement.run(...values[n]!, from, from + STEP - 1)
            load.onProgress?.(before + Math.min(upTo, from + STEP - 1), total)
          }
        }
        inSteps(
          created,
          0,
          [
            `insert into main.actor (id, is_demo, regency_code, village, cluster, sectors, needs, products, facts,
               facts_as_of, import_batch_id, created_at, updated_at)
             select id, 0, regency_code, village, cluster, sectors, needs, products, facts, facts_as_of, ?, ?, ?
             from staging.created where rowid between ? and ?`,
            `insert into main.actor_identity (actor_id, name, business_name, natural_key)
             select id, name, business_name, natural_key from staging.created where rowid between ? and ?`,
            `insert into main.change_log (index_name, entity_id, op, at)
             select 'actors', id, 'put', ? from staging.created where rowid between ? and ?`,
          ],
          [[load.batchId, load.at, load.at], [], [load.at]],
        )
        inSteps(
          changed,
          created,
          [
            `update main.actor set cluster = s.cluster, sectors = s.sectors, needs = s.needs, products = s.products,
               facts = s.facts, facts_as_of = s.facts_as_of, updated_at = ?
             from staging.changed s where actor.id = s.id and s.rowid between ? and ?`,
            `insert into main.change_log (index_name, entity_id, op, at)
             select 'actors', id, 'put', ? from staging.changed where rowid between ? and ?`,
          ],
          [[load.at], [load.at]],
        )
        sqlite
          .prepare(
            `insert into main.fact_change (id, actor_id, fact, old_value, new_value, source, changed_at)
             select id, actor_id, fact, old_value, new_value, 'import', ? from staging.fact_change`,
          )
          .run(load.at)
        sqlite
          .prepare(`update main.import_batch set status = 'done', finished_at = ? where id = ?`)
          .run(load.at, load.batchId)
        return { created, changed }
      })
      .immediate()
  } finally {
    sqlite.prepare('detach database staging').run()
  }
}

/** Copies the rejected rows to the batch, in short transactions. */
export function keepRejects(client: DbClient, file: string, batchId: string): void {
  const { sqlite } = client
  sqlite.prepare('attach database ? as staging').run(file)
  try {
    const last = sqlite.prepare('select coalesce(max(rowid), 0) from staging.rejected').pluck().get() as number
    const copy = sqlite.prepare(
      `insert into main.import_reject (batch_id, row_number, cells, problems)
       select ?, row_number, cells, problems from staging.rejected where row_number between ? and ?`,
    )
    for (let from = 0; from <= last; from += STEP) copy.run(batchId, from, from + STEP - 1)
  } finally {
    sqlite.prepare('detach database staging').run()
  }
}
