import { expect, test } from 'vitest'
import { EVERYTHING } from '#app/domain/access/viewer.ts'
import { matchPair } from '#app/domain/matching/match.ts'
import { offerSnapshot } from '#app/features/matches/live-snapshot.server.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { computeOfferSnapshot } from '#app/features/matches/offer-snapshot.server.ts'
import { getActor, toProfile } from '#db/queries/actors.ts'
import { loadReference } from '#db/reference/load.ts'
import { seedDemoActors } from '#db/seed/demo.ts'
import { TODAY } from '#tests/support/example.ts'
import { fileDb } from '#tests/support/file-db.ts'
import { testDb } from '#tests/support/test-db.ts'

const ASKED = { today: TODAY, scope: EVERYTHING, regency: null, cluster: null, limit: 50 } as const

test('every actor named as eligible is, and none named as near is, by the pair itself', async () => {
  const client = await testDb()
  await loadReference(client)
  await seedDemoActors(client, { actors: 400, at: `${TODAY}T00:00:00.000Z` })
  const world = await matchWorld(client.db, TODAY)
  const found = (await offerSnapshot(client, { ...ASKED, offerId: 'pnm.mekaar' }))!
  expect(found.all).toBe(400)
  expect(found.best.length).toBeGreaterThan(0)
  expect(found.near.length).toBeGreaterThan(0)
  const pair = async (actorId: string) =>
    matchPair(world.context, toProfile((await getActor(client.db, actorId))!), world.offerById.get('pnm.mekaar')!)
  for (const { actorId, fit } of found.best) expect(await pair(actorId)).toMatchObject({ verdict: 'eligible', fit })
  for (const { actorId, fit } of found.near) {
    const match = await pair(actorId)
    expect(match.fit).toBe(fit)
    expect(match.verdict).not.toBe('eligible')
  }
})

test('an offer nobody has is no answer', async () => {
  const client = await testDb()
  await loadReference(client)
  expect(await offerSnapshot(client, { ...ASKED, offerId: 'nobody.nothing' })).toBeNull()
})

test('many actors are worked out in another thread, with the same answer', async () => {
  const { client } = await fileDb(4000)
  const request = { ...ASKED, offerId: 'pnm.mekaar', regency: '33.24' } as const
  const apart = await offerSnapshot(client, request)
  expect(apart).toEqual(await computeOfferSnapshot(client, request))
  expect(apart!.all).toBe(4000)
  expect(apart!.actors).toBeLessThan(4000)
})
