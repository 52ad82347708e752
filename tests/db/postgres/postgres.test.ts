import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kyselyAdapter } from '#app/auth/kysely-adapter.server.ts'
import { countAttempt } from '#app/auth/throttle.server.ts'
import { SYSTEM } from '#app/domain/audit/event.ts'
import { mentionsOf } from '#app/domain/privacy/mentions.ts'
import { migrate } from '#db/migrator.ts'
import { claimToken, insertAccountToken } from '#db/queries/account-tokens.ts'
import { getAccount, getAccountByEmail, insertAccount } from '#db/queries/accounts.ts'
import { appendAudit, countAuditEvents, findAuditEvents, recordRead, verifyAudit } from '#db/queries/audit.ts'
import { askConsent, insertReceipts, insertWithdrawal } from '#db/queries/consents.ts'
import { countErased, countErasures, insertTombstones } from '#db/queries/erasures.ts'
import { forgetInProposals } from '#db/queries/forget-in-proposals.ts'
import { forgetInSearches } from '#db/queries/forget-in-searches.ts'
import type { Database } from '#db/schema/index.ts'
import { psqlDialect } from '#tests/support/psql-dialect.ts'
import { exampleAccount } from '#tests/support/sign-in.ts'
import { testDb } from '#tests/support/test-db.ts'

/** A connection string as psql takes it, of a database in which a schema may be made; `npm run test:postgres` sets it. */
const TARGET = process.env.SINERGI_TEST_PG
const NOW = '2026-11-24T03:00:00.000Z'
const at = (n: number) => `2026-11-24T00:00:${String(n).padStart(2, '0')}.000Z`

if (!TARGET)
  process.stdout.write('PostgreSQL: not run, because SINERGI_TEST_PG names no database (npm run test:postgres).\n')

describe.skipIf(!TARGET)('on PostgreSQL', () => {
  let db: Kysely<Database>

  beforeAll(async () => {
    db = new Kysely<Database>({ dialect: psqlDialect(TARGET!) })
    await sql`drop schema if exists sinergi_uji cascade`.execute(db)
    await sql`create schema sinergi_uji`.execute(db)
    await sql`set search_path to sinergi_uji`.execute(db)
    await migrate(db, 'postgres')
  })

  afterAll(async () => {
    await sql`drop schema sinergi_uji cascade`.execute(db)
    await db.destroy()
  })

  const columnsOf = async (one: Kysely<Database>) => {
    const tables = await one.introspection.getTables()
    return tables
      .filter((table) => (table.schema ?? 'sinergi_uji') === 'sinergi_uji')
      .flatMap((table) => table.columns.map((column) => `${table.name}.${column.name}`))
      .sort()
  }

  test('every migration applies, and a second run finds nothing to do', async () => {
    expect(await migrate(db, 'postgres')).toEqual([])
    const here = await columnsOf(db)
    expect(here).toEqual(await columnsOf((await testDb()).db))
    expect(here.length).toBeGreaterThan(200)
  })

  test('the database itself refuses to change, remove or empty what may only be added to', async () => {
    await recordRead(db, SYSTEM, { at: at(1), action: 'actor:read', subject: { type: 'actor', id: 'a' } })
    await expect(db.updateTable('audit_event').set({ role: 'admin' }).execute()).rejects.toThrow('append-only')
    await expect(db.deleteFrom('audit_event').execute()).rejects.toThrow('append-only')
    await expect(sql`truncate audit_event`.execute(db)).rejects.toThrow('append-only')
    await db
      .insertInto('consent_text')
      .values({ id: 't', purpose: 'referral', version: 1, language: 'id', body: 'Saya setuju.', added_at: NOW })
      .execute()
    await expect(db.updateTable('consent_text').set({ body: 'lain' }).execute()).rejects.toThrow('append-only')
    await expect(db.deleteFrom('consent_text').execute()).rejects.toThrow('append-only')
    expect((await verifyAudit(db)).findings).toEqual([])
  })

  test('a line falls with its transaction, and a missing and a changed line are found', async () => {
    const entry = { action: 'actor:correct', subject: { type: 'actor', id: 'a' } } as const
    await expect(
      db.transaction().execute(async (trx) => {
        await appendAudit(trx, SYSTEM, { at: at(2), ...entry })
        throw new Error('the deed failed')
      }),
    ).rejects.toThrow('the deed failed')
    await Promise.all(Array.from({ length: 20 }, (_, n) => recordRead(db, SYSTEM, { at: at(n), ...entry })))
    expect(await verifyAudit(db)).toMatchObject({ head: { count: 21 }, findings: [] })
    expect(await countAuditEvents(db, { actions: ['actor:correct'] })).toBe(20)
    expect((await findAuditEvents(db, {}, { page: 2, size: 10 })).map((row) => row.seq)[0]).toBe(11)
    await sql`alter table audit_event disable trigger user`.execute(db)
    await sql`delete from audit_event where seq = 5`.execute(db)
    await sql`update audit_event set role = 'admin' where seq = 9`.execute(db)
    await sql`alter table audit_event enable trigger user`.execute(db)
    expect((await verifyAudit(db)).findings).toEqual([
      { fault: 'missing', seq: 5 },
      { fault: 'changed', seq: 9 },
    ])
  })

  test('accounts, sessions, links used once and counted attempts work as on SQLite', async () => {
    const account = exampleAccount({ role: 'ministry' })
    await insertAccount(db, account)
    expect(await getAccountByEmail(db, account.email.toUpperCase())).toMatchObject({ id: account.id })
    const sessions = kyselyAdapter(db)
    const session = {
      id: 's'.repeat(40),
      userId: account.id,
      expiresAt: new Date('2027-01-01'),
      attributes: { device: '', createdAt: NOW },
    }
    await sessions.setSession(session)
    expect((await sessions.getSessionAndUser(session.id))[1]).toMatchObject({ id: account.id })
    await sessions.deleteUserSessions(account.id)
    expect(await sessions.getSessionAndUser(session.id)).toEqual([null, null])
    const token = {
      token_hash: 'h',
      kind: 'reset',
      account_id: account.id,
      created_at: NOW,
      expires_at: '2027-01-01T00:00:00.000Z',
      used_at: null,
    } as const
    await insertAccountToken(db, token)
    const claim = () => claimToken(db, { hash: 'h', kind: 'reset', now: NOW })
    expect(await claim()).toMatchObject({ account_id: account.id })
    expect(await claim()).toBeUndefined()
    const attempts = Array.from({ length: 30 }, () =>
      countAttempt(db, new Uint8Array(32), [{ kind: 'account', value: account.email }], NOW),
    )
    expect((await Promise.all(attempts)).filter((until) => until === null)).toHaveLength(10)
    expect(await getAccount(db, 'tidak-ada')).toBeUndefined()
  })

  test('a consent is asked, taken back once, and an erasure counts and forgets words', async () => {
    const partner = { id: 'uji', name: 'Mitra Uji', type: 'private', description_id: 'Uji', description_en: 'Test' }
    const rest = {
      website: null,
      website_status: null,
      confidence: 'high',
      as_of: null,
      aliases: '[]',
      sources: '[]',
    } as const
    await db
      .insertInto('partner')
      .values({ ...partner, ...rest })
      .execute()
    const actor = {
      id: 'ani',
      is_demo: 1,
      regency_code: null,
      village: null,
      cluster: 'IR1',
      sectors: null,
      needs: null,
      products: null,
      facts: '{}',
      facts_as_of: null,
      import_batch_id: null,
      created_at: NOW,
      updated_at: NOW,
    } as const
    await db
      .insertInto('actor')
      .values(actor as never)
      .execute()
    const receipt = {
      id: 'izin',
      actor_id: 'ani',
      partner_id: 'uji',
      purpose: 'referral',
      fields: '["name"]',
      text_id: 't',
      method: 'screen',
      given_on: '2026-11-24',
      expires_on: '2027-11-24',
      recorded_by: null,
      recorded_role: 'district',
      recorded_at: NOW,
      is_demo: 0,
    } as const
    await db.transaction().execute((trx) => insertReceipts(trx, [receipt as never], NOW))
    const ask = () =>
      askConsent(db, { actorId: 'ani', partnerId: 'uji', purpose: 'referral', fields: ['name'], on: '2026-11-24' })
    expect((await ask()).answer).toBe('granted')
    const withdrawal = {
      receipt_id: 'izin',
      withdrawn_on: '2026-11-24',
      withdrawn_at: NOW,
      reason: 'her_wish',
      recorded_by: null,
      recorded_role: 'district',
    } as const
    const withdraw = () => db.transaction().execute((trx) => insertWithdrawal(trx, withdrawal))
    expect(await withdraw()).toEqual({ actorId: 'ani', partnerId: 'uji' })
    expect(await withdraw()).toBeNull()
    expect(await ask()).toEqual({ answer: 'refused', reason: 'withdrawn' })
    const stone = { idHash: 'x', naturalKeyHash: null, erasedAt: NOW }
    expect([await insertTombstones(db, [stone]), await insertTombstones(db, [stone])]).toEqual([1, 0])
    for (const _ of [1, 2]) await countErased(db, { regency_code: '33.24', cluster: 'IR1', created_at: NOW })
    expect([await countErasures(db, '33.24'), await countErasures(db, null), await countErasures(db, '11.01')]).toEqual(
      [2, 2, 0],
    )
    const mentions = mentionsOf({ name: 'Ani Sulastri', businessName: null, code: 'P-ANI' })
    expect(await forgetInProposals(db, 'ani', mentions)).toEqual({ files: [], texts: 0, filesToCheck: 0 })
    expect(await forgetInSearches(db, mentions)).toBe(0)
  })
})
