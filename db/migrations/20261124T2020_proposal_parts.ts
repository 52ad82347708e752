import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { DialectName } from '../dialect/dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's schema types
type AnyDb = Kysely<any>

export async function up(db: AnyDb, dialect: DialectName): Promise<void> {
  await db.schema.alterTable('proposal_actor').addColumn('left_on', 'text').execute()

  const table: CreateTableBuilder<string, never> = db.schema.createTable('proposal_address')
  await (dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table)
    .addColumn('proposal_id', 'text', (c) => c.primaryKey().references('proposal.id').onDelete('cascade'))
    .addColumn('address_sealed', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()

  // why: what was given up after five minutes is still due
  await sql`update job set state = 'queued', attempts = 0 where state = 'failed'`.execute(db)
}
