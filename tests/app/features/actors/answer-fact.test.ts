import { expect, test } from 'vitest'
import { EVERYTHING } from '#app/domain/access/viewer.ts'
import { SYSTEM } from '#app/domain/audit/event.ts'
import { answerFact, undoAnswer } from '#app/features/actors/answer-fact.server.ts'
import type { DbClient } from '#db/client.ts'
import { getActor } from '#db/queries/actors.ts'
import { findAuditEvents } from '#db/queries/audit.ts'
import { findFactChanges } from '#db/queries/fact-changes.ts'
import { actorDb, historyCounts, NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { districtViewer } from '#tests/support/viewers.ts'

const LATER = `${TODAY}T04:00:00.000Z`
const LATEST = `${TODAY}T05:00:00.000Z`

async function record(client: DbClient) {
  const row = (await getActor(client.db, 'pelaku-1'))!
  return { facts: JSON.parse(row.facts), asOf: row.facts_as_of }
}

const answer = (client: DbClient, value: boolean | null, now = LATER) =>
  answerFact(client.db, {
    scope: EVERYTHING,
    by: SYSTEM,
    actorId: 'pelaku-1',
    fact: 'internet',
    value,
    now,
    today: TODAY,
  })

test('an answer changes the facts and their day, and writes history and change log', async () => {
  const client = await actorDb([{ facts: { smartphone: true }, factsAsOf: '2026-01-05' }])
  const before = await historyCounts(client)
  const result = await answer(client, true)
  expect(await record(client)).toEqual({ facts: { smartphone: true, internet: true }, asOf: TODAY })
  const changes = await findFactChanges(client.db, 'pelaku-1')
  expect(changes.find((change) => change.fact === 'internet')).toMatchObject({
    id: result.ok && result.changeId,
    old_value: null,
    new_value: 'true',
    source: 'page',
    changed_at: LATER,
  })
  expect(changes.find((change) => change.fact === 'facts_as_of')).toMatchObject({
    old_value: '"2026-01-05"',
    new_value: `"${TODAY}"`,
  })
  expect(await historyCounts(client)).toEqual({ factChanges: before.factChanges + 2, logged: before.logged + 1 })
})

test('a failure in the middle leaves nothing behind', async () => {
  const client = await actorDb([{ factsAsOf: '2026-01-05' }])
  const before = await historyCounts(client)
  client.sqlite.exec("create trigger refuse before insert on change_log begin select raise(abort, 'full'); end")
  await expect(answer(client, true)).rejects.toThrow('full')
  expect(await record(client)).toEqual({ facts: {}, asOf: '2026-01-05' })
  expect(await historyCounts(client)).toEqual(before)
})

test('a value the fact cannot have is refused before anything is written', async () => {
  const client = await actorDb()
  const before = await historyCounts(client)
  const wrong = answerFact(client.db, {
    scope: EVERYTHING,
    by: SYSTEM,
    actorId: 'pelaku-1',
    fact: 'permits',
    value: ['paspor'],
    now: LATER,
    today: TODAY,
  })
  await expect(wrong).rejects.toThrow(RangeError)
  expect(await historyCounts(client)).toEqual(before)
})

test('an unknown actor gets no history', async () => {
  const client = await actorDb([])
  const result = await answerFact(client.db, {
    scope: EVERYTHING,
    by: SYSTEM,
    actorId: 'x',
    fact: 'email',
    value: true,
    now: NOW,
    today: TODAY,
  })
  expect(result).toEqual({ ok: false, reason: 'no_actor' })
  expect(await historyCounts(client)).toEqual({ factChanges: 0, logged: 0 })
})

test('undoing gives back the fact and the day as they were', async () => {
  const client = await actorDb([{ facts: { smartphone: true }, factsAsOf: '2026-01-05' }])
  const stored = await answer(client, true)
  const before = await historyCounts(client)
  const undone = await undoAnswer(client.db, {
    scope: EVERYTHING,
    by: SYSTEM,
    actorId: 'pelaku-1',
    changeId: stored.ok ? stored.changeId : '',
    now: LATEST,
    today: TODAY,
  })
  expect(undone.ok).toBe(true)
  expect(await record(client)).toEqual({ facts: { smartphone: true }, asOf: '2026-01-05' })
  expect((await historyCounts(client)).logged).toBe(before.logged + 1)
})

test('an answer that was changed since cannot be undone', async () => {
  const client = await actorDb()
  const first = await answer(client, true)
  await answer(client, false, LATEST)
  const undone = await undoAnswer(client.db, {
    scope: EVERYTHING,
    by: SYSTEM,
    actorId: 'pelaku-1',
    changeId: first.ok ? first.changeId : '',
    now: `${TODAY}T06:00:00.000Z`,
    today: TODAY,
  })
  expect(undone).toEqual({ ok: false, reason: 'answered_since' })
  expect((await record(client)).facts).toEqual({ internet: false })
})

test('the change of another actor cannot be undone here', async () => {
  const client = await actorDb([{}, {}])
  const stored = await answer(client, true)
  const undone = await undoAnswer(client.db, {
    scope: EVERYTHING,
    by: SYSTEM,
    actorId: 'pelaku-2',
    changeId: stored.ok ? stored.changeId : '',
    now: LATEST,
    today: TODAY,
  })
  expect(undone).toEqual({ ok: false, reason: 'no_change' })
  expect((await record(client)).facts).toEqual({ internet: true })
})

test('the record tells who answered which fact of whom, and who took it back, and never what was answered', async () => {
  const client = await actorDb()
  const officer = districtViewer('33.24')
  const common = { scope: officer.scope, by: officer, actorId: 'pelaku-1', today: TODAY }
  const first = await answerFact(client.db, { ...common, fact: 'group_size', value: 12, now: LATER })
  if (!first.ok) throw new Error(first.reason)
  await undoAnswer(client.db, { ...common, changeId: first.changeId, now: LATEST })
  const events = await findAuditEvents(client.db, { subject: { type: 'actor', id: 'pelaku-1' } }, { page: 1, size: 9 })
  const told = events.map(({ at, account_id, role, action, because, detail }) => [
    ...[at, account_id, role, action, because, detail],
  ])
  expect(told).toEqual([
    [LATEST, 'test-district', 'district', 'actor:answer', 'correction', '{"fields":["group_size"]}'],
    [LATER, 'test-district', 'district', 'actor:answer', 'service', '{"fields":["group_size"]}'],
  ])
})

test('an answer that is refused leaves no line', async () => {
  const client = await actorDb()
  await answerFact(client.db, {
    scope: { reach: 'regency', regency: '11.01' },
    by: districtViewer('11.01'),
    actorId: 'pelaku-1',
    fact: 'internet',
    value: true,
    now: LATER,
    today: TODAY,
  })
  expect(await findAuditEvents(client.db, {}, { page: 1, size: 9 })).toEqual([])
})
