import { expect, test } from 'vitest'
import { hoistTitle } from '#app/lib/hoist-title.ts'

test('the title a page draws ends up in the head, as it was escaped', () => {
  const html = '<html><head></head><body><title data-page="true">Tahu &amp; $1 tempe</title><h1>x</h1></body></html>'
  expect(hoistTitle(html, 'Sinergi IR')).toBe(
    '<html><head><title>Tahu &amp; $1 tempe</title></head><body><h1>x</h1></body></html>',
  )
})

test('a page without a title gets the name of the product; titles of drawings are left alone', () => {
  const html = '<html><head></head><body><svg><title>Peta</title></svg></body></html>'
  expect(hoistTitle(html, 'Sinergi IR')).toBe(
    '<html><head><title>Sinergi IR</title></head><body><svg><title>Peta</title></svg></body></html>',
  )
})
