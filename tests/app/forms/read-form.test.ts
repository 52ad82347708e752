import { expect, test } from 'vitest'
import { readForm } from '#app/forms/read-form.server.ts'

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request('http://localhost:3000/bahasa', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
}

async function statusOf(refused: Promise<unknown>): Promise<number> {
  const thrown = await refused.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(thrown instanceof Response)) throw new Error(`not refused: ${String(thrown)}`)
  return thrown.status
}

test('a form of our own page is read', async () => {
  const form = await readForm(post(new URLSearchParams({ lang: 'en' }), { 'Sec-Fetch-Site': 'same-origin' }))
  expect(form.get('lang')).toBe('en')
})

test('a file comes through whole', async () => {
  const body = new FormData()
  body.set('berkas', new File(['a,b\n1,2'], 'pelaku.csv', { type: 'text/csv' }))
  const file = (await readForm(post(body))).get('berkas') as File
  expect(file.name).toBe('pelaku.csv')
  expect(await file.text()).toBe('a,b\n1,2')
})

test('only POST is a form', async () => {
  expect(await statusOf(readForm(new Request('http://localhost/bahasa')))).toBe(405)
})

test('a form of another site is refused, whichever of the two headers tells', async () => {
  const body = new URLSearchParams({ lang: 'en' })
  expect(await statusOf(readForm(post(body, { 'Sec-Fetch-Site': 'cross-site' })))).toBe(403)
  expect(await statusOf(readForm(post(body, { 'Sec-Fetch-Site': 'same-site' })))).toBe(403)
  expect(await statusOf(readForm(post(body, { Origin: 'https://elsewhere.example' })))).toBe(403)
  expect(await statusOf(readForm(post(body, { Origin: 'null' })))).toBe(403)
})

test('older browsers that send the origin alone are let in from our own host, port included', async () => {
  const body = () => new URLSearchParams({ lang: 'en' })
  expect((await readForm(post(body(), { Origin: 'http://localhost:3000' }))).get('lang')).toBe('en')
  expect(await statusOf(readForm(post(body(), { Origin: 'http://localhost:4000' })))).toBe(403)
})

test('a form longer than allowed is refused, announced or not', async () => {
  const long = `a=${'x'.repeat(200)}`
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' }
  expect(await statusOf(readForm(post(long, { ...type, 'Content-Length': '202' }), { maxBytes: 100 }))).toBe(413)
  const stream = new Blob([long]).stream()
  expect(await statusOf(readForm(post(stream, type), { maxBytes: 100 }))).toBe(413)
  expect((await readForm(post(long, type), { maxBytes: 202 })).get('a')).toHaveLength(200)
})

test('a body that is no form is refused', async () => {
  expect(await statusOf(readForm(post('{"a":1}', { 'Content-Type': 'application/json' })))).toBe(400)
})
