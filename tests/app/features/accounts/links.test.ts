import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { hashPassword, verifyPassword } from '#app/auth/password.server.ts'
import { liveDb } from '#app/db.server.ts'
import { writeInvitation } from '#app/features/accounts/account-letters.server.ts'
import { firstAdministratorSecret } from '#app/features/accounts/take-up-invitation.server.ts'
import { drainOutbox } from '#app/mail/outbox.server.ts'
import type { Letter, MailTransport } from '#app/mail/transport.server.ts'
import { loader as invitation, action as takeUp } from '#app/routes/invitation.tsx'
import { action as forgot } from '#app/routes/password.forgot.tsx'
import { action as reset, loader as resetPage } from '#app/routes/password.reset.tsx'
import { setup } from '#app/setup.server.ts'
import { getAccount, insertAccount } from '#db/queries/accounts.ts'
import { findAuditEvents } from '#db/queries/audit.ts'
import { cookieFor, exampleAccount } from '#tests/support/sign-in.ts'

const HERE = 'http://localhost'
const NEW = { 'sandi-baru': 'gula aren cetak', ulangi: 'gula aren cetak' }
const before = process.env.DATA_DIR
const dataDir = mkdtempSync(join(tmpdir(), 'sinergi-test-'))
const letters: Letter[] = []
/** In place of a mail server; the forms deliver by it as well. */
const transport: MailTransport = { kind: 'smtp', send: async (letter) => void letters.push(letter) }

beforeAll(async () => {
  process.env.DATA_DIR = dataDir
  Object.assign(globalThis, { sinergiMail: { transport, running: null } })
  await setup({ demoActors: 0, demoAccounts: false }, () => {})
})

afterAll(async () => {
  await liveDb().close()
  if (before === undefined) delete process.env.DATA_DIR
  else process.env.DATA_DIR = before
  rmSync(dataDir, { recursive: true, force: true })
})

/** A route's function as Remix calls it; its status, whichever way it answers. */
async function call(route: (args: never) => unknown, token: string, body?: Record<string, string>, headers = {}) {
  const init = body ? { method: 'POST', body: new URLSearchParams(body) } : {}
  const request = new Request(`${HERE}/x`, { ...init, headers: { Origin: HERE, ...headers } })
  return (await route({ request, params: { token }, context: {} } as never)) as Response
}

/** Empties the outbox and gives the secret of the last letter's link. */
async function linkSent(): Promise<string> {
  await allSent()
  return /\/(?:undangan|setel-sandi)\/([\w-]{43})\n/.exec(letters.at(-1)?.text ?? '')?.[1] ?? ''
}

/** Waits until no letter is left, whoever sends it. */
async function allSent(): Promise<void> {
  const waiting = () =>
    liveDb().db.selectFrom('mail_outbox').select('id').where('letter_sealed', 'is not', null).execute()
  await drainOutbox(liveDb(), transport, new Date().toISOString())
  await vi.waitFor(async () => expect(await waiting()).toEqual([]))
}

test('an invitation is taken up once; looked at often; replayed, cut short or replaced it opens nothing', async () => {
  const { db } = liveDb()
  const account = exampleAccount({ role: 'companion' })
  await insertAccount(db, account)
  const invite = (now: string) =>
    db.transaction().execute((trx) => writeInvitation(trx, { account, inviter: 'Contoh', locale: 'id', now }))
  await invite(new Date().toISOString())
  const replaced = await linkSent()
  await invite(new Date().toISOString())
  const secret = await linkSent()
  expect(secret).not.toBe(replaced)
  expect(letters.at(-1)).toMatchObject({ to: account.email })
  expect(letters.at(-1)!.text).toContain('Kab. Kendal')
  expect((await call(invitation, replaced)).status).toBe(410)
  expect((await call(invitation, secret.slice(1))).status).toBe(410)
  for (const _ of [1, 2, 3]) expect((await call(invitation, secret)).status).toBe(200)
  expect((await call(takeUp, secret, { 'sandi-baru': 'pendek', ulangi: 'pendek' })).status).toBe(400)
  expect((await call(takeUp, secret, { ...NEW, ulangi: 'lain lagi ini' })).status).toBe(400)
  const entered = await call(takeUp, secret, NEW)
  expect(entered.status).toBe(303)
  expect(entered.headers.get('Set-Cookie')).toMatch(/^sesi=\w{40}; /)
  expect(
    (await call(takeUp, secret, { ...NEW, 'sandi-baru': 'orang lain masuk', ulangi: 'orang lain masuk' })).status,
  ).toBe(410)
  expect(await verifyPassword((await getAccount(db, account.id))!.password_hash, NEW['sandi-baru'])).toBe(true)
  expect(JSON.stringify(await db.selectFrom('account_token').selectAll().execute())).not.toContain(secret)
  const about = { subject: { type: 'account', id: account.id }, actions: ['account:change'] } as const
  expect(await findAuditEvents(db, about, { page: 1, size: 9 })).toMatchObject([
    { account_id: account.id, detail: '{"change":"invitation"}' },
  ])
})

test('a reset link works once, ends every session, and says the same for addresses without an account', async () => {
  const { db } = liveDb()
  const account = exampleAccount({ role: 'district', password_hash: await hashPassword('kata sandi lama') })
  await insertAccount(db, account)
  const cookie = await cookieFor(liveDb(), account)
  const asked = await call(forgot, '', { surel: account.email })
  const secret = await linkSent()
  const count = letters.length
  const unknown = await call(forgot, '', { surel: 'tidak-ada@contoh.example' })
  await allSent()
  expect([unknown.status, unknown.headers.get('Location')]).toEqual([asked.status, asked.headers.get('Location')])
  expect(letters).toHaveLength(count)
  expect((await call(resetPage, secret)).status).toBe(200)
  expect((await call(reset, secret, NEW, { Cookie: cookie })).status).toBe(303)
  expect(await db.selectFrom('session').selectAll().where('account_id', '=', account.id).execute()).toEqual([])
  expect((await call(reset, secret, { 'sandi-baru': 'penyerang masuk', ulangi: 'penyerang masuk' })).status).toBe(410)
  expect((await call(resetPage, secret)).status).toBe(410)
  expect(await verifyPassword((await getAccount(db, account.id))!.password_hash, NEW['sandi-baru'])).toBe(true)
})

test('two browsers that use one reset link at the same moment: one gets through', async () => {
  const { db } = liveDb()
  const account = exampleAccount({ role: 'district', password_hash: await hashPassword('kata sandi lama') })
  await insertAccount(db, account)
  await call(forgot, '', { surel: account.email })
  const secret = await linkSent()
  const both = ['bambu betung satu', 'bambu betung dua'].map((one) =>
    call(reset, secret, { 'sandi-baru': one, ulangi: one }),
  )
  expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([303, 410])
})

test('a reset link runs out after an hour, an invitation after a week', async () => {
  const { db } = liveDb()
  const account = exampleAccount({ role: 'district', password_hash: await hashPassword('kata sandi lama') })
  await insertAccount(db, account)
  const past = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
  await call(forgot, '', { surel: account.email })
  const secret = await linkSent()
  await db
    .updateTable('account_token')
    .set({ expires_at: past(0.001) })
    .where('kind', '=', 'reset')
    .execute()
  expect((await call(resetPage, secret)).status).toBe(410)
  await db
    .transaction()
    .execute((trx) => writeInvitation(trx, { account, inviter: 'Contoh', locale: 'en', now: past(7 * 24 + 1) }))
  expect((await call(invitation, await linkSent())).status).toBe(410)
})

test('the first administrator is made by the link of the terminal, once; afterwards there is no such link', async () => {
  const { db } = liveDb()
  const now = new Date().toISOString()
  const old = (await firstAdministratorSecret(db, now))!
  const secret = (await firstAdministratorSecret(db, now))!
  expect((await call(invitation, old)).status).toBe(410)
  expect((await call(takeUp, secret, { ...NEW, nama: '', surel: 'a@b.example' })).status).toBe(400)
  const made = await call(takeUp, secret, { ...NEW, nama: 'Ani', surel: 'Ani@Kantor.example' })
  expect(made.status).toBe(303)
  expect((await call(takeUp, secret, { ...NEW, nama: 'Budi', surel: 'budi@kantor.example' })).status).toBe(410)
  const admins = await db.selectFrom('account').select(['email', 'role']).where('role', '=', 'admin').execute()
  expect(admins).toEqual([{ email: 'ani@kantor.example', role: 'admin' }])
  expect(await firstAdministratorSecret(db, now)).toBeNull()
})
