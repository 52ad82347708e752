import { type Kysely, sql } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's schema types
type AnyDb = Kysely<any>

/** A task ends without an offer where its gap is gone; closed stays the word for a gap that an offer matches. */
export async function up(db: AnyDb): Promise<void> {
  await db.schema.alterTable('gap_task').addColumn('gone_at', 'text').execute()
  await db.schema.dropIndex('gap_task_open').execute()
  await db.schema
    .createIndex('gap_task_open')
    .unique()
    .on('gap_task')
    .column('subject_key')
    .where(sql.ref('closed_at'), 'is', null)
    .where(sql.ref('gone_at'), 'is', null)
    .execute()
}
