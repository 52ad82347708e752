import { expect, test } from 'vitest'
import { placesNamed, regenciesIn, regionTerm } from '#search/text/places.ts'

test.each([
  ['jateng', ['33']],
  ['jawa tengah', ['33']],
  ['kab kendal', ['33.24']],
  ['kabupaten kendal', ['33.24']],
  ['semarang', ['33.22', '33.74']],
  ['kota semarang', ['33.74']],
  ['kab semarang', ['33.22']],
  ['solo', ['33.72']],
  ['ntb', ['52']],
  ['jogja', ['34', '34.71']],
  ['ungaran', ['33.22']],
  ['keripik', []],
  ['kendal jateng', []],
] as const)('%s names %j', (text, codes) => {
  expect([...placesNamed(text.split(' '))].sort()).toEqual([...codes].sort())
})

test('names that every object has are no places', () => {
  for (const word of ['constructor', 'toString', '__proto__']) expect(placesNamed([word])).toEqual([])
})

test('a province has its kabupaten and kota', () => {
  expect(regenciesIn('34')).toHaveLength(5)
  expect(regionTerm('33.24')).toBe('r3324')
})
