import { expect, test } from 'vitest'
import { mentionsOf } from '#app/domain/privacy/mentions.ts'

const her = mentionsOf({ name: 'Siti Nur Aminah', businessName: 'Keripik Bu Min', code: 'P-0000012' })

test.each([
  ['SITI  NUR AMINAH datang', true, true],
  ['titip salam untuk Siti Nur-Aminah.', true, true],
  ['kode p-0000012 sudah cocok', true, true],
  ['Bu Aminah minta waktu', true, false],
  ['siti belum membalas', true, false],
  ['pesanan keripik bu min habis', true, false],
  ['aminahwati dari desa lain', false, false],
  ['sinar nur di atap', false, false],
  ['P-00000123', false, false],
  ['', false, false],
  [null, false, false],
])('%j: near her %s, anywhere %s', (text, near, anywhere) => {
  expect([her.near(text), her.anywhere(text)]).toEqual([near, anywhere])
})

test('a single name means her near her alone, and who has no name on record is known by her code', () => {
  const single = mentionsOf({ name: 'Aminah', businessName: null, code: 'P-1' })
  expect([single.near('Aminah'), single.anywhere('Aminah')]).toEqual([true, false])
  const nameless = mentionsOf({ name: null, businessName: null, code: 'P-1' })
  expect([nameless.near('apa saja'), nameless.anywhere('lihat P-1')]).toEqual([false, true])
})

test('in a row of a list her name may be spread over cells or stand alone in one, and a longer name is another woman', () => {
  expect(her.inCells(['Ibu Siti Nur Aminah', 'Kendal'])).toBe(true)
  expect(her.inCells(['Siti Nur', 'Aminah'])).toBe(true)
  expect(her.inCells(['Siti Nur Aminahwati', 'Aminah'])).toBe(false)
  const single = mentionsOf({ name: 'Aminah', businessName: null, code: 'P-1' })
  expect([single.inCells([' AMINAH ']), single.inCells(['Aminah Sari']), single.inCells([null])]).toEqual([
    true,
    false,
    false,
  ])
})
