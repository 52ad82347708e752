import { expect, test } from 'vitest'
import { getOffer } from '#db/queries/offers.ts'
import { loadReference, referenceData } from '#db/reference/load.ts'
import { testDb } from '#tests/support/test-db.ts'

async function loaded() {
  const client = await testDb()
  const report = await loadReference(client, { at: '2026-11-24T01:00:00Z' })
  return { client, report }
}

async function count(client: Awaited<ReturnType<typeof testDb>>, table: string, where = '1 = 1'): Promise<number> {
  return (client.sqlite.prepare(`select count(*) as n from ${table} where ${where}`).get() as { n: number }).n
}

test('every region, district, figure, partner and offer of the files is in the database', async () => {
  const { client, report } = await loaded()
  expect(await count(client, 'region', "level = 'province'")).toBe(38)
  expect(await count(client, 'region', "kind = 'kabupaten'")).toBe(416)
  expect(await count(client, 'region', "kind = 'kota'")).toBe(98)
  expect(await count(client, 'region', 'lat is null or lng is null')).toBe(0)
  expect(await count(client, 'model_district')).toBe(21)
  expect(await count(client, 'published_figure')).toBe(18)
  expect(await count(client, 'partner')).toBe(44)
  expect(await count(client, 'offer')).toBe(63)
  expect(await count(client, 'offer_condition')).toBe(143)
  expect(await count(client, 'offer', "status = 'historical'")).toBe(3)
  expect(await count(client, 'offer', "status = 'unverified'")).toBe(20)
  expect(report.map((part) => [part.part, part.total, part.written])).toEqual([
    ['regions', 552, 552],
    ['model_districts', 21, 21],
    ['published_figures', 18, 18],
    ['partners', 44, 44],
    ['offers', 63, 63],
  ])
  await client.close()
})

test('the five model districts no source names stay open', async () => {
  const { client } = await loaded()
  const open = await client.db
    .selectFrom('model_district')
    .select(['n', 'status'])
    .where('region_code', 'is', null)
    .execute()
  expect(open).toEqual([17, 18, 19, 20, 21].map((n) => ({ n, status: 'unknown' })))
  await client.close()
})

test('one change-log row is written for each offer, and none by a second run', async () => {
  const { client } = await loaded()
  expect(await count(client, 'change_log', "index_name = 'offers' and op = 'put'")).toBe(63)
  const before = client.sqlite.serialize()
  const again = await loadReference(client, { at: '2026-11-25T01:00:00Z' })
  expect(again.every((part) => part.written === 0 && part.kept.length === 0)).toBe(true)
  expect(client.sqlite.serialize().equals(before)).toBe(true)
  await client.close()
})

test('a policy is active after the first run and later ones are left alone', async () => {
  const { client } = await loaded()
  expect(await count(client, 'match_policy', 'is_active = 1')).toBe(1)
  await client.db.updateTable('match_policy').set({ data: '{"edited":true}' }).execute()
  await loadReference(client)
  expect(await count(client, 'match_policy')).toBe(1)
  expect(await count(client, 'match_policy', `data = '{"edited":true}'`)).toBe(1)
  await client.close()
})

test('when a file changes, edited rows are kept and the others are brought up to date', async () => {
  const { client } = await loaded()
  const data = referenceData()
  const [edited, changed] = data.offers.map((offer) => offer.row.id) as [string, string]
  await client.db.updateTable('offer').set({ name: 'Disunting petugas' }).where('id', '=', edited).execute()
  await client.db.updateTable('offer').set({ capacity_taken: 4 }).where('id', '=', changed).execute()
  await client.db.updateTable('model_district').set({ region_code: '33.01' }).where('n', '=', 17).execute()

  data.offers[0]!.row.name = 'Nama baru dari berkas'
  data.offers[1]!.needs = ['export']
  data.modelDistricts[16]!.note_id = 'Catatan baru'
  data.partners[5]!.name = 'Nama mitra baru'
  const report = await loadReference(client, { at: '2026-11-26T01:00:00Z', data })

  expect(report.filter((part) => part.written > 0 || part.kept.length > 0)).toEqual([
    { part: 'model_districts', total: 21, written: 0, kept: ['17'] },
    { part: 'partners', total: 44, written: 1, kept: [] },
    { part: 'offers', total: 63, written: 1, kept: [edited] },
  ])
  const kept = await client.db.selectFrom('offer').select('name').where('id', '=', edited).executeTakeFirstOrThrow()
  expect(kept.name).toBe('Disunting petugas')
  const offer = await getOffer(client.db, changed)
  expect(offer).toMatchObject({ needs: ['export'], capacity: { taken: 4 } })
  expect(await count(client, 'model_district', "n = 17 and region_code = '33.01'")).toBe(1)

  const logged = await client.db
    .selectFrom('change_log')
    .select('entity_id')
    .where('at', '=', '2026-11-26T01:00:00Z')
    .execute()
  const ofPartner = data.offers.filter((record) => record.row.partner_id === data.partners[5]!.id)
  const expected = [changed, ...ofPartner.map((record) => record.row.id)].sort()
  expect(logged.map((row) => row.entity_id)).toEqual([...new Set(expected)])
  await client.close()
})

test('a reference file with a broken row leaves nothing behind', async () => {
  const client = await testDb()
  const data = referenceData()
  data.offers[3]!.row.partner_id = 'tidak-ada'
  const settings = await count(client, 'setting')
  await expect(loadReference(client, { data })).rejects.toThrow(/FOREIGN KEY/)
  expect(await count(client, 'region')).toBe(0)
  expect(await count(client, 'setting')).toBe(settings)
  await client.close()
})
