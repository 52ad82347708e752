import { expect, test } from 'vitest'
import { action } from '#app/routes/language.ts'

function choose(values: Record<string, string>): Promise<Response> {
  const request = new Request('http://localhost/bahasa', { method: 'POST', body: new URLSearchParams(values) })
  return action({ request, params: {}, context: {} as never })
}

test('the chosen language is kept and the reader goes back to the page, without ?lang=', async () => {
  const response = await choose({ lang: 'en', back: '/mitra?q=modal&lang=id' })
  expect(response.status).toBe(303)
  expect(response.headers.get('Location')).toBe('/mitra?q=modal')
  expect(response.headers.get('Set-Cookie')).toMatch(/^bahasa=en; Path=\/; .*HttpOnly; SameSite=Lax$/)
})

test('the way back never leaves the site', async () => {
  expect((await choose({ lang: 'id', back: '//elsewhere.example' })).headers.get('Location')).toBe('/')
})

test('an unknown language is refused', async () => {
  await expect(choose({ lang: 'fr', back: '/' })).rejects.toMatchObject({ status: 400 })
})
