import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { DialectName } from '../dialect/dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's schema types
type AnyDb = Kysely<any>

export async function up(db: AnyDb, dialect: DialectName): Promise<void> {
  const table: CreateTableBuilder<string, never> = db.schema.createTable('erasure_task')
  await (dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table)
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('work', 'text')
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
}
