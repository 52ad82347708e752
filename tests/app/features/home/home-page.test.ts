import { expect, test } from 'vitest'
import { loadHomePage } from '#app/features/home/home-page.server.ts'
import { loadReference } from '#db/reference/load.ts'
import { seedDemoActors } from '#db/seed/demo.ts'
import { testDb } from '#tests/support/test-db.ts'
import { ministryViewer } from '#tests/support/viewers.ts'

test('an empty database gives zeros, not an error', async () => {
  const client = await testDb()
  expect(await loadHomePage({ client, viewer: ministryViewer })).toEqual({
    partners: 0,
    offers: { current: 0, unverified: 0, historical: 0 },
    actors: 0,
    demoActors: 0,
    regencies: { withActors: 0, all: 0 },
    rounded: false,
    entrances: { imports: true, boards: true, national: true },
    moves: [],
  })
})

test('the front page counts what the database holds', async () => {
  const client = await testDb()
  await loadReference(client)
  await seedDemoActors(client, { actors: 60 })
  client.sqlite.prepare('update actor set is_demo = 0 where id = (select min(id) from actor)').run()
  const page = await loadHomePage({ client, viewer: ministryViewer })
  const one = (sql: string) => (client.sqlite.prepare(sql).get() as { n: number }).n
  expect(page.partners).toBe(one('select count(*) as n from partner'))
  expect(page.partners).toBeGreaterThan(0)
  expect(page.offers.current + page.offers.unverified + page.offers.historical).toBe(
    one('select count(*) as n from offer'),
  )
  expect(page.actors).toBe(60)
  expect(page.demoActors).toBe(59)
  expect(page.regencies).toEqual({
    withActors: one('select count(distinct regency_code) as n from actor'),
    all: 514,
  })
})

test('the published figures on moving up come with source and date and without a denominator', async () => {
  const client = await testDb()
  await loadReference(client)
  const { moves } = await loadHomePage({ client, viewer: ministryViewer })
  expect(moves.map((figure) => [figure.values[0]?.value, figure.source_name, figure.source_date])).toEqual([
    [547, 'Kemen PPPA', '2019-11-15'],
    [546, 'Kemen PPPA', '2019-11-15'],
  ])
  expect(moves.every((figure) => figure.denominator === null)).toBe(true)
})
