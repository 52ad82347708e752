import { expect, test } from 'vitest'
import { localeCookie, localeOf } from '#app/i18n/locale.server.ts'

function request(path: string, headers: Record<string, string> = {}): Request {
  return new Request(`http://localhost${path}`, { headers })
}

test('without any wish the page is Indonesian', () => {
  expect(localeOf(request('/'))).toBe('id')
  expect(localeOf(request('/', { 'Accept-Language': 'fr,de;q=0.8' }))).toBe('id')
})

test('the browser decides by the weight of its languages', () => {
  expect(localeOf(request('/', { 'Accept-Language': 'en-GB,en;q=0.9,id;q=0.8' }))).toBe('en')
  expect(localeOf(request('/', { 'Accept-Language': 'en;q=0.4, id-ID;q=0.9' }))).toBe('id')
  expect(localeOf(request('/', { 'Accept-Language': 'en;q=0, id;q=0.1' }))).toBe('id')
})

test('a chosen language outlives the browser setting', () => {
  const chosen = localeCookie('id').split(';')[0]!
  expect(localeOf(request('/', { Cookie: `a=b; ${chosen}`, 'Accept-Language': 'en' }))).toBe('id')
})

test('the address outweighs the cookie, and an unknown language counts for nothing', () => {
  expect(localeOf(request('/?lang=en', { Cookie: 'bahasa=id' }))).toBe('en')
  expect(localeOf(request('/?lang=fr', { Cookie: 'bahasa=en' }))).toBe('en')
  expect(localeOf(request('/', { Cookie: 'bahasa=fr' }))).toBe('id')
})
