import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { DialectName } from '../dialect/dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's schema types
type AnyDb = Kysely<any>

export async function up(db: AnyDb, dialect: DialectName): Promise<void> {
  const table: CreateTableBuilder<string, never> = db.schema.createTable('district_team')
  await (dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table)
    .addColumn('regency_code', 'text', (c) => c.primaryKey())
    .addColumn('decree', 'text', (c) => c.notNull())
    .addColumn('named_on', 'text', (c) => c.notNull())
    .addColumn('recorded_by', 'text')
    .addColumn('recorded_at', 'text', (c) => c.notNull())
    .execute()
}
