import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { matchActor } from '#app/domain/matching/match.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { runFolder } from '#app/features/matches/national-run.server.ts'
import { nationalRunner } from '#app/features/national/national-runner.server.ts'
import { storedSummary } from '#app/features/national/stored-summary.server.ts'
import { toProfile } from '#db/queries/actors.ts'
import { findMatchRuns, getLastDoneRun, getMatchRun } from '#db/queries/match-runs.ts'
import { fileDb } from '#tests/support/file-db.ts'
import { testDb } from '#tests/support/test-db.ts'

const TODAY = '2026-11-24'

// why: a run starts three threads, each of which compiles its modules
vi.setConfig({ testTimeout: 120_000 })

test('a run started from a page ends in a file whose summary agrees with the pair loop', async () => {
  const { client, dataDir } = await fileDb(400)
  const runner = await nationalRunner(client)
  const id = runner.start(TODAY)!
  expect(runner.current()).toMatchObject({ id, progress: null, stopping: false })
  expect(runner.start(TODAY)).toBeNull()
  const seen = new Set<string>()
  while (runner.current()) {
    const progress = runner.current()!.progress
    if (progress) seen.add(progress.phase)
    await pause(5)
  }
  await runner.idle()
  expect([...seen]).toContain('rank')

  const row = (await getLastDoneRun(client.db))!
  expect(row).toMatchObject({ id, status: 'done', actors: 400, top: 10 })
  const summary = (await storedSummary(dataDir, row.file!))!
  const world = await matchWorld(client.db, TODAY)
  const actors = (await client.db.selectFrom('actor').selectAll().execute()).map(toProfile)
  const expected = new Map<string | null, { actors: number; eligible: number; undecided: number; without: number }>()
  for (const actor of actors) {
    const { matches } = matchActor(world.context, actor, world.offers)
    const eligible = matches.filter((match) => match.verdict === 'eligible').length
    const key = actor.regency?.slice(0, 2) ?? null
    const counts = expected.get(key) ?? { actors: 0, eligible: 0, undecided: 0, without: 0 }
    counts.actors++
    counts.eligible += eligible
    counts.undecided += matches.filter((match) => match.verdict === 'undecided').length
    if (eligible === 0) counts.without++
    expected.set(key, counts)
  }
  expect(
    summary.provinces.map((one) => [
      one.province,
      { actors: one.actors, eligible: one.eligiblePairs, undecided: one.undecidedPairs, without: one.withoutOffer },
    ]),
  ).toEqual([...expected].sort(([a], [b]) => ((a ?? '99') < (b ?? '99') ? -1 : 1)))
  const placed = summary.firstPlaces.reduce((sum, place) => sum + place.actors, 0)
  expect(placed + summary.withoutOffer).toBe(400)
  expect(row.eligible_pairs).toBe(summary.provinces.reduce((sum, one) => sum + one.eligiblePairs, 0))
})

test('a cancelled run says so in its row and leaves no file', async () => {
  const { client, dataDir } = await fileDb(3000)
  const runner = await nationalRunner(client)
  const id = runner.start(TODAY)!
  runner.cancel('another run')
  expect(runner.current()!.stopping).toBe(false)
  while (!(await getMatchRun(client.db, id))) await pause(5)
  runner.cancel(id)
  expect(runner.current()!.stopping).toBe(true)
  await runner.idle()
  expect(await getMatchRun(client.db, id)).toMatchObject({ status: 'cancelled', file: null })
  expect((await getMatchRun(client.db, id))!.finished_at).not.toBeNull()
  expect(existsSync(runFolder(dataDir)) ? readdirSync(runFolder(dataDir)) : []).toEqual([])
})

test('a run that was under way when the process ended is failed at the next start', async () => {
  const { client } = await fileDb(0)
  const row = {
    id: 'run-lama',
    status: 'running' as const,
    policy_version: 'v1',
    rules_version: '1',
    watermark: 0,
    top: 10,
    actors: 0,
    offers: 0,
    eligible_pairs: 0,
    undecided_pairs: 0,
    seconds: 0,
    file: null,
    started_at: '2026-11-23T01:00:00Z',
    finished_at: null,
  }
  await client.db.insertInto('match_run').values(row).execute()
  const runner = await nationalRunner(client)
  expect(runner.current()).toBeNull()
  expect(await findMatchRuns(client.db, 5)).toMatchObject([{ id: 'run-lama', status: 'failed' }])
})

test('a run whose data cannot be read is failed, and its thread gone', async () => {
  const { client, dataDir } = await fileDb(10)
  await client.db.updateTable('actor').set({ facts: '{broken' }).execute()
  const runner = await nationalRunner(client)
  const id = runner.start(TODAY)!
  await runner.idle()
  expect(runner.current()).toBeNull()
  expect(await getMatchRun(client.db, id)).toMatchObject({ status: 'failed', file: null })
  expect(await storedSummary(dataDir, join('..', 'nothing.run'))).toBeNull()
})

test('a database in memory has no runner', async () => {
  const client = await testDb()
  await expect(nationalRunner(client)).rejects.toThrow('database file')
  await client.close()
})
