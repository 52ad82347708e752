import { type Kysely, sql } from 'kysely'
import type { DialectName } from './dialect.ts'

/**
 * Makes the database itself refuse to change or remove rows of a table; adding rows stays free. On SQLite two triggers
 * raise an error; on PostgreSQL one function does, called by a trigger for UPDATE, DELETE and TRUNCATE.
 */
// biome-ignore lint/suspicious/noExplicitAny: called by migrations, which must not depend on today's schema types
export async function makeAppendOnly(db: Kysely<any>, dialect: DialectName, table: string): Promise<void> {
  const refusal = `${table} is append-only`
  if (dialect === 'sqlite') {
    for (const change of ['update', 'delete'] as const) {
      await sql`create trigger ${sql.id(`${table}_no_${change}`)} before ${sql.raw(change)} on ${sql.id(table)}
        begin select raise(abort, ${sql.lit(refusal)}); end`.execute(db)
    }
    return
  }
  await sql`create function ${sql.id(`${table}_refuse`)}() returns trigger language plpgsql
    as $$ begin raise exception ${sql.lit(refusal)}; end $$`.execute(db)
  await sql`create trigger ${sql.id(`${table}_append_only`)} before update or delete or truncate on ${sql.id(table)}
    for each statement execute function ${sql.id(`${table}_refuse`)}()`.execute(db)
}
