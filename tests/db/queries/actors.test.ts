import { expect, test } from 'vitest'
import { EVERYTHING } from '#app/domain/access/viewer.ts'
import {
  countActors,
  countActorsByPlace,
  findActorsOfRegency,
  getActor,
  insertActors,
  type NewActorEntry,
  toProfile,
} from '#db/queries/actors.ts'
import { getWatermark } from '#db/queries/change-log.ts'
import { loadReference } from '#db/reference/load.ts'
import { testDb } from '#tests/support/test-db.ts'

const AT = '2026-11-24T01:00:00Z'

async function referenceDb() {
  const client = await testDb()
  await loadReference(client)
  return client
}

function entry(id: string, actor: Partial<NewActorEntry['actor']> = {}): NewActorEntry {
  return {
    actor: {
      id,
      is_demo: 0,
      regency_code: '33.24',
      village: null,
      cluster: null,
      sectors: null,
      needs: null,
      products: null,
      facts: '{}',
      facts_as_of: null,
      import_batch_id: null,
      created_at: AT,
      updated_at: AT,
      ...actor,
    },
    identity: { actor_id: id, name: `Contoh ${id}`, business_name: null, natural_key: `kunci ${id}` },
  }
}

test('what is not known stays null, and an empty list stays an empty list', async () => {
  const client = await referenceDb()
  insertActors(
    client,
    [entry('a'), entry('b', { needs: '[]', sectors: '["food_fish"]', facts: '{"group_size":0}' })],
    AT,
  )
  const [a, b] = (await findActorsOfRegency(client.db, '33.24')).map(toProfile)
  expect(a).toEqual({
    id: 'a',
    regency: '33.24',
    village: null,
    sectors: null,
    cluster: null,
    needs: null,
    facts: {},
    factsAsOf: null,
  })
  expect(b).toMatchObject({ needs: [], sectors: ['food_fish'], facts: { group_size: 0 } })
  await client.close()
})

test('an actor whose id exists is passed over with her identity and log row', async () => {
  const client = await referenceDb()
  expect(insertActors(client, [entry('a')], AT)).toBe(1)
  const watermark = await getWatermark(client.db)
  expect(insertActors(client, [entry('a', { village: 'Desa lain' })], AT)).toBe(0)
  expect((await getActor(client.db, 'a'))?.village).toBeNull()
  expect(await getWatermark(client.db)).toBe(watermark)
  await client.close()
})

test('when one row of a batch is refused, nothing of the batch is stored', async () => {
  const client = await referenceDb()
  const before = await getWatermark(client.db)
  const twice = entry('b')
  const batch = [entry('a'), { ...twice, identity: { ...twice.identity, natural_key: 'kunci a' } }]
  expect(() => insertActors(client, batch, AT)).toThrow(/UNIQUE/)
  expect(() => insertActors(client, [entry('c'), entry('d', { regency_code: '99.99' })], AT)).toThrow(/FOREIGN KEY/)
  expect(await countActors(client.db, EVERYTHING)).toBe(0)
  expect(await getWatermark(client.db)).toBe(before)
  await client.close()
})

test('actors of a regency come by id, in pages, and are counted by cluster', async () => {
  const client = await referenceDb()
  const batch = ['c', 'a', 'b'].map((id) => entry(id, { cluster: id === 'a' ? 'IR2' : 'IR1' }))
  insertActors(client, [...batch, entry('d', { regency_code: '33.74' }), entry('e', { regency_code: null })], AT)
  const ids = async (page: Parameters<typeof findActorsOfRegency>[2]) =>
    (await findActorsOfRegency(client.db, '33.24', page)).map((row) => row.id)
  expect(await ids({})).toEqual(['a', 'b', 'c'])
  expect(await ids({ after: 'a', limit: 1 })).toEqual(['b'])
  expect(await ids({ cluster: 'IR1' })).toEqual(['b', 'c'])
  expect(await countActorsByPlace(client.db, EVERYTHING)).toEqual([
    { regency: '33.24', cluster: 'IR1', actors: 2 },
    { regency: '33.24', cluster: 'IR2', actors: 1 },
    { regency: '33.74', cluster: null, actors: 1 },
  ])
  await client.close()
})
