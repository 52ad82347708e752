import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compareMatches, matchPair } from '#app/domain/matching/match.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { nationalRun, runFolder } from '#app/features/matches/national-run.server.ts'
import { offerAnswer } from '#app/features/matches/offer-answer.server.ts'
import { RunCancelled } from '#app/features/matches/rank-all.server.ts'
import { readRunFile } from '#app/features/matches/run-file.server.ts'
import type { DbClient } from '#db/client.ts'
import { toProfile } from '#db/queries/actors.ts'
import { loadReference } from '#db/reference/load.ts'
import { seedDemoActors } from '#db/seed/demo.ts'
import { TODAY } from '#tests/support/example.ts'
import { testDb } from '#tests/support/test-db.ts'

let client: DbClient
let dataDir: string

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sinergi-run-'))
  client = await testDb()
  await loadReference(client)
  await seedDemoActors(client, { actors: 60 })
})

afterEach(async () => {
  await client.close()
  rmSync(dataDir, { recursive: true })
})

const run = (over: { id: string; threads?: number; signal?: AbortSignal }) =>
  nationalRun(client, { dataDir, today: TODAY, now: () => new Date('2026-11-24T03:00:00Z'), top: 4, ...over })

async function profiles() {
  const rows = await client.db.selectFrom('actor').selectAll().execute()
  return rows.map(toProfile)
}

test('a stored run holds what the pair loop finds for every actor, whatever the number of threads', async () => {
  const world = await matchWorld(client.db, TODAY)
  const one = await run({ id: 'satu', threads: 1 })
  const two = await run({ id: 'dua', threads: 2 })
  expect({ ...two, run: '', threads: 0, seconds: 0, load_seconds: 0, store_seconds: 0 }).toEqual({
    ...one,
    run: '',
    threads: 0,
    seconds: 0,
    load_seconds: 0,
    store_seconds: 0,
  })
  const stored = readRunFile(join(runFolder(dataDir), 'satu.run'))
  expect(readRunFile(join(runFolder(dataDir), 'dua.run')).scores).toEqual(stored.scores)
  let eligible = 0
  for (const actor of await profiles()) {
    const open = world.offers
      .map((offer) => matchPair(world.context, actor, offer))
      .filter((match) => match.verdict === 'eligible')
      .sort(compareMatches)
    eligible += open.length
    const row = stored.ids.indexOf(actor.id) * stored.header.top
    const found = Array.from(stored.offers.subarray(row, row + 4))
      .filter((offer) => offer !== 0xffff)
      .map((offer) => stored.header.offers[offer])
    expect(found).toEqual(open.slice(0, 4).map((match) => match.offerId))
  }
  expect(one.eligible_pairs).toBe(eligible)
  const rows = await client.db.selectFrom('match_run').selectAll().execute()
  expect(rows.map((row) => [row.status, row.actors, row.eligible_pairs])).toEqual([
    ['done', 60, eligible],
    ['done', 60, eligible],
  ])
})

test('a run that is cancelled says so in its row and leaves no file', async () => {
  await expect(run({ id: 'batal', signal: AbortSignal.abort() })).rejects.toBeInstanceOf(RunCancelled)
  const row = await client.db.selectFrom('match_run').select(['status', 'file']).executeTakeFirstOrThrow()
  expect(row).toEqual({ status: 'cancelled', file: null })
  expect(() => readdirSync(runFolder(dataDir))).toThrow()
})

test('a run file that was cut short is refused', async () => {
  await run({ id: 'potong', threads: 1 })
  const file = join(runFolder(dataDir), 'potong.run')
  truncateSync(file, 200)
  expect(() => readRunFile(file)).toThrow()
})

test('the answer for an offer counts and orders as the pair loop does, without a name', async () => {
  const world = await matchWorld(client.db, TODAY)
  for (const offer of world.offers.slice(0, 12)) {
    const answer = (await offerAnswer(client, world, offer.id, 5))!
    const matches = (await profiles()).map((actor) => matchPair(world.context, actor, offer))
    expect(answer.eligible).toBe(matches.filter((match) => match.verdict === 'eligible').length)
    expect(answer.undecided).toBe(matches.filter((match) => match.verdict === 'undecided').length)
    expect(answer.actors.map((pair) => pair.fit)).toEqual(
      matches
        .filter((match) => match.verdict === 'eligible')
        .map((match) => match.fit / 10_000)
        .sort((a, b) => b - a)
        .slice(0, 5),
    )
    expect(JSON.stringify(answer)).not.toContain('Contoh ')
  }
  expect(await offerAnswer(client, world, 'tidak-ada', 5)).toBeNull()
})
