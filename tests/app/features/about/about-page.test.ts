import { expect, test } from 'vitest'
import { loadAboutPage } from '#app/features/about/about-page.server.ts'
import { loadReference } from '#db/reference/load.ts'
import { testDb } from '#tests/support/test-db.ts'

test('all 21 model districts are there, five of them open', async () => {
  const client = await testDb()
  await loadReference(client)
  const { districts } = await loadAboutPage(client.db)
  expect(districts).toHaveLength(21)
  expect(districts.filter((district) => district.place === null)).toHaveLength(5)
  expect(districts.find((district) => district.region_code === '33.24')).toMatchObject({
    place: 'Kab. Kendal',
    province: 'Jawa Tengah',
    actors_2016: 381,
  })
})

test('every published figure has a source and a date', async () => {
  const client = await testDb()
  await loadReference(client)
  const { figures } = await loadAboutPage(client.db)
  expect(figures.length).toBeGreaterThan(10)
  for (const figure of figures) expect(figure.source_name && figure.source_date, figure.id).toBeTruthy()
})
