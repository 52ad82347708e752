import { expect, test } from 'vitest'
import {
  monthsSince,
  readCount,
  readDecimal,
  readMonths,
  readYearlySales,
  salesBand,
} from '#app/intake/understand/read-number.ts'

const none = { period: null, scale: 1 } as const
const year = { period: 'year', scale: 1 } as const
const month = { period: 'month', scale: 1 } as const

test.each([
  ['1.250.000', 1_250_000],
  ['1,250,000', 1_250_000],
  ['1.250.000,50', 1_250_000.5],
  ['1.250.000,-', 1_250_000],
  ['1,5', 1.5],
  ['2.5', 2.5],
  ['12', 12],
  ['1.2.3', null],
  ['dua', null],
  ['', null],
])('the number %s', (text, value) => {
  expect(readDecimal(text)).toBe(value)
})

test.each([
  ['15', 15],
  ['15 orang', 15],
  ['± 15', 15],
  ['15 org', 15],
  ['sepuluh orang', 10],
  ['1.500', 1500],
  ['0', 0],
  ['15,5', null],
  ['banyak', null],
  ['-3', null],
])('the count %s', (text, value) => {
  expect(readCount(text)).toBe(value)
})

test.each([
  ['2 tahun', none, 24],
  ['2 thn', none, 24],
  ['2th', none, 24],
  ['1,5 tahun', none, 18],
  ['2 tahun 6 bulan', none, 30],
  ['2 thn 6 bln', none, 30],
  ['18 bulan', none, 18],
  ['setahun', none, 12],
  ['setengah tahun', none, 6],
  ['lebih dari 3 tahun', none, 36],
  ['± 5 tahun', none, 60],
  ['tiga tahun', none, 36],
  ['3', year, 36],
  ['3', month, 3],
  ['3', none, 'unit'],
  ['lama sekali', none, null],
  ['200 tahun', none, null],
])('months in business of %s', (text, unit, value) => {
  expect(readMonths(text, unit)).toBe(value)
})

test('a starting year counts from its last day', () => {
  expect(monthsSince('2020', '2026-11-24')).toBe(70)
  expect(monthsSince('sejak 2025', '2026-11-24')).toBe(10)
  expect(monthsSince('2026', '2026-11-24')).toBe(0)
  expect(monthsSince('2027', '2026-11-24')).toBeNull()
  expect(monthsSince('dulu', '2026-11-24')).toBeNull()
})

test.each([
  ['25 juta', year, 25_000_000],
  ['Rp 1.250.000,-', year, 1_250_000],
  ['Rp. 1.250.000', month, 15_000_000],
  ['10-20 juta', year, 20_000_000],
  ['10 jt s/d 20 jt', year, 20_000_000],
  ['< 300 jt', year, 300_000_000],
  ['2 jt/bln', none, 24_000_000],
  ['2jt per bulan', year, 24_000_000],
  ['1,5 M', year, 1_500_000_000],
  ['500 rb/bulan', none, 6_000_000],
  ['25', { period: 'year', scale: 1_000_000 } as const, 25_000_000],
  ['5000000', none, 'unit'],
  ['0', none, 0],
  ['100 ribu per hari', none, null],
  ['lumayan', year, null],
])('yearly sales of %s', (text, unit, value) => {
  expect(readYearlySales(text, unit)).toBe(value)
})

test('sales are kept as the upper bound of their band', () => {
  expect(salesBand(1)).toBe(25_000_000)
  expect(salesBand(25_000_000)).toBe(25_000_000)
  expect(salesBand(500_000_000)).toBe(500_000_000)
  expect(salesBand(500_000_001)).toBe(1_000_000_000)
  expect(salesBand(60_000_000_000)).toBe(60_000_000_000)
})
