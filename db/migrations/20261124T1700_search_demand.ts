import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { DialectName } from '../dialect/dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's schema types
type AnyDb = Kysely<any>

export async function up(db: AnyDb, dialect: DialectName): Promise<void> {
  const table: CreateTableBuilder<string, never> = db.schema.createTable('search_demand')
  await (dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table)
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('index_name', 'text', (c) => c.notNull().check(sql`index_name in ('offers', 'actors')`))
    .addColumn('words', 'text', (c) => c.notNull())
    .addColumn('filters', 'text', (c) => c.notNull())
    .addColumn('region', 'text')
    .addColumn('sector', 'text')
    .addColumn('need', 'text')
    .addColumn('searches', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('search_demand_once', ['day', 'index_name', 'words', 'filters'])
    .execute()
}
