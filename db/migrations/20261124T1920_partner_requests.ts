import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { DialectName } from '../dialect/dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's schema types
type AnyDb = Kysely<any>

export async function up(db: AnyDb, dialect: DialectName): Promise<void> {
  const table: CreateTableBuilder<string, never> = db.schema.createTable('partner_request_actor')
  await (dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table)
    .addColumn('request_id', 'text', (c) => c.notNull().references('partner_request.id').onDelete('cascade'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('actor_id', 'text', (c) => c.references('actor.id').onDelete('set null'))
    .addColumn('card', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('partner_request_actor_pk', ['request_id', 'position'] as never)
    .execute()
  await db.schema.createIndex('partner_request_actor_by_actor').on('partner_request_actor').column('actor_id').execute()
  await db.schema.alterTable('mou').addColumn('document_file', 'text').execute()
  await db.schema.alterTable('mou').addColumn('document_bytes', 'integer').execute()
}
