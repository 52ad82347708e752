import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { pino } from 'pino'
import { afterEach, expect, test } from 'vitest'
import { limitSize, limitWrites, refuseForeign } from '#app/http/limits.server.ts'
import { logRequests } from '#app/http/log.server.ts'
import { identify, securityHeaders } from '#app/http/security.server.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

async function serve(app: express.Express): Promise<string> {
  const server = createServer(app).listen(0, '127.0.0.1')
  open.push(server)
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** An app that answers with the address Remix would be asked for. */
function echoing(...before: express.RequestHandler[]): express.Express {
  const app = express()
  app.use(...before)
  app.all('*', (request, response) => {
    response.send(`${request.method} ${request.originalUrl}`)
  })
  return app
}

test('a write from a page of another site is refused, a link from there is not', async () => {
  const base = await serve(echoing(refuseForeign))
  const foreign = { Origin: 'https://elsewhere.example' }
  expect(await (await fetch(`${base}/x`, { method: 'POST', headers: foreign })).text()).toBe('GET /galat/403')
  expect(await (await fetch(`${base}/x`, { headers: foreign })).text()).toBe('GET /x')
  expect(await (await fetch(`${base}/x`, { method: 'POST', headers: { Origin: base } })).text()).toBe('POST /x')
})

test('a body over the upload limit is answered with the page of that refusal, unread', async () => {
  const base = await serve(echoing(limitSize))
  const body = new Uint8Array(50_200_000)
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
  expect(await (await fetch(`${base}/impor`, { method: 'POST', body, headers })).text()).toBe('GET /galat/413')
  expect(await (await fetch(`${base}/impor`, { method: 'POST', body: 'a=b' })).text()).toBe('POST /impor')
})

test('a form over its own limit is read to its end and refused, so that the next request on the connection is answered', async () => {
  const base = await serve(echoing(limitSize))
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const body = `surel=${'a'.repeat(1_100_000)}`
  for (const _ of [1, 2, 3]) {
    expect(await (await fetch(`${base}/akun`, { method: 'POST', body, headers })).text()).toBe('GET /galat/413')
    expect(await (await fetch(`${base}/akun`, { method: 'POST', body: 'a=b', headers })).text()).toBe('POST /akun')
  }
  const form = new FormData()
  form.set('berkas', new Blob([new Uint8Array(2_000_000)]), 'daftar.csv')
  expect(await (await fetch(`${base}/impor`, { method: 'POST', body: form })).text()).toBe('POST /impor')
})

test('writes beyond the burst are refused until time has passed; reading goes on', async () => {
  let now = 0
  const base = await serve(echoing(limitWrites(() => now)))
  const post = async () => (await fetch(`${base}/x`, { method: 'POST' })).text()
  for (let sent = 0; sent < 60; sent += 1) expect(await post()).toBe('POST /x')
  expect(await post()).toBe('GET /galat/429')
  expect(await (await fetch(`${base}/x`)).text()).toBe('GET /x')
  now += 250
  expect(await post()).toBe('POST /x')
  expect(await post()).toBe('GET /galat/429')
})

test('each answer has its own nonce, and production allows nothing inline', async () => {
  const base = await serve(echoing(identify, securityHeaders(false)))
  const policy = async () => (await fetch(base)).headers.get('Content-Security-Policy')!
  const [first, second] = [await policy(), await policy()]
  const nonce = (text: string) => /script-src 'self' 'nonce-([^']+)'/.exec(text)?.[1]
  expect(nonce(first)).toMatch(/^[\w+/]{22}==$/)
  expect(nonce(first)).not.toBe(nonce(second))
  expect(first).toContain("style-src 'self';")
  expect(first).not.toContain('unsafe')
  expect(first).toContain("frame-ancestors 'none'")
})

test('the log names the request by its id and says neither query nor body', async () => {
  const lines: string[] = []
  const log = pino({ base: null }, { write: (line: string) => lines.push(line) })
  const base = await serve(echoing(identify, logRequests(log)))
  const response = await fetch(`${base}/pelaku?q=Siti`, { method: 'POST', body: 'nama=Siti' })
  await response.text()
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0]!)).toMatchObject({
    id: response.headers.get('X-Request-Id'),
    method: 'POST',
    path: '/pelaku',
    status: 200,
  })
  expect(lines[0]).not.toContain('Siti')
})
