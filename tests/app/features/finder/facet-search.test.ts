import { expect, test } from 'vitest'
import { filtersOf } from '#app/features/finder/facet-keys.server.ts'
import { facetOptions } from '#app/features/finder/facet-options.ts'
import { isOneOf, isProvinceCode, isRegencyCode, searchMachine } from '#app/features/finder/facet-search.ts'
import { relaxations } from '#app/features/finder/relaxations.ts'
import { withQuery } from '#app/lib/paths.ts'

const machine = searchMachine(
  {
    kebutuhan: isOneOf(['capital', 'halal']),
    wilayah: isProvinceCode,
    kabkota: isRegencyCode,
    klaster: isOneOf(['IR1']),
  },
  ['relevance', 'newest'],
)
const parse = (query: string) => machine.parse(new URLSearchParams(query))

test('a query string is read, and what it cannot mean is passed over', () => {
  const search = parse(
    'q=%20keripik%20%20pisang&kebutuhan=capital&kebutuhan=x&kebutuhan=capital&hal=-3&urut=nama&lain=1',
  )
  expect(search).toEqual({
    q: 'keripik pisang',
    filters: { kebutuhan: ['capital'], wilayah: [], kabkota: [], klaster: [] },
    sort: 'relevance',
    page: 1,
  })
})

test('reading what was written gives the same search', () => {
  const search = parse('q=batik&wilayah=33&klaster=IR1&urut=terbaru&hal=4')
  const again = new URL(withQuery('/x', machine.query(search)), 'http://y').searchParams
  expect(machine.parse(again)).toEqual(search)
})

const KEYS = { kebutuhan: 'need', wilayah: 'province', kabkota: 'regency', klaster: 'cluster' } as const

test('a kabupaten given as a region is one, and narrows its own province', () => {
  const search = parse('wilayah=33.24&wilayah=33')
  expect(search.filters).toMatchObject({ wilayah: ['33'], kabkota: ['33.24'] })
  expect(filtersOf(search, KEYS)).toEqual({ need: [], province: [], regency: ['33.24'], cluster: [] })
})

test('a province chosen beside a kabupaten of another stays whole', () => {
  const { province, regency } = filtersOf(parse('wilayah=33&wilayah=34&kabkota=33.24'), KEYS)
  expect(province).toEqual([])
  expect(regency).toEqual(['33.24', '34.01', '34.02', '34.03', '34.04', '34.71'])
  expect(filtersOf(parse('wilayah=33&wilayah=34'), KEYS)).toMatchObject({ province: ['33', '34'], regency: [] })
})

test('taking a filter away leads back to the first page', () => {
  const search = parse('kebutuhan=capital&kebutuhan=halal&hal=3')
  expect(machine.withoutValue(search, 'kebutuhan', 'halal')).toMatchObject({
    filters: { kebutuhan: ['capital'] },
    page: 1,
  })
  expect(machine.activeCount(machine.withoutFilters(search))).toBe(0)
})

test('kabupaten are offered only inside a province in question, and chosen values stay though nothing is found', () => {
  const found = [
    { value: '33.24', count: 3 },
    { value: '35.73', count: 9 },
  ]
  const label = (_: string, value: string) => value
  expect(facetOptions(parse(''), 'kabkota', found, label, 'id')).toEqual([])
  expect(facetOptions(parse('wilayah=33&kabkota=33.01'), 'kabkota', found, label, 'id')).toEqual([
    { value: '33.01', label: '33.01', count: 0, selected: true },
    { value: '33.24', label: '33.24', count: 3, selected: false },
  ])
})

test('only a relaxation that finds something is offered, the most fruitful first', async () => {
  const search = parse('q=batik&kebutuhan=halal&klaster=IR1')
  const counts = { kebutuhan: 2, klaster: 0, q: 7 }
  const found = await relaxations(machine, search, async (smaller) => {
    if (smaller.q === '') return counts.q
    return smaller.filters.kebutuhan.length === 0 ? counts.kebutuhan : counts.klaster
  })
  expect(found.map(({ drop, found: count }) => [drop, count])).toEqual([
    ['q', 7],
    ['kebutuhan', 2],
  ])
})
