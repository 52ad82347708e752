import { expect, test } from 'vitest'
import { dateNumber, freshness } from '#search/documents/day-number.ts'
import { nameNumbers, tieBreak } from '#search/documents/sort-keys.ts'
import { fieldText } from '#search/documents/value-words.ts'
import { INDEXES } from '#search/indexes.ts'
import { offerDocuments } from '#tests/support/search-documents.ts'

const documents = offerDocuments()
const byId = (id: string) => documents.find((document) => document.id === id)!

test('a national offer is found in every region, one for all sectors in every sector', () => {
  const { facets } = byId('pnm.mekaar')
  expect(facets.province).toHaveLength(38)
  expect(facets.regency).toHaveLength(514)
  expect(facets.sector).toHaveLength(19)
  expect(facets.sector).not.toContain('*')
  const codes = INDEXES.offers.fields.find((field) => field.key === 'codes')!
  expect(fieldText(codes, byId('pnm.mekaar')).split('; ')).toContain('r3324')
})

test('an offer for some places is found there alone, and its province knows it', () => {
  const { facets, text } = byId('kkp.ir-perempuan-nelayan')
  expect(facets.regency).toContain('33.24')
  expect(facets.province).toContain('33')
  expect(facets.regency).not.toContain('33.22')
  expect(text.place).toContain('Kabupaten Kendal')
})

test('of an area whose list is not known, only what is known is claimed', () => {
  expect(byId('goto.gofood').facets).toMatchObject({ province: [], regency: [], coverage: ['regency', 'unknown'] })
  expect(byId('grab.kota-masa-depan').facets).toMatchObject({ regency: ['61.71'], coverage: ['regency', 'unknown'] })
})

test('dates of sources order by time, however exact they are', () => {
  const texts = [null, '2017', '2017-08', '2017/2023', '2023-07', '2023-07-15', '2025-11']
  const numbers = texts.map(dateNumber)
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  expect(freshness('2017/2023')).toBe('2023')
  expect(freshness(null)).toBe('unknown')
})

test('names as numbers order as the names do', () => {
  const names = [
    'Amartha',
    'Bank BRI',
    'bank mandiri',
    'Bank  Mandiri (Persero)',
    'BPOM',
    'Dinas Koperasi',
    'Dinas Koperasi dan UKM Kabupaten Kendal',
    'XL',
  ]
  const keys = names.map(nameNumbers)
  const sorted = [...keys].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3])
  expect(sorted).toEqual(keys)
  expect(keys.flat().every(Number.isSafeInteger)).toBe(true)
})

test('the tie break is a whole number that differs between ids', () => {
  const ties = Array.from({ length: 2000 }, (_, at) => tieBreak(`demo-${at}`))
  expect(new Set(ties).size).toBe(2000)
  expect(ties.every(Number.isSafeInteger)).toBe(true)
})
