import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { DialectName } from '../dialect/dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's schema types
type AnyDb = Kysely<any>

export async function up(db: AnyDb, dialect: DialectName): Promise<void> {
  const create = <T extends string>(name: T): CreateTableBuilder<T, never> => {
    const table = db.schema.createTable(name)
    return dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table
  }
  const count = dialect === 'sqlite' ? 'integer' : 'bigint'

  await create('account')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('email', 'text', (c) => c.notNull().unique().check(sql`email = lower(email)`))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) =>
      c.notNull().check(sql`role in ('admin', 'ministry', 'province', 'district', 'companion', 'partner')`),
    )
    .addColumn('province_code', 'text')
    .addColumn('regency_code', 'text')
    .addColumn('partner_id', 'text')
    .addColumn('password_hash', 'text')
    .addColumn('totp_secret', 'text')
    .addColumn('totp_since', 'text')
    .addColumn('totp_last_step', count)
    .addColumn('is_demo', 'integer', (c) => c.notNull().check(sql`is_demo in (0, 1)`))
    .addColumn('disabled_at', 'text')
    .addColumn('invited_by', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    // why: a role without the place it works for would reach nothing or, by a slip elsewhere, everything
    .addCheckConstraint(
      'account_has_its_place',
      sql`(role = 'province') = (province_code is not null)
        and (role in ('district', 'companion')) = (regency_code is not null)
        and (role = 'partner') = (partner_id is not null)`,
    )
    .execute()

  await create('session')
    .addColumn('id_hash', 'text', (c) => c.primaryKey())
    .addColumn('account_id', 'text', (c) => c.notNull().references('account.id').onDelete('cascade'))
    .addColumn('device', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('session_by_account').on('session').column('account_id').execute()

  await create('account_token')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) =>
      c.notNull().check(sql`kind in ('invite', 'reset', 'first_admin', 'second_factor')`),
    )
    .addColumn('account_id', 'text', (c) => c.references('account.id').onDelete('cascade'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('used_at', 'text')
    .execute()
  await db.schema.createIndex('account_token_by_account').on('account_token').columns(['account_id', 'kind']).execute()

  await create('recovery_code')
    .addColumn('account_id', 'text', (c) => c.notNull().references('account.id').onDelete('cascade'))
    .addColumn('code_hash', 'text', (c) => c.notNull())
    .addColumn('used_at', 'text')
    .addPrimaryKeyConstraint('recovery_code_pk', ['account_id', 'code_hash'] as never)
    .execute()

  await create('sign_in_attempt')
    .addColumn('key_hash', 'text', (c) => c.primaryKey())
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('since', 'text', (c) => c.notNull())
    .execute()

  await create('actor_companion')
    .addColumn('actor_id', 'text', (c) => c.notNull().references('actor.id').onDelete('cascade'))
    .addColumn('account_id', 'text', (c) => c.notNull().references('account.id').onDelete('cascade'))
    .addColumn('assigned_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('actor_companion_pk', ['account_id', 'actor_id'] as never)
    .execute()
  await db.schema.createIndex('actor_companion_by_actor').on('actor_companion').column('actor_id').execute()

  await create('mail_outbox')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('dedupe_key', 'text', (c) => c.notNull().unique())
    .addColumn('to_account', 'text', (c) => c.references('account.id').onDelete('cascade'))
    .addColumn('to_address_sealed', 'text')
    .addColumn('letter_sealed', 'text')
    .addColumn('status', 'text', (c) =>
      c.notNull().check(sql`status in ('queued', 'sending', 'sent', 'failed', 'cancelled')`),
    )
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('next_try_at', 'text', (c) => c.notNull())
    .addColumn('last_error', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('sent_at', 'text')
    .addCheckConstraint('mail_outbox_has_recipient', sql`(to_account is null) <> (to_address_sealed is null)`)
    .execute()
  await db.schema.createIndex('mail_outbox_due').on('mail_outbox').columns(['status', 'next_try_at']).execute()
}
