import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { DialectName } from '../dialect/dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's schema types
type AnyDb = Kysely<any>

export async function up(db: AnyDb, dialect: DialectName): Promise<void> {
  const create = (name: string): CreateTableBuilder<string, never> => {
    const builder = db.schema.createTable(name)
    return dialect === 'sqlite' ? builder.modifyEnd(sql`strict`) : builder
  }

  await create('capacity_request')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('offer_id', 'text', (c) => c.notNull())
    .addColumn('partner_id', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull().check(sql`reason in ('not_stated', 'stale', 'unit')`))
    .addColumn('letters', 'integer', (c) => c.notNull())
    .addColumn('asked_by', 'text')
    .addColumn('asked_at', 'text', (c) => c.notNull())
    .addColumn('answered_by', 'text')
    .addColumn('answered_at', 'text')
    .addColumn('answered_via', 'text', (c) => c.check(sql`answered_via in ('page', 'link', 'clock')`))
    .addCheckConstraint('capacity_request_answered', sql`(answered_at is null) = (answered_via is null)`)
    .execute()
  // why: a partner is not asked twice for the same figure
  await db.schema
    .createIndex('capacity_request_open')
    .unique()
    .on('capacity_request')
    .column('offer_id')
    .where(sql.ref('answered_at'), 'is', null)
    .execute()
  await db.schema.createIndex('capacity_request_by_partner').on('capacity_request').column('partner_id').execute()

  await create('capacity_link')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('request_id', 'text', (c) => c.notNull().references('capacity_request.id').onDelete('cascade'))
    .addColumn('account_id', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('used_at', 'text')
    .execute()
  await db.schema.createIndex('capacity_link_by_request').on('capacity_link').column('request_id').execute()
}
