import { expect, test } from 'vitest'
import { findModelDistricts, findPublishedFigures } from '#db/queries/reference.ts'
import { findRegencies, findRegions, getRegion, regionLabel } from '#db/queries/regions.ts'
import { loadReference } from '#db/reference/load.ts'
import { testDb } from '#tests/support/test-db.ts'

test('regions are read by level, province and code', async () => {
  const client = await testDb()
  await loadReference(client)
  expect(await findRegions(client.db)).toHaveLength(552)
  expect(await findRegencies(client.db)).toHaveLength(514)
  const central = await findRegencies(client.db, '33')
  expect(central).toHaveLength(35)
  expect(central.every((region) => region.parent_code === '33')).toBe(true)
  const [semarang, city] = [await getRegion(client.db, '33.22'), await getRegion(client.db, '33.74')]
  expect([semarang, city].map((region) => region && regionLabel(region))).toEqual(['Kab. Semarang', 'Kota Semarang'])
  expect(await getRegion(client.db, '99')).toBeUndefined()
  await client.close()
})

test('model districts and figures come with lists, sources and dates', async () => {
  const client = await testDb()
  await loadReference(client)
  const districts = await findModelDistricts(client.db)
  expect(districts.map((district) => district.n)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1))
  expect(districts[14]).toMatchObject({ region_code: '21.03', villages: ['Limau Manis', 'Ceruk', 'Tanjung'] })
  const figures = await findPublishedFigures(client.db)
  expect(figures[0]).toMatchObject({ id: 'actors-2016', source_date: '2016-10' })
  expect(figures[0]!.values.map((value) => value.value)).toEqual([2000, 3153])
  expect(figures.every((figure) => figure.source_name !== '' && figure.source_date !== '')).toBe(true)
  await client.close()
})
