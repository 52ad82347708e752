import { expect, test } from 'vitest'
import { formatterFor } from '#app/i18n/format.ts'

const id = formatterFor('id')
const en = formatterFor('en')

test('numbers carry the separators of the language', () => {
  expect(id.number(1234.5, 1)).toBe('1.234,5')
  expect(en.number(1234.5, 1)).toBe('1,234.5')
  expect(id.number(2_000_000)).toBe('2.000.000')
  expect(id.number(0.6)).toBe('1')
})

test('a share is written as a percentage', () => {
  expect(id.percent(0.1254, 1)).toBe('12,5%')
  expect(en.percent(1)).toBe('100%')
})

test('a date is written as exactly as it is known', () => {
  expect(id.day('2026-11-24')).toBe('24 November 2026')
  expect(id.day('2024-08')).toBe('Agustus 2024')
  expect(en.day('2024-08')).toBe('August 2024')
  expect(id.day('2024')).toBe('2024')
})

test('what is no date is left as it is', () => {
  expect(id.day('semester II 2024')).toBe('semester II 2024')
})

test('an instant is told in Jakarta time, also across midnight', () => {
  expect(id.instant('2026-11-24T02:30:00Z')).toBe('24 November 2026 09.30 WIB')
  expect(id.instant('2026-11-24T18:05:00Z')).toBe('25 November 2026 01.05 WIB')
  expect(en.instant('2026-11-24T02:30:00Z')).toBe('24 November 2026 09:30 WIB')
})

test('amounts fall in bands, the lower edge included', () => {
  expect(id.rupiahBand(0)).toBe('di bawah Rp25 juta')
  expect(id.rupiahBand(49_999_999)).toBe('Rp25 juta sampai Rp50 juta')
  expect(id.rupiahBand(50_000_000)).toBe('Rp50 juta sampai Rp100 juta')
  expect(id.rupiahBand(1_500_000_000)).toBe('Rp1 miliar sampai Rp2 miliar')
  expect(en.rupiahBand(2_000_000_000)).toBe('above Rp2 billion')
})

test('a published amount keeps its size in words', () => {
  expect(id.rupiah(4_800_000_000)).toBe('Rp4,8 miliar')
  expect(en.rupiah(500_000)).toBe('Rp500,000')
})

test('lists end with the word for and', () => {
  expect(id.list(['NIB', 'P-IRT', 'halal'])).toBe('NIB, P-IRT, dan halal')
  expect(en.list(['NIB', 'halal'])).toBe('NIB and halal')
})
