import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccountRole } from '#app/domain/access/accounts.ts'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'
import { demoCookie } from '#tests/support/sign-in.ts'

let server: RunningServer
const cookies = new Map<AccountRole | 'public', string>([['public', '']])

beforeAll(async () => {
  server = await startServer({ DEMO_ACTORS: '200' })
  for (const role of ['district', 'ministry', 'partner', 'admin'] as const)
    cookies.set(role, await demoCookie(server.url, role))
})

afterAll(async () => {
  await server?.stop()
})

const PAGES: readonly (readonly [AccountRole | 'public', string])[] = [
  ['public', '/'],
  ['public', '/masuk'],
  ['public', '/mitra'],
  ['public', '/penawaran/pnm.mekaar'],
  ['public', '/pelaku'],
  ['public', '/tidak-ada'],
  ['district', '/akun'],
  ['district', '/pelaku'],
  ['district', '/impor'],
  ['district', '/kecocokan/33.24'],
  ['district', '/usulan'],
  ['partner', '/pelaku/kartu'],
  ['partner', '/meja-mitra'],
  ['ministry', '/kecocokan/nasional'],
  ['ministry', '/rencana'],
  ['admin', '/jejak-audit'],
  ['admin', '/akun/kelola'],
]

test('no page holds a script without the nonce of its own answer, and nothing else inline', async () => {
  const nonces = new Set<string>()
  for (const [role, path] of PAGES) {
    const response = await fetch(server.url + path, { headers: { Cookie: cookies.get(role)! } })
    const policy = response.headers.get('Content-Security-Policy')!
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)![1]!
    nonces.add(nonce)
    expect(policy, path).not.toContain('unsafe')
    expect(policy, path).toContain("frame-ancestors 'none'")
    expect(policy, path).toContain("base-uri 'none'")
    expect(policy, path).toContain("form-action 'self'")
    const html = await response.text()
    const scripts = html.match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length, path).toBeGreaterThan(0)
    for (const script of scripts) expect(script, path).toContain(`nonce="${nonce}"`)
    expect(html.match(/<script\b[^>]*>[^<]+<\/script>/g), `inline script on ${path}`).toBeNull()
    expect(html, path).not.toMatch(/\sstyle=|\son[a-z]+=|javascript:|<style/i)
  }
  expect(nonces.size).toBe(PAGES.length)
})

test('answers forbid framing, guessing of types and telling other sites where the reader was', async () => {
  for (const path of ['/', '/tidak-ada', '/mitra.atom']) {
    const { headers } = await fetch(server.url + path)
    expect(headers.get('X-Frame-Options'), path).toBe('DENY')
    expect(headers.get('X-Content-Type-Options'), path).toBe('nosniff')
    expect(headers.get('Referrer-Policy'), path).toBe('same-origin')
    expect(headers.get('X-Powered-By'), path).toBeNull()
  }
})

const send = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { method: 'POST', redirect: 'manual', body, headers: { Origin: server.url, ...headers } })

test('a form from another site is refused before any page of ours sees it, with the cookie of whoever is signed in', async () => {
  const Cookie = cookies.get('district')!
  for (const from of [
    { Origin: 'https://elsewhere.example' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
  ] as readonly Record<string, string>[]) {
    const response = await send('/akun', new URLSearchParams({ intent: 'keluar-semua' }), { Cookie, ...from })
    expect(response.status, JSON.stringify(from)).toBe(403)
    expect(await response.text()).toContain('<h1')
  }
  expect((await fetch(`${server.url}/akun`, { headers: { Cookie } })).status).toBe(200)
})

test('a form that is too large is refused', async () => {
  const big = `surel=${'a'.repeat(1_100_000)}`
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' }
  expect((await send('/lupa-sandi', big, type)).status).toBe(413)
})

test('signing in leads nowhere outside, whatever the address asks for', async () => {
  for (const back of [
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/masuk/../..//elsewhere.example',
    '/keluar',
  ]) {
    const response = await send('/masuk', new URLSearchParams({ intent: 'contoh', peran: 'district', kembali: back }))
    expect(response.status).toBe(303)
    const target = new URL(response.headers.get('Location')!, server.url)
    expect(target.origin, back).toBe(server.url)
    expect(target.pathname, back).not.toMatch(/^\/(keluar|masuk)/)
  }
})

test('a file that is not what its name says is taken nowhere', async () => {
  const Cookie = cookies.get('district')!
  const upload = (path: string, field: string, bytes: Uint8Array<ArrayBuffer>, name: string) => {
    const form = new FormData()
    form.set(field, new Blob([bytes]), name)
    return send(path, form, { Cookie })
  }
  const program = new Uint8Array(4096)
  program.set(Buffer.from('MZ'))
  for (const [bytes, name] of [
    [program, 'daftar.xlsx'],
    [new Uint8Array(Buffer.from('%PDF-1.7')), 'daftar.csv'],
    [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'daftar.csv'],
  ] as const) {
    const response = await upload('/impor', 'berkas', bytes, name)
    expect(response.status, name).toBe(400)
    expect(await response.text()).toContain('aria-invalid="true"')
  }
})

test('a planted session is not the one she has afterwards, and a forged one opens nothing', async () => {
  const planted = `sesi=${'p'.repeat(40)}`
  const response = await send('/masuk', new URLSearchParams({ intent: 'contoh', peran: 'district' }), {
    Cookie: planted,
  })
  const given = response.headers.getSetCookie()[0]!
  expect(given).not.toContain(planted)
  expect(given).toMatch(/HttpOnly/)
  expect(given).toMatch(/SameSite=Lax/)
  expect((await fetch(`${server.url}/akun`, { headers: { Cookie: planted } })).status).toBe(401)
})
