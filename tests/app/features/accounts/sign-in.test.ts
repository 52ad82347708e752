import { TOTP } from 'otpauth'
import { expect, onTestFinished, test } from 'vitest'
import { sessionHash } from '#app/auth/kysely-adapter.server.ts'
import { sessionsOf } from '#app/auth/lucia.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { personOf } from '#app/auth/person.server.ts'
import { makeRecoveryCodes, newTotpSecret, totpSetUp } from '#app/auth/totp.server.ts'
import { viewerOf } from '#app/auth/viewer-of.server.ts'
import { PUBLIC_VIEWER } from '#app/domain/access/viewer.ts'
import { finishSignIn, type SignInDesk, signIn } from '#app/features/accounts/sign-in.server.ts'
import type { DbClient } from '#db/client.ts'
import { getAccount, insertAccount, updateAccount } from '#db/queries/accounts.ts'
import type { AccountRow } from '#db/schema/account.ts'
import { cookieFor, exampleAccount } from '#tests/support/sign-in.ts'
import { testDb } from '#tests/support/test-db.ts'

const NOW = '2026-11-24T03:00:00.000Z'
const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()
const PASSWORD = 'tikar pandan hijau'
const KEY = new Uint8Array(32).fill(7)

async function door(
  over: Partial<AccountRow> = {},
): Promise<{ client: DbClient; desk: SignInDesk; account: AccountRow }> {
  const client = await testDb()
  onTestFinished(() => client.close())
  const account = exampleAccount({ role: 'district', password_hash: await hashPassword(PASSWORD), ...over })
  await insertAccount(client.db, account)
  const desk: SignInDesk = {
    db: client.db,
    sessions: sessionsOf(client, false),
    key: KEY,
    now: NOW,
    demoAccounts: false,
    address: '203.0.113.9',
    device: 'Chrome, Android',
    oldSession: null,
  }
  return { client, desk, account }
}

const asking = (cookie: string, path = '/') =>
  new Request(`http://localhost${path}`, cookie ? { headers: { Cookie: cookie } } : {})

test('address and password let in, whatever the case of the address; the database holds no usable session', async () => {
  const { client, desk, account } = await door()
  const result = await signIn(desk, { email: account.email.toUpperCase(), password: PASSWORD })
  if (result.kind !== 'in') throw new Error(result.kind)
  const rows = await client.db.selectFrom('session').selectAll().execute()
  expect(rows).toMatchObject([{ id_hash: sessionHash(result.sessionId), account_id: account.id }])
  expect(JSON.stringify(rows)).not.toContain(result.sessionId)
  expect(await viewerOf(asking(`sesi=${result.sessionId}`), client)).toMatchObject({ accountId: account.id })
  expect(await viewerOf(asking(`sesi=${rows[0]!.id_hash}`), client)).toEqual(PUBLIC_VIEWER)
})

test('a wrong password, an unknown address and an account that is switched off get the same answer', async () => {
  const { client, desk, account } = await door()
  expect(await signIn(desk, { email: account.email, password: 'salah sekali' })).toEqual({ kind: 'wrong' })
  expect(await signIn(desk, { email: 'siapa@contoh.example', password: PASSWORD })).toEqual({ kind: 'wrong' })
  await updateAccount(client.db, account.id, { disabled_at: NOW }, NOW)
  expect(await signIn(desk, { email: account.email, password: PASSWORD })).toEqual({ kind: 'wrong' })
})

test('of 1,000 wrong passwords ten are looked at; the right one then waits too, and works a quarter of an hour later', async () => {
  const { desk, account } = await door()
  const attempts = Array.from({ length: 1000 }, (_, n) =>
    signIn({ ...desk, address: `198.51.100.${n % 250}` }, { email: account.email, password: `salah ${n}` }),
  )
  const kinds = (await Promise.all(attempts)).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(10)
  expect(kinds.filter((kind) => kind === 'wait')).toHaveLength(990)
  const right = { email: account.email, password: PASSWORD }
  expect(await signIn({ ...desk, now: later(14) }, right)).toEqual({ kind: 'wait', until: later(15) })
  expect(await signIn({ ...desk, now: later(15) }, right)).toMatchObject({ kind: 'in' })
})

test('one address that tries many accounts is stopped at sixty; others are let in', async () => {
  const { client, desk, account } = await door()
  const attempts = Array.from({ length: 70 }, (_, n) =>
    signIn(desk, { email: `orang-${n}@contoh.example`, password: 'salah sekali' }),
  )
  const kinds = (await Promise.all(attempts)).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(60)
  const right = { email: account.email, password: PASSWORD }
  expect(await signIn(desk, right)).toMatchObject({ kind: 'wait' })
  expect(await signIn({ ...desk, address: '203.0.113.10' }, right)).toMatchObject({ kind: 'in' })
  const keys = JSON.stringify(await client.db.selectFrom('sign_in_attempt').selectAll().execute())
  expect(keys).not.toContain('203.0.113')
  expect(keys).not.toContain(account.email)
})

test('signing in rightly many times from one office locks nobody out', async () => {
  const { desk, account } = await door()
  for (let n = 0; n < 70; n += 1)
    expect(await signIn(desk, { email: account.email, password: PASSWORD })).toMatchObject({ kind: 'in' })
})

test('a session that was planted in the browser beforehand is not the one it has afterwards, and ends', async () => {
  const { client, desk, account } = await door()
  const attacker = exampleAccount({ role: 'partner' })
  await insertAccount(client.db, attacker)
  const planted = (await cookieFor(client, attacker)).slice('sesi='.length)
  const result = await signIn({ ...desk, oldSession: planted }, { email: account.email, password: PASSWORD })
  if (result.kind !== 'in') throw new Error(result.kind)
  expect(result.sessionId).not.toBe(planted)
  expect(await personOf(asking(`sesi=${planted}`), client)).toBeNull()
  const invented = 'a'.repeat(40)
  const second = await signIn({ ...desk, oldSession: invented }, { email: account.email, password: PASSWORD })
  expect(second.kind === 'in' && second.sessionId !== invented).toBe(true)
  expect(await personOf(asking(`sesi=${invented}`), client)).toBeNull()
})

test('forged, foreign, overlong and expired cookies are nobody', async () => {
  const { client, account } = await door()
  const cookie = await cookieFor(client, account)
  const { id_hash } = await client.db.selectFrom('session').select('id_hash').executeTakeFirstOrThrow()
  for (const forged of [
    '',
    'sesi=',
    `sesi=${account.id}`,
    `sesi=${id_hash}`,
    `sesi=${'x'.repeat(100_000)}`,
    "sesi=' or 1=1 --",
    `sesi=${cookie.slice(5, -1)}`,
    cookie.replace('sesi', '__Host-sesi'),
  ]) {
    expect(await viewerOf(asking(forged), client), forged.slice(0, 60)).toEqual(PUBLIC_VIEWER)
  }
  expect(await viewerOf(asking(cookie), client)).not.toEqual(PUBLIC_VIEWER)
  await client.db.updateTable('session').set({ expires_at: '2026-01-01T00:00:00.000Z' }).execute()
  expect(await viewerOf(asking(cookie), client)).toEqual(PUBLIC_VIEWER)
})

test('a role changed or an account switched off during a session holds from the next request on', async () => {
  const { client, account } = await door()
  const cookie = await cookieFor(client, account)
  expect(await viewerOf(asking(cookie), client)).toEqual({
    accountId: account.id,
    role: 'district',
    scope: { reach: 'regency', regency: '33.24' },
  })
  await updateAccount(client.db, account.id, { role: 'partner', regency_code: null, partner_id: 'pnm' }, NOW)
  expect(await viewerOf(asking(cookie), client)).toEqual({
    accountId: account.id,
    role: 'partner',
    scope: { reach: 'partner', partnerId: 'pnm' },
  })
  await updateAccount(client.db, account.id, { disabled_at: NOW }, NOW)
  expect(await viewerOf(asking(cookie), client)).toEqual(PUBLIC_VIEWER)
})

test('over HTTPS the cookie is bound to the host and sent over nothing else; scripts never see it', async () => {
  const { client } = await door()
  const secure = sessionsOf(client, true).createSessionCookie('x').serialize()
  expect(secure).toMatch(/^__Host-sesi=x; /)
  for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(secure).toContain(part)
  expect(secure).not.toContain('Domain')
  expect(sessionsOf(client, false).createSessionCookie('x').serialize()).not.toContain('Secure')
})

test('the ministry without a second factor reaches nothing but the page that sets it up', async () => {
  const { client, account } = await door({ role: 'ministry', regency_code: null, totp_since: null })
  const cookie = await cookieFor(client, account)
  const thrown = await viewerOf(asking(cookie, '/kecocokan'), client).catch((error) => error)
  expect(thrown).toMatchObject({ status: 303 })
  expect((thrown as Response).headers.get('Location')).toBe('/akun/dua-langkah')
  expect(await viewerOf(asking(cookie, '/akun/dua-langkah'), client)).toEqual(PUBLIC_VIEWER)
  await updateAccount(client.db, account.id, { totp_since: NOW }, NOW)
  expect(await viewerOf(asking(cookie, '/kecocokan'), client)).toMatchObject({ role: 'ministry' })
})

test('with a second factor the password alone gives no session; each code works once', async () => {
  const { client, desk, account } = await door({ totp_secret: newTotpSecret(KEY), totp_since: NOW })
  const codes = await client.db.transaction().execute((trx) => makeRecoveryCodes(trx, account.id))
  const code = (at: string) => {
    const secret = new URL(totpSetUp(KEY, account).uri).searchParams.get('secret')!
    return new TOTP({ secret }).generate({ timestamp: Date.parse(at) })
  }
  const first = async (now = NOW) => {
    const step = await signIn({ ...desk, now }, { email: account.email, password: PASSWORD })
    if (step.kind !== 'code') throw new Error(step.kind)
    return step.secret
  }
  const proof = await first()
  expect(await client.db.selectFrom('session').selectAll().execute()).toEqual([])
  expect(await finishSignIn(desk, { secret: proof, code: '000000' })).toEqual({ kind: 'wrong' })
  expect(await finishSignIn(desk, { secret: proof, code: code(NOW) })).toMatchObject({ kind: 'in' })
  expect(await finishSignIn(desk, { secret: proof, code: code(later(1)) }), 'the proof is used up').toBeNull()
  expect(await finishSignIn(desk, { secret: await first(), code: code(NOW) }), 'the code is used up').toEqual({
    kind: 'wrong',
  })
  expect(await finishSignIn(desk, { secret: await first(), code: codes[0]!.toLowerCase() })).toMatchObject({
    kind: 'in',
  })
  expect(await finishSignIn(desk, { secret: await first(), code: codes[0]! })).toEqual({ kind: 'wrong' })
  const old = await first()
  expect(await finishSignIn({ ...desk, now: later(11) }, { secret: old, code: code(later(11)) })).toBeNull()
  const plain = new URL(totpSetUp(KEY, account).uri).searchParams.get('secret')!
  expect((await getAccount(client.db, account.id))?.totp_secret).not.toContain(plain)
})

test('a million codes are not guessed: five wrong ones close the second step for a quarter of an hour', async () => {
  const { desk, account } = await door({ totp_secret: newTotpSecret(KEY), totp_since: NOW })
  const step = await signIn(desk, { email: account.email, password: PASSWORD })
  if (step.kind !== 'code') throw new Error(step.kind)
  const guesses = Array.from({ length: 50 }, () => finishSignIn(desk, { secret: step.secret, code: 'ABCDE-12345' }))
  const kinds = (await Promise.all(guesses)).map((result) => result?.kind)
  expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(5)
  expect(kinds.filter((kind) => kind === 'wait')).toHaveLength(45)
})
