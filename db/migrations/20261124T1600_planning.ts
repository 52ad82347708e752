import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { DialectName } from '../dialect/dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's schema types
type AnyDb = Kysely<any>

export async function up(db: AnyDb, dialect: DialectName): Promise<void> {
  const table = (name: string): CreateTableBuilder<string, never> => {
    const builder = db.schema.createTable(name)
    return dialect === 'sqlite' ? builder.modifyEnd(sql`strict`) : builder
  }
  const bytes = dialect === 'sqlite' ? sql`blob` : sql`bytea`

  await table('plan_scenario')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('parent_id', 'text', (c) => c.references('plan_scenario.id'))
    .addColumn('data', 'text', (c) => c.notNull())
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute()

  await table('plan_result')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('scenario_id', 'text', (c) => c.notNull().references('plan_scenario.id'))
    .addColumn('status', 'text', (c) =>
      c.notNull().check(sql`status in ('running', 'done', 'refused', 'failed', 'cancelled')`),
    )
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('policy_version', 'text', (c) => c.notNull())
    .addColumn('rules_version', 'text', (c) => c.notNull())
    .addColumn('solver_version', 'text', (c) => c.notNull())
    .addColumn('watermark', 'integer', (c) => c.notNull())
    .addColumn('input', bytes)
    .addColumn('answer', bytes)
    .addColumn('digest', 'text')
    .addColumn('seconds', 'real', (c) => c.notNull())
    .addColumn('started_at', 'text', (c) => c.notNull())
    .addColumn('finished_at', 'text')
    .execute()
  await db.schema.createIndex('plan_result_by_scenario').on('plan_result').column('scenario_id').execute()

  await table('plan_override')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('scenario_id', 'text', (c) => c.notNull().references('plan_scenario.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('pin', 'forbid', 'number')`))
    .addColumn('offer_id', 'text', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('plan_override_once', ['scenario_id', 'position'])
    .execute()
}
