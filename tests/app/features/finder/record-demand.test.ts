import { expect, test } from 'vitest'
import { demandOf } from '#app/features/finder/demand-of.server.ts'
import { recordDemand } from '#app/features/finder/record-demand.server.ts'
import { sumSearchDemand } from '#db/queries/search-demand.ts'
import { MARKERS, PEOPLE } from '#tests/privacy/markers.ts'
import { testDb } from '#tests/support/test-db.ts'

const DAY = '2026-11-24'
const WEEK = { index: 'offers', from: '2026-11-18', to: DAY } as const

test('a search that found nothing is counted once a day and demand, whatever the order of words and values', async () => {
  const { db } = await testDb()
  const place = { need: ['equipment'], regency: ['33.24'] }
  const [index, minute] = ['offers', 60_000] as const
  await recordDemand(db, { index, text: 'Mesin Jahit!', filters: place }, DAY, 0)
  await recordDemand(db, { index, text: 'jahit  mesin', filters: { ...place, status: ['current'] } }, DAY, minute)
  await recordDemand(db, { index, text: 'jahit mesin', filters: place }, '2026-11-20', 2 * minute)
  await recordDemand(db, { index: 'actors', text: 'jahit mesin', filters: {} }, DAY)
  const rows = await db.selectFrom('search_demand').selectAll().orderBy('day').orderBy('index_name').execute()
  expect(
    rows.map(({ day, index_name, words, filters, searches }) => [day, index_name, words, filters, searches]),
  ).toEqual([
    ['2026-11-20', 'offers', 'jahit mesin', '{"need":["equipment"],"regency":["33.24"]}', 1],
    [DAY, 'actors', 'jahit mesin', '{}', 1],
    [DAY, 'offers', 'jahit mesin', '{"need":["equipment"],"regency":["33.24"]}', 2],
  ])
  expect(await sumSearchDemand(db, WEEK)).toMatchObject([
    { region: '33.24', need: 'equipment', searches: 3, firstDay: '2026-11-20', lastDay: DAY },
  ])
  expect(await sumSearchDemand(db, { ...WEEK, from: '2026-11-25', to: '2026-11-26' })).toEqual([])
})

test('whoever types on or loads the page again is counted once', async () => {
  const { db } = await testDb()
  const type = (text: string, clock: number) => recordDemand(db, { index: 'offers', text, filters: {} }, DAY, clock)
  for (const [at, text] of ['keripik x', 'keripik xy', 'keripik xyz', 'keripik xyz'].entries())
    await type(text, at * 400)
  await type('jahit', 1600)
  const counts = async () =>
    (await db.selectFrom('search_demand').select(['words', 'searches']).orderBy('words').execute()).map(
      ({ words, searches }) => [words, searches],
    )
  expect(await counts()).toEqual([
    ['jahit', 1],
    ['keripik', 1],
  ])
  await type('keripik xyz', 60_000)
  expect(await counts()).toContainEqual(['keripik', 2])
})

test('region, sector and need come from the words where no filter says them', () => {
  expect(demandOf('batik kabupaten kendal', {})).toMatchObject({ region: '33.24', sector: 'textile_batik' })
  expect(demandOf('kendal', { regency: ['33.74'] })).toMatchObject({ region: '33.74' })
  expect(demandOf('', { province: ['33', '34'], need: ['export'] })).toMatchObject({ region: null, need: 'export' })
})

test('nothing that names or reaches a person is kept, however it is typed', async () => {
  const { db } = await testDb()
  const typed = PEOPLE.flatMap(({ name, business, village, address, phone, nik, email }) => [
    name,
    name.toUpperCase(),
    business,
    village,
    address,
    phone,
    nik,
    nik.split('').join(' '),
    email,
    `keripik ${name}`,
    `batik ${name.split(' ')[0]} kendal`,
    `ibu melati kendal`,
    `jahit ${phone}`,
    `${village} ${address}`,
  ])
  for (const text of typed) {
    for (const index of ['offers', 'actors'] as const)
      await recordDemand(db, { index, text, filters: { need: ['capital'] } }, DAY)
  }
  const rows = await db.selectFrom('search_demand').selectAll().execute()
  const kept = JSON.stringify(rows).toLowerCase()
  expect(MARKERS.filter((marker) => kept.includes(marker))).toEqual([])
  expect(new Set(rows.map((row) => row.words))).toEqual(new Set(['batik kendal']))
})

test.each([
  'kripik 081234567890',
  'kripik nomor 12',
  'surat@contoh.example kripik',
  'sri wahyuni pekalongan',
  'xqzzv',
  'bu sari keripik',
  '   \u0000 ?! ',
])('of "%s" no word is kept', (text) => {
  expect(demandOf(text, { need: ['capital'] })).toBeNull()
})

test('codes that are no region and facets of the list alone count for nothing', () => {
  expect(demandOf('', { province: ['99'], status: ['current'], tie: ['training'] })).toBeNull()
})

test('a day keeps two thousand different demands, and goes on counting those', async () => {
  const { db } = await testDb()
  const row = {
    day: DAY,
    index_name: 'offers',
    filters: '{}',
    region: null,
    sector: null,
    need: null,
    searches: 1,
  } as const
  for (let part = 0; part < 10; part++) {
    const rows = Array.from({ length: 200 }, (_, at) => ({ ...row, words: `kata ${part * 200 + at}` }))
    await db.insertInto('search_demand').values(rows).execute()
  }
  await recordDemand(db, { index: 'offers', text: 'keripik', filters: {} }, DAY)
  const { kept } = await db
    .selectFrom('search_demand')
    .select((eb) => eb.fn.countAll().as('kept'))
    .executeTakeFirstOrThrow()
  expect(Number(kept)).toBe(2000)
})
