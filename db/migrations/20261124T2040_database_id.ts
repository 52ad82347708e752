import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's schema types
type AnyDb = Kysely<any>

/** A name of its own for each database, by which an index knows whose it is. */
export async function up(db: AnyDb): Promise<void> {
  await db
    .insertInto('setting')
    .values({ key: 'database-id', value: JSON.stringify(randomUUID()) })
    .execute()
}
