import { expect, test } from 'vitest'
import { EVERYTHING } from '#app/domain/access/viewer.ts'
import { SYSTEM } from '#app/domain/audit/event.ts'
import { answerFact } from '#app/features/actors/answer-fact.server.ts'
import { loadActorSnapshot } from '#app/features/matches/actor-snapshot.server.ts'
import { currentSnapshot } from '#app/features/matches/kept-snapshot.server.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import type { DbClient } from '#db/client.ts'
import { logChanges } from '#db/queries/change-log.ts'
import { actorDb, addActors, NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'

const ACTORS = [
  { id: 'a', regency: '33.24', factsAsOf: '2026-01-01' },
  { id: 'b', regency: '33.24', factsAsOf: '2026-02-01', facts: { permits: ['nib'], group_size: 4 } },
  { id: 'c', regency: null, cluster: null, factsAsOf: null },
  { id: 'd', regency: '36.72', cluster: 'IR3', needs: ['halal', 'capital'] },
] as const

async function snapshots(client: DbClient) {
  const { axes } = await matchWorld(client.db, TODAY)
  return { kept: await currentSnapshot(client, axes), fresh: loadActorSnapshot(client, axes) }
}

async function answer(client: DbClient, actorId: string) {
  await answerFact(client.db, {
    scope: EVERYTHING,
    by: SYSTEM,
    actorId,
    fact: 'group_size',
    value: 12,
    now: NOW,
    today: TODAY,
  })
}

test('an answer is written into the kept columns, which then equal columns read anew', async () => {
  const client = await actorDb(ACTORS)
  const before = (await snapshots(client)).kept
  for (const id of ['a', 'b', 'c', 'd']) await answer(client, id)
  const { kept, fresh } = await snapshots(client)
  expect(kept).toBe(before)
  expect(kept).toEqual(fresh)
})

test('without a change the same snapshot is given again', async () => {
  const client = await actorDb(ACTORS)
  expect((await snapshots(client)).kept).toBe((await snapshots(client)).kept)
})

test.each([
  ['a new actor', (client: DbClient) => addActors(client, [{ id: 'bb', regency: '33.24' }])],
  [
    'an actor who moved',
    (client: DbClient) => client.sqlite.prepare("update actor set regency_code = '33.17' where id = 'a'").run(),
  ],
  [
    'another number of needs',
    (client: DbClient) => client.sqlite.prepare(`update actor set needs = '["halal"]' where id = 'd'`).run(),
  ],
  ['an actor who is gone', (client: DbClient) => client.sqlite.prepare("delete from actor where id = 'a'").run()],
])('%s has all read anew', async (_what, change) => {
  const client = await actorDb(ACTORS)
  const before = (await snapshots(client)).kept
  change(client)
  await logChanges(client.db, 'actors', ['a', 'd'], NOW)
  const { kept, fresh } = await snapshots(client)
  expect(kept).not.toBe(before)
  expect(kept).toEqual(fresh)
})
