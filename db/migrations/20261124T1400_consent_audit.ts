import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import { makeAppendOnly } from '../dialect/append-only.ts'
import type { DialectName } from '../dialect/dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's schema types
type AnyDb = Kysely<any>

export async function up(db: AnyDb, dialect: DialectName): Promise<void> {
  const create = <T extends string>(name: T): CreateTableBuilder<T, never> => {
    const table = db.schema.createTable(name)
    return dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table
  }
  await createAudit(db, dialect, create)
  await createConsent(db, dialect, create)
  await createRights(db, create)
}

type Create = <T extends string>(name: T) => CreateTableBuilder<T, never>

async function createAudit(db: AnyDb, dialect: DialectName, create: Create): Promise<void> {
  await create('audit_event')
    .addColumn('seq', 'integer', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('account_id', 'text')
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('subject_type', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text')
    .addColumn('partner_id', 'text')
    .addColumn('because', 'text')
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('prev_hash', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('audit_event_by_subject')
    .on('audit_event')
    .columns(['subject_type', 'subject_id', 'seq'])
    .execute()
  await db.schema.createIndex('audit_event_by_account').on('audit_event').columns(['account_id', 'seq']).execute()
  await makeAppendOnly(db, dialect, 'audit_event')
}

async function createConsent(db: AnyDb, dialect: DialectName, create: Create): Promise<void> {
  await create('consent_text')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('added_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('consent_text_once', ['purpose', 'version', 'language'])
    .execute()
  await makeAppendOnly(db, dialect, 'consent_text')

  await create('consent_receipt')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('actor_id', 'text', (c) => c.notNull().references('actor.id').onDelete('cascade'))
    .addColumn('partner_id', 'text', (c) => c.notNull().references('partner.id'))
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('fields', 'text', (c) => c.notNull())
    .addColumn('text_id', 'text', (c) => c.notNull().references('consent_text.id'))
    .addColumn('method', 'text', (c) => c.notNull().check(sql`method in ('screen', 'paper', 'voice')`))
    .addColumn('given_on', 'text', (c) => c.notNull())
    .addColumn('expires_on', 'text', (c) => c.notNull())
    .addColumn('recorded_by', 'text')
    .addColumn('recorded_role', 'text', (c) => c.notNull())
    .addColumn('recorded_at', 'text', (c) => c.notNull())
    .addColumn('is_demo', 'integer', (c) => c.notNull().check(sql`is_demo in (0, 1)`))
    .execute()
  await db.schema.createIndex('consent_receipt_by_actor').on('consent_receipt').column('actor_id').execute()
  await db.schema
    .createIndex('consent_receipt_by_partner')
    .on('consent_receipt')
    .columns(['partner_id', 'purpose', 'expires_on', 'actor_id'])
    .execute()

  await create('consent_withdrawal')
    .addColumn('receipt_id', 'text', (c) => c.primaryKey().references('consent_receipt.id').onDelete('cascade'))
    .addColumn('withdrawn_on', 'text', (c) => c.notNull())
    .addColumn('withdrawn_at', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('recorded_by', 'text')
    .addColumn('recorded_role', 'text', (c) => c.notNull())
    .execute()

  await create('consent_evidence')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('receipt_id', 'text', (c) => c.notNull().references('consent_receipt.id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('scan', 'voice')`))
    .addColumn('media_type', 'text', (c) => c.notNull())
    .addColumn('bytes', 'integer', (c) => c.notNull())
    .addColumn('file', 'text', (c) => c.notNull())
    .addColumn('added_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('consent_evidence_by_receipt').on('consent_evidence').column('receipt_id').execute()
}

async function createRights(db: AnyDb, create: Create): Promise<void> {
  await db.schema
    .alterTable('actor')
    .addColumn('no_profiling', 'integer', (c) => c.notNull().defaultTo(0).check(sql`no_profiling in (0, 1)`))
    .execute()

  await create('actor_contact')
    .addColumn('actor_id', 'text', (c) => c.primaryKey().references('actor.id').onDelete('cascade'))
    .addColumn('phone_sealed', 'text', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .execute()

  await create('erased_actor')
    .addColumn('id_hash', 'text', (c) => c.primaryKey())
    .addColumn('natural_key_hash', 'text')
    .addColumn('erased_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('erased_actor_by_key').on('erased_actor').column('natural_key_hash').execute()

  await create('erased_count')
    .addColumn('regency_code', 'text', (c) => c.notNull())
    .addColumn('cluster', 'text', (c) => c.notNull())
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('actors', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('erased_count_pk', ['regency_code', 'cluster', 'month'] as never)
    .execute()
}
