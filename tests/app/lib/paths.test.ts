import { expect, test } from 'vitest'
import { paths, withQuery } from '#app/lib/paths.ts'

test('empty values are left out of the query, lists are repeated', () => {
  expect(withQuery('/mitra', { q: 'modal & alat', need: ['capital', 'tools'], page: undefined, sort: '' })).toBe(
    '/mitra?q=modal+%26+alat&need=capital&need=tools',
  )
  expect(paths.partners()).toBe('/mitra')
})

test('an id cannot leave its place in the path', () => {
  expect(paths.actor('../impor?x')).toBe('/pelaku/..%2Fimpor%3Fx')
})
