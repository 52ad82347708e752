import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  activeFilterCount,
  PARTNER_FACETS,
  parsePartnerSearch,
  partnerSearchQuery,
  withFilter,
  withoutFilters,
  withoutValue,
} from '#app/features/partners/partner-search.ts'
import { paths } from '#app/lib/paths.ts'

const parse = (query: string) => parsePartnerSearch(new URLSearchParams(query))
const roundTrip = (query: string) => parse(paths.partners(partnerSearchQuery(parse(query))).split('?')[1] ?? '')

test('a full address is read', () => {
  expect(
    parse('q=modal&kebutuhan=capital&kebutuhan=training&wilayah=33&kabkota=33.24&klaster=IR1&urut=nama&hal=3'),
  ).toEqual({
    q: 'modal',
    filters: {
      kebutuhan: ['capital', 'training'],
      sektor: [],
      wilayah: ['33'],
      kabkota: ['33.24'],
      klaster: ['IR1'],
      ikatan: [],
      jenis: [],
      status: [],
    },
    sort: 'name',
    page: 3,
  })
})

test('links of other pages may give a kabupaten as wilayah', () => {
  expect(parse('wilayah=33.24').filters).toMatchObject({ wilayah: [], kabkota: ['33.24'] })
})

test('what is unknown, repeated or out of range is passed over', () => {
  const search = parse('kebutuhan=capital&kebutuhan=capital&kebutuhan=xx&sektor=*&wilayah=abc&hal=-1&urut=acak&lain=1')
  expect(search.filters).toMatchObject({ kebutuhan: ['capital'], sektor: [], wilayah: [] })
  expect(search).toMatchObject({ page: 1, sort: 'relevance' })
  for (const page of ['0', 'x', '1e99', '']) expect(parse(`hal=${page}`).page).toBe(1)
})

test('control characters go, spaces are folded, and a text of 10 kB is cut', () => {
  expect(parse(`q=${encodeURIComponent('\u0000 modal \u001b\n usaha ')}`).q).toBe('modal usaha')
  expect(parse(`q=${'x'.repeat(10_000)}`).q).toHaveLength(200)
})

test('any address read and written is read the same again', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.constantFrom('q', 'urut', 'hal', ...PARTNER_FACETS),
          fc.oneof(fc.string(), fc.constantFrom('capital', '33', '33.24', 'nama', '2')),
        ),
      ),
      (pairs) => {
        const query = new URLSearchParams(pairs).toString()
        expect(roundTrip(query)).toEqual(parse(query))
      },
    ),
  )
})

test('filters are added and taken away from the first page on', () => {
  const search = parse('q=modal&kebutuhan=capital&klaster=IR1&hal=4')
  expect(activeFilterCount(search)).toBe(2)
  expect(withoutValue(search, 'kebutuhan', 'capital')).toMatchObject({
    page: 1,
    filters: { kebutuhan: [], klaster: ['IR1'] },
  })
  expect(withFilter(search, 'status', ['unverified']).filters.status).toEqual(['unverified'])
  expect(withoutFilters(search)).toMatchObject({ q: 'modal', page: 1 })
  expect(activeFilterCount(withoutFilters(search))).toBe(0)
})
