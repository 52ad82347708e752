import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { DialectName } from '../dialect/dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's schema types
type AnyDb = Kysely<any>

export async function up(db: AnyDb, dialect: DialectName): Promise<void> {
  const create = (name: string): CreateTableBuilder<string, never> => {
    const builder = db.schema.createTable(name)
    return dialect === 'sqlite' ? builder.modifyEnd(sql`strict`) : builder
  }

  await create('gap_task')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('recruit', 'extend')`))
    .addColumn('subject_key', 'text', (c) => c.notNull())
    .addColumn('region_code', 'text')
    .addColumn('cluster_id', 'text')
    .addColumn('sector_id', 'text')
    .addColumn('need_id', 'text', (c) => c.notNull())
    .addColumn('offer_id', 'text')
    .addColumn('partner_id', 'text')
    .addColumn('parts', 'text', (c) => c.notNull())
    .addColumn('wanted', 'integer', (c) => c.notNull())
    .addColumn('unserved', 'integer', (c) => c.notNull())
    .addColumn('would_needs', 'integer')
    .addColumn('would_actors', 'integer')
    .addColumn('actors_read', 'integer', (c) => c.notNull())
    .addColumn('offers_read', 'integer', (c) => c.notNull())
    .addColumn('policy_version', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('served_by', 'text', (c) => c.notNull())
    .addColumn('note', 'text')
    .addColumn('taken_by', 'text')
    .addColumn('taken_at', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .addColumn('closed_at', 'text')
    .addColumn('closed_offer_id', 'text')
    .addColumn('closed_actors', 'integer')
    .addCheckConstraint('gap_task_asks_a_partner', sql`(kind = 'extend') = (offer_id is not null)`)
    .addCheckConstraint('gap_task_has_a_gap', sql`unserved > 0`)
    // why: a gap closes only when an offer matches it, so a closed task names the offer and whom it serves
    .addCheckConstraint(
      'gap_task_closed_by_an_offer',
      sql`(closed_at is null) = (closed_offer_id is null) and (closed_at is null or closed_actors > 0)`,
    )
    .execute()
  await db.schema
    .createIndex('gap_task_open')
    .unique()
    .on('gap_task')
    .column('subject_key')
    .where(sql.ref('closed_at'), 'is', null)
    .execute()
  await db.schema.createIndex('gap_task_by_place').on('gap_task').columns(['region_code', 'need_id']).execute()

  await create('gap_task_event')
    .addColumn('task_id', 'text', (c) => c.notNull().references('gap_task.id').onDelete('cascade'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('step', 'text', (c) => c.notNull().check(sql`step in ('open', 'take', 'release', 'note', 'close')`))
    .addColumn('account_id', 'text')
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('note', 'text')
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('gap_task_event_pk', ['task_id', 'version'] as never)
    .execute()
}
