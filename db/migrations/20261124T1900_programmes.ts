import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { DialectName } from '../dialect/dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's schema types
type AnyDb = Kysely<any>

export async function up(db: AnyDb, dialect: DialectName): Promise<void> {
  const table = (name: string): CreateTableBuilder<string, never> => {
    const builder = db.schema.createTable(name)
    return dialect === 'sqlite' ? builder.modifyEnd(sql`strict`) : builder
  }
  const states = sql`in ('draft', 'consulted', 'published', 'running', 'closed')`

  await table('programme')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('is_demo', 'integer', (c) => c.notNull().check(sql`is_demo in (0, 1)`))
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('aim', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull().check(sql`state ${states}`))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('starts_on', 'text')
    .addColumn('ends_on', 'text')
    .addColumn('province_code', 'text')
    .addColumn('plan_result_id', 'text', (c) => c.references('plan_result.id'))
    .addColumn('copied_from', 'text', (c) => c.references('programme.id'))
    .addColumn('consultation', 'text')
    .addColumn('closing_note', 'text')
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .addColumn('published_at', 'text')
    .addColumn('closed_at', 'text')
    .addCheckConstraint('programme_ends_after_start', sql`starts_on is null or ends_on is null or starts_on <= ends_on`)
    .execute()
  await db.schema.createIndex('programme_by_state').on('programme').columns(['state', 'updated_at']).execute()

  await table('programme_offer')
    .addColumn('programme_id', 'text', (c) => c.notNull().references('programme.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('offer_id', 'text', (c) => c.notNull())
    .addColumn('partner_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('programme_offer_pk', ['programme_id', 'offer_id'] as never)
    .execute()
  await db.schema.createIndex('programme_by_partner').on('programme_offer').column('partner_id').execute()

  await table('programme_region')
    .addColumn('programme_id', 'text', (c) => c.notNull().references('programme.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('regency_code', 'text', (c) => c.notNull())
    .addColumn('target', 'integer')
    .addPrimaryKeyConstraint('programme_region_pk', ['programme_id', 'regency_code'] as never)
    .execute()
  await db.schema.createIndex('programme_by_regency').on('programme_region').column('regency_code').execute()

  await table('programme_kpi')
    .addColumn('programme_id', 'text', (c) => c.notNull().references('programme.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('measure', 'text', (c) =>
      c.notNull().check(sql`measure in ('accepted', 'closed_loop', 'helped', 'own')`),
    )
    .addColumn('percent', 'integer', (c) => c.check(sql`percent is null or percent between 1 and 100`))
    .addColumn('words', 'text')
    .addPrimaryKeyConstraint('programme_kpi_pk', ['programme_id', 'position'] as never)
    .execute()

  await table('programme_document')
    .addColumn('programme_id', 'text', (c) => c.notNull().references('programme.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('url', 'text')
    .addColumn('note', 'text')
    .addColumn('is_public', 'integer', (c) => c.notNull().check(sql`is_public in (0, 1)`))
    .addPrimaryKeyConstraint('programme_document_pk', ['programme_id', 'position'] as never)
    .execute()

  await table('programme_label')
    .addColumn('programme_id', 'text', (c) => c.notNull().references('programme.id'))
    .addColumn('label', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('programme_label_pk', ['programme_id', 'label'] as never)
    .execute()

  await table('programme_entry')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('programme_id', 'text', (c) => c.notNull().references('programme.id'))
    .addColumn('offer_id', 'text', (c) => c.notNull())
    .addColumn('regency_code', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text', (c) => c.references('actor.id').onDelete('set null'))
    .addColumn('need_id', 'text', (c) => c.notNull())
    .addColumn('is_demo', 'integer', (c) => c.notNull().check(sql`is_demo in (0, 1)`))
    .addColumn('batch', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) =>
      c.notNull().check(sql`state in ('planned', 'waiting_consent', 'blocked', 'sent')`),
    )
    .addColumn('problem', 'text')
    .addColumn('proposal_id', 'text', (c) => c.references('proposal.id'))
    .addColumn('proposal_position', 'integer')
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('programme_entry_once', ['programme_id', 'offer_id', 'actor_id'])
    .addCheckConstraint('programme_entry_sent', sql`(state = 'sent') = (proposal_id is not null)`)
    .execute()
  await db.schema
    .createIndex('programme_entry_by_batch')
    .on('programme_entry')
    .columns(['programme_id', 'batch'])
    .execute()
  await db.schema.createIndex('programme_entry_by_actor').on('programme_entry').column('actor_id').execute()
  await db.schema
    .createIndex('programme_entry_by_place')
    .on('programme_entry')
    .columns(['regency_code', 'state'])
    .execute()

  await table('programme_event')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('programme_id', 'text', (c) => c.notNull().references('programme.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('deed', 'text', (c) => c.notNull())
    .addColumn('to_state', 'text', (c) => c.notNull().check(sql`to_state ${states}`))
    .addColumn('account_id', 'text')
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addUniqueConstraint('programme_event_once', ['programme_id', 'version'])
    .execute()

  await table('place_label')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('region_code', 'text', (c) => c.notNull())
    .addColumn('village', 'text')
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('since', 'text')
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('place_label_by_region').on('place_label').column('region_code').execute()
}
