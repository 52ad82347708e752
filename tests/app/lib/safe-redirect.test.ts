import { expect, test } from 'vitest'
import { safeRedirect } from '#app/lib/safe-redirect.ts'

test('a path of the site is kept with its query and fragment', () => {
  expect(safeRedirect('/mitra?q=modal#hasil')).toBe('/mitra?q=modal#hasil')
})

test.each([
  'https://elsewhere.example/',
  '//elsewhere.example/mitra',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  'javascript:alert(1)',
  'mitra',
  '',
  null,
  `/${'a'.repeat(3000)}`,
])('%j leads to the fallback', (to) => {
  expect(safeRedirect(to, '/tentang')).toBe('/tentang')
})

test('climbing out of the root stays inside the site', () => {
  expect(safeRedirect('/../../mitra')).toBe('/mitra')
})
