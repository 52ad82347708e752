import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch, type RunningServer, startServer } from '#tests/support/running-server.ts'

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64')
const REAL = { NODE_ENV: 'production', AUTH_KEY: key(11), CONTACT_KEY: key(12), DEMO_ACTORS: '0', LOG_LEVEL: 'debug' }
const PASSWORD = 'gula aren dari lereng'
const EMAIL = 'ani.pengelola@kantor.example'
const INVITED = 'budi.petugas@kantor.example'
/** As the proxy in front says it. */
const HTTPS = { 'X-Forwarded-Proto': 'https' }

let server: RunningServer
/** Everything secret that went over the wire; none of it may stand in the log. */
const secrets = new Set<string>([PASSWORD, REAL.AUTH_KEY, REAL.CONTACT_KEY])
let admin = ''

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { redirect: 'manual', headers: { ...HTTPS, ...headers } })

const post = (path: string, values: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(values),
    headers: { ...HTTPS, Origin: server.url, ...headers },
  })

function cookieOf(response: Response): string {
  const cookie = response.headers
    .getSetCookie()
    .find((one) => one.includes('sesi='))!
    .split(';')[0]!
  secrets.add(cookie.split('=')[1]!)
  return cookie
}

beforeAll(async () => {
  server = await startServer(REAL)
})

afterAll(async () => {
  await server?.stop()
  if (server) rmSync(server.dataDir, { recursive: true, force: true })
})

test('demo accounts are not made, not offered and not let in', async () => {
  const sqlite = new SQLite(join(server.dataDir, 'sinergi.sqlite'), { readonly: true })
  expect(sqlite.prepare('select count(*) from account').pluck().get()).toBe(0)
  sqlite.close()
  expect(await (await get('/masuk')).text()).not.toContain('name="peran"')
  const tried = await post('/masuk', { intent: 'contoh', peran: 'district' })
  expect([tried.status, tried.headers.getSetCookie()]).toEqual([400, []])
})

test('the link at the terminal makes the first administrator once, over HTTPS with a cookie bound to the host', async () => {
  const path = /\/undangan\/[\w-]{43}/.exec(server.output())?.[0]
  expect(path, server.output()).toBeDefined()
  expect((await get(path!)).status).toBe(200)
  const taken = await post(path!, { nama: 'Ani', surel: EMAIL, 'sandi-baru': PASSWORD, ulangi: PASSWORD })
  expect(taken.status).toBe(303)
  const [cookie] = taken.headers.getSetCookie()
  expect(cookie).toMatch(/^__Host-sesi=\w{40}; /)
  for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part)
  expect(cookie).not.toContain('Domain')
  admin = cookieOf(taken)
  expect((await get(path!)).status).toBe(410)
  expect(
    (await post(path!, { nama: 'Budi', surel: 'b@c.example', 'sandi-baru': PASSWORD, ulangi: PASSWORD })).status,
  ).toBe(410)
})

test('an administrator does nothing before she has a second step, and after it she does', async () => {
  const refused = await get('/akun/kelola', { Cookie: admin })
  expect([refused.status, refused.headers.get('Location')]).toEqual([303, '/akun/dua-langkah'])
  expect((await post('/akun/kelola', { nama: 'X' }, { Cookie: admin })).headers.get('Location')).toBe(
    '/akun/dua-langkah',
  )
  await post('/akun/dua-langkah', { intent: 'mulai' }, { Cookie: admin })
  const page = await (await get('/akun/dua-langkah', { Cookie: admin })).text()
  const typed = /(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(page)![0].replaceAll(' ', '')
  secrets.add(typed)
  const code = new TOTP({ secret: typed }).generate()
  const confirmed = await post('/akun/dua-langkah', { intent: 'pastikan', kode: code }, { Cookie: admin })
  expect(confirmed.status).toBe(303)
  expect((await get('/akun/kelola', { Cookie: admin })).status).toBe(200)
})

test('signed in anew, the password alone opens nothing: the code is asked for', async () => {
  const first = await post('/masuk', { intent: 'masuk', surel: EMAIL, sandi: PASSWORD })
  expect([first.status, first.headers.get('Location')]).toEqual([303, '/masuk/kode'])
  const cookies = first.headers.getSetCookie()
  expect(cookies.some((cookie) => cookie.includes('sesi='))).toBe(false)
  const step = cookies[0]!.split(';')[0]!
  secrets.add(step.split('=')[1]!)
  expect(cookies[0]).toMatch(/HttpOnly; SameSite=Lax; Secure/)
  expect((await get('/akun', { Cookie: step })).status).toBe(401)
  expect((await post('/masuk/kode', { kode: '000000' }, { Cookie: step })).status).toBe(400)
})

test('without SMTP the invitation lies in a folder, and the page that sends it says so', async () => {
  expect(await (await get('/akun/kelola', { Cookie: admin })).text()).toContain('folder “mail”')
  const values = { nama: 'Budi', surel: INVITED, peran: 'district', kabkota: '33.24' }
  expect((await post('/akun/kelola', values, { Cookie: admin })).status).toBe(303)
  const folder = join(server.dataDir, 'mail')
  const letters = () => {
    try {
      return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    } catch {
      return []
    }
  }
  for (let tries = 0; letters().length === 0; tries++) {
    expect(tries, 'no letter came').toBeLessThan(100)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const link = /\/undangan\/([\w-]{43})/.exec(letters()[0]!.replaceAll('=\r\n', '').replaceAll('=\n', ''))
  expect(link, letters()[0]).not.toBeNull()
  secrets.add(link![1]!)
  expect((await get(link![0])).status).toBe(200)
  expect((await post(link![0], { 'sandi-baru': 'pendek', ulangi: 'pendek' })).status).toBe(400)
})

test('HTTPS is demanded for two years, and only where the request came over it', async () => {
  const header = async (headers: Record<string, string>) =>
    (await fetch(`${server.url}/masuk`, { headers })).headers.get('Strict-Transport-Security')
  expect(await header(HTTPS)).toBe('max-age=63072000; includeSubDomains')
  expect(await header({})).toBeNull()
})

test('a fault shows a number and nothing of the inside; the log has the same number with the fault', async () => {
  const sqlite = new SQLite(join(server.dataDir, 'sinergi.sqlite'))
  sqlite.exec('alter table account rename to account_away')
  try {
    const response = await get('/akun', { Cookie: admin })
    expect(response.status).toBe(500)
    const page = await response.text()
    const reference = response.headers.get('X-Request-Id')!
    expect(page).toContain(reference)
    expect(page).not.toMatch(/SqliteError|no such table|account_away|node_modules|\.ts[:"]|\bat \w+ \(/)
    const line = server
      .output()
      .split('\n')
      .find((one) => one.includes(reference) && one.includes('"msg":"fault"'))
    expect(line).toContain('no such table')
  } finally {
    sqlite.exec('alter table account_away rename to account')
    sqlite.close()
  }
  expect((await get('/akun', { Cookie: admin })).status).toBe(200)
})

test('after all this the log holds no password, key, cookie, link, code key or address of anybody', async () => {
  await post('/lupa-sandi', { surel: EMAIL })
  await post('/masuk', { intent: 'masuk', surel: EMAIL, sandi: 'salah sekali lagi' })
  const lines = server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
  expect(lines.length).toBeGreaterThan(20)
  const log = lines.join('\n')
  for (const secret of [...secrets, EMAIL, INVITED, 'salah sekali lagi']) expect(log, secret).not.toContain(secret)
  expect(secrets.size).toBeGreaterThan(6)
})

test('a second start prints no link any more; a start without the key refuses in a sentence', async () => {
  const again = launch({ ...REAL, PORT: '0', DATA_DIR: server.dataDir })
  const exited = once(again.child, 'exit')
  for (let tries = 0; !again.output().includes('siap di'); tries++) {
    expect(tries, again.output()).toBeLessThan(600)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(again.output()).not.toContain('/undangan/')
  again.child.kill('SIGTERM')
  await exited
  const dataDir = mkdtempSync(join(tmpdir(), 'sinergi-e2e-'))
  const keyless = launch({ ...REAL, AUTH_KEY: '', PORT: '0', DATA_DIR: dataDir })
  const [code] = (await once(keyless.child, 'exit')) as [number]
  expect(code).toBe(1)
  expect(keyless.output()).toContain('memerlukan AUTH_KEY')
  rmSync(dataDir, { recursive: true, force: true })
})
