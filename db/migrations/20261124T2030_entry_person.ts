import { type Kysely, sql } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's schema types
type AnyDb = Kysely<any>

/** Entries of one woman in a programme share the id of her first: it outlives the reference to her, and leads to nobody. */
export async function up(db: AnyDb): Promise<void> {
  await db.schema
    .alterTable('programme_entry')
    .addColumn('person', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  await sql`
    update programme_entry set person = coalesce(
      (select min(other.id) from programme_entry as other
       where other.programme_id = programme_entry.programme_id and other.actor_id = programme_entry.actor_id),
      id)
  `.execute(db)
}
