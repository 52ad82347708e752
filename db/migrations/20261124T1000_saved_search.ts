import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { DialectName } from '../dialect/dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's schema types
type AnyDb = Kysely<any>

export async function up(db: AnyDb, dialect: DialectName): Promise<void> {
  const table: CreateTableBuilder<string, never> = db.schema.createTable('saved_search')
  await (dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table)
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('path_and_query', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('saved_search_once', ['owner', 'path_and_query'])
    .execute()
}
