import { expect, test } from 'vitest'
import { getWatermark, logChanges } from '#db/queries/change-log.ts'
import { putSetting } from '#db/queries/settings.ts'
import { loadReference } from '#db/reference/load.ts'
import { seedDemoActors } from '#db/seed/demo.ts'
import { createEmbeddedEngine, type EmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import type { SearchEngine, SearchQuery } from '#search/engine.ts'
import { rebuildIndex } from '#search/rebuild.ts'
import { catchUp, syncAll } from '#search/sync.ts'
import { testDb } from '#tests/support/test-db.ts'

const AT = '2026-11-24T00:00:00.000Z'
const asked = (text: string): SearchQuery => ({
  text,
  filters: {},
  facets: [],
  sort: 'relevance',
  page: 1,
  pageSize: 20,
  scope: { kind: 'all' },
})

async function filled() {
  const client = await testDb()
  await loadReference(client)
  await seedDemoActors(client, { actors: 120 })
  const engine = createEmbeddedEngine(':memory:')
  await syncAll(client.db, engine)
  return { client, db: client.db, engine }
}

test('the first sync fills both indexes from the database', async () => {
  const { engine, db } = await filled()
  const { indexes } = await engine.status()
  expect([indexes.offers.documents, indexes.actors.documents]).toEqual([63, 120])
  expect((await syncAll(db, engine)).applied).toBe(0)
})

test('a change, an addition and a removal are found after the next sync, and only they are applied', async () => {
  const { db, engine } = await filled()
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('actor').set({ products: 'kerajinan zirkonia' }).where('id', '=', 'demo-0000005').execute()
    await trx.deleteFrom('actor_identity').where('actor_id', '=', 'demo-0000006').execute()
    await trx.deleteFrom('actor').where('id', '=', 'demo-0000006').execute()
    await logChanges(trx, 'actors', ['demo-0000005'], AT)
    await logChanges(trx, 'actors', ['demo-0000006'], AT, 'remove')
  })
  expect((await syncAll(db, engine)).applied).toBe(2)
  expect((await engine.search('actors', asked('zirkonia'))).hits.map((hit) => hit.id)).toEqual(['demo-0000005'])
  expect((await engine.status()).indexes.actors.documents).toBe(119)
})

test('an offer is found by the new name of its partner', async () => {
  const { db, engine } = await filled()
  await db.updateTable('partner').set({ name: 'Lembaga Kuarsa' }).where('id', '=', 'pnm').execute()
  await logChanges(db, 'offers', ['pnm.mekaar', 'pnm.pku'], AT)
  await syncAll(db, engine)
  const { hits } = await engine.search('offers', asked('kuarsa'))
  expect(hits.map((hit) => hit.id).sort()).toEqual(['pnm.mekaar', 'pnm.pku'])
})

test('more changes than one batch holds are applied in order, with the cursor at the last', async () => {
  const { client, db, engine } = await filled()
  await seedDemoActors(client, { actors: 1400 })
  expect(await syncAll(db, engine)).toMatchObject({ applied: 1280 })
  const { documents, cursor } = (await engine.status()).indexes.actors
  const row = await db
    .selectFrom('change_log')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow()
  expect({ documents, cursor }).toEqual({ documents: 1400, cursor: Number(row.seq) })
})

test('an index that belongs to another database is filled anew', async () => {
  const { engine } = await filled()
  const other = await testDb()
  await loadReference(other)
  await seedDemoActors(other, { actors: 10 })
  await syncAll(other.db, engine)
  expect((await engine.status()).indexes.actors.documents).toBe(10)
})

test('an index of another database is emptied and filled anew, also where its position would fit', async () => {
  const { engine } = await filled()
  const other = await testDb()
  await putSetting(other.db, 'database-id', 'another one')
  await loadReference(other)
  await seedDemoActors(other, { actors: 130 })
  await logChanges(other.db, 'actors', ['demo-0000001'], AT)
  await other.db.updateTable('actor').set({ products: 'kerajinan zirkonia' }).where('id', '=', 'demo-0000002').execute()
  await syncAll(other.db, engine)
  expect((await engine.search('actors', asked('zirkonia'))).hits.map((hit) => hit.id)).toEqual(['demo-0000002'])
  expect((await engine.status()).indexes.actors.documents).toBe(130)
})

test('a rebuild gives the same index as following the log did', async () => {
  const { db, engine } = await filled()
  const before = await engine.search('actors', { ...asked('keripik'), facets: ['need', 'regency'] })
  expect(await rebuildIndex(db, engine, 'actors')).toBe(120)
  expect(await engine.search('actors', { ...asked('keripik'), facets: ['need', 'regency'] })).toEqual(before)
})

/** The engine, that lets somebody write in the middle of a call, once. */
function interrupted(
  engine: EmbeddedEngine,
  call: 'apply' | 'replaceAll',
  write: () => Promise<unknown>,
): SearchEngine {
  let waiting = true
  const now = async () => {
    if (!waiting) return
    waiting = false
    await write()
  }
  return {
    search: (index, query) => engine.search(index, query),
    put: (index, documents, cursor) => engine.put(index, documents, cursor),
    remove: (index, ids, cursor) => engine.remove(index, ids, cursor),
    status: () => engine.status(),
    apply: async (index, batch) => {
      await engine.apply(index, batch)
      if (call === 'apply' && index === 'actors') await now()
    },
    replaceAll: async (index, documents, cursor) => {
      await engine.replaceAll(index, documents, cursor)
      if (call === 'replaceAll') await now()
    },
  }
}

test('a sync claims no position that an index has not reached: an offer written while actors are applied comes next time', async () => {
  const { db, engine } = await filled()
  await logChanges(db, 'actors', ['demo-0000005'], AT)
  const before = await getWatermark(db)
  const { cursor } = await syncAll(
    db,
    interrupted(engine, 'apply', async () => {
      await db.updateTable('partner').set({ name: 'Lembaga Kuarsa' }).where('id', '=', 'pnm').execute()
      await logChanges(db, 'offers', ['pnm.mekaar'], AT)
    }),
  )
  expect(cursor).toBe(before)
  expect((await engine.search('offers', asked('kuarsa'))).total).toBe(0)
  expect((await syncAll(db, engine)).cursor).toBe(await getWatermark(db))
  expect((await engine.search('offers', asked('kuarsa'))).total).toBe(1)
})

test('what is written while an index is filled is in it when the sync is done', async () => {
  const { db } = await filled()
  const fresh = createEmbeddedEngine(':memory:')
  await syncAll(
    db,
    interrupted(fresh, 'replaceAll', async () => {
      await db.updateTable('partner').set({ name: 'Lembaga Kuarsa' }).where('id', '=', 'pnm').execute()
      await logChanges(db, 'offers', ['pnm.mekaar'], AT)
    }),
  )
  expect((await fresh.search('offers', asked('kuarsa'))).total).toBe(1)
})

test('catching up goes on for what is written while the engine makes itself ready', async () => {
  const { db, engine } = await filled()
  let readied = 0
  const server = {
    ...interrupted(engine, 'apply', async () => {}),
    ready: async () => {
      if (++readied < 3) await logChanges(db, 'actors', ['demo-0000005'], AT)
    },
  }
  await catchUp(db, server)
  expect(readied).toBe(3)
  expect((await engine.status()).indexes.actors.cursor).toBe(await getWatermark(db))
})
