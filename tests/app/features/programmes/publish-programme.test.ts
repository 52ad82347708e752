import SQLite from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/loop/calendar.ts'
import { recheckUnsent } from '#app/features/programmes/recheck-unsent.server.ts'
import { sendProgramme } from '#app/features/programmes/send-programme.server.ts'
import { takeProgrammeStep } from '#app/features/programmes/take-programme-step.server.ts'
import { runJobs } from '#app/features/proposals/run-jobs.server.ts'
import { takeStep } from '#app/features/proposals/take-step.server.ts'
import { drainOutbox } from '#app/mail/outbox.server.ts'
import type { Letter } from '#app/mail/transport.server.ts'
import { type DbClient, wrapSqlite } from '#db/client.ts'
import { findEntriesWithCourse } from '#db/queries/programme-entries.ts'
import { getProgramme } from '#db/queries/programmes.ts'
import { MARKER_NAME, NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { acting, consent, loopWorld, OFFER, ownDataFolder, PARTNER, REGENCY } from '#tests/support/loop-world.ts'
import { addProgramme, storedPlan } from '#tests/support/programme.ts'
import { PROGRAMME, programmeContext, programmeWorld, publishProgramme } from '#tests/support/programme-world.ts'
import { testDb } from '#tests/support/test-db.ts'
import { districtViewer, ministryViewer, partnerViewer, provinceViewer } from '#tests/support/viewers.ts'

const ID = PROGRAMME
const context = programmeContext
const publish = publishProgramme

/** Worlds are made once and copied, so that a property can have many. */
const made = new Map<string, Buffer>()

async function world(actors: number, over: Parameters<typeof programmeWorld>[2] = {}): Promise<DbClient> {
  ownDataFolder()
  const key = JSON.stringify([actors, over])
  if (!made.has(key)) {
    const first = await testDb()
    await programmeWorld(first, actors, over)
    made.set(key, first.sqlite.serialize())
    await first.close()
  }
  const connection = new SQLite(made.get(key)!)
  connection.pragma('foreign_keys = ON')
  return wrapSqlite(connection)
}

async function entryStates(client: DbClient): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const entry of await findEntriesWithCourse(client.db, [ID])) {
    const key = entry.problem ?? entry.state
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

/** Everything that publishing may bring about, in counts that twice would double. */
async function traces(client: DbClient) {
  const count = async (table: 'proposal' | 'proposal_actor' | 'proposal_event' | 'programme_entry') =>
    (
      await client.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  return {
    entries: await entryStates(client),
    rows: await count('programme_entry'),
    proposals: await count('proposal'),
    actors: await count('proposal_actor'),
    events: await count('proposal_event'),
    letters: (await client.db.selectFrom('mail_outbox').select('kind').execute()).filter(
      // why: a digest is the scheduler's own, one a day
      ({ kind }) => kind !== 'proposal-digest',
    ).length,
  }
}

test('publishing sends the plan through the loop; who cannot be sent is listed with the reason', async () => {
  const client = await world(14, { without: ['pelaku-3', 'pelaku-11'] })
  // since the plan was made: one lost her need, one moved, one is engaged already
  await client.db.updateTable('actor').set({ needs: '["market"]' }).where('id', '=', 'pelaku-5').execute()
  await client.db.updateTable('actor').set({ regency_code: '33.25' }).where('id', '=', 'pelaku-6').execute()
  expect(await publish(client)).toEqual({ ok: true, already: false })
  expect(await getProgramme(client.db, ID)).toMatchObject({ state: 'published', version: 2, published_at: NOW })
  expect(await sendProgramme(client, ID, NOW)).toEqual({ batches: 2, done: 2, failed: 0 })
  expect(await entryStates(client)).toEqual({ sent: 10, no_consent: 2, ineligible: 1, moved: 1 })
  const proposals = await client.db.selectFrom('proposal').selectAll().execute()
  expect(proposals.map((one) => one.state)).toEqual(proposals.map(() => 'sent'))
  expect(proposals.every((one) => one.note === 'Bagian dari program sinergi: Program Uji')).toBe(true)
  const decided = await client.db.selectFrom('proposal_actor').select('decision_id').execute()
  expect(decided.every((one) => one.decision_id !== null)).toBe(true)
  await client.close()
})

test('no more are sent than places are left on the day', async () => {
  const client = await world(8)
  await publish(client)
  await client.db.updateTable('offer').set({ capacity_taken: 97 }).where('id', '=', OFFER).execute()
  await client.db
    .insertInto('change_log')
    .values({ index_name: 'offers', entity_id: OFFER, op: 'put', at: NOW })
    .execute()
  await sendProgramme(client, ID, NOW)
  expect(await entryStates(client)).toEqual({ sent: 3, capacity_full: 5 })
  await client.close()
})

test('places asked for and not answered yet are not asked for again', async () => {
  const client = await world(26)
  await publish(client)
  await client.db.updateTable('offer').set({ capacity_taken: 97 }).where('id', '=', OFFER).execute()
  await client.db
    .insertInto('change_log')
    .values({ index_name: 'offers', entity_id: OFFER, op: 'put', at: NOW })
    .execute()
  expect(await sendProgramme(client, ID, NOW)).toMatchObject({ batches: 3, done: 3 })
  expect(await entryStates(client)).toEqual({ sent: 3, capacity_full: 23 })

  // a question of the partner's leaves it without an answer; a no gives the places back
  const { id } = await client.db.selectFrom('proposal').select('id').executeTakeFirstOrThrow()
  const partner = acting(client, { viewer: partnerViewer(PARTNER) })
  expect((await takeStep(partner, id, { step: 'ask', words: 'Kapan?' })).ok).toBe(true)
  await recheckUnsent(context(client), ID)
  await sendProgramme(client, ID, NOW)
  expect(await entryStates(client)).toEqual({ sent: 3, capacity_full: 23 })
  const reason = { id: 'other' as const, condition: null, text: 'Belum siap' }
  expect((await takeStep(partner, id, { step: 'decline', reason })).ok).toBe(true)
  await recheckUnsent(context(client), ID)
  await sendProgramme(client, ID, NOW)
  expect(await entryStates(client)).toEqual({ sent: 6, capacity_full: 20 })

  // a yes takes the places, and asks for none any more
  const open = client.db.selectFrom('proposal').select('id').where('state', '=', 'sent')
  expect((await takeStep(partner, (await open.executeTakeFirstOrThrow()).id, { step: 'accept' })).ok).toBe(true)
  await client.db.updateTable('offer').set({ capacity_slots: 101 }).where('id', '=', OFFER).execute()
  await client.db
    .insertInto('change_log')
    .values({ index_name: 'offers', entity_id: OFFER, op: 'put', at: NOW })
    .execute()
  await recheckUnsent(context(client), ID)
  await sendProgramme(client, ID, NOW)
  expect(await entryStates(client)).toEqual({ sent: 7, capacity_full: 19 })
  await client.close()
})

test('where places have become fewer, those who have waited longest are sent, whatever their ids and batches', async () => {
  ownDataFolder()
  const client = await testDb()
  const waited = Array.from({ length: 14 }, (_, at) => ({ factsAsOf: addDays(TODAY, -at) }))
  await loopWorld(client, waited, { slots: 100 })
  const plan = await storedPlan(client, { regions: [REGENCY], offers: [OFFER] })
  const programme = { state: 'consulted', plan_result_id: plan, offers: [OFFER], regencies: [REGENCY] } as const
  await addProgramme(client, { id: ID, ...programme })
  await publish(client)
  await client.db.updateTable('offer').set({ capacity_taken: 97 }).where('id', '=', OFFER).execute()
  await client.db
    .insertInto('change_log')
    .values({ index_name: 'offers', entity_id: OFFER, op: 'put', at: NOW })
    .execute()
  await sendProgramme(client, ID, NOW)
  const sent = await client.db.selectFrom('proposal_actor').select('actor_id').execute()
  expect(sent.map((one) => one.actor_id).sort()).toEqual(['pelaku-12', 'pelaku-13', 'pelaku-14'])
  await client.close()
})

test('published twice, sent by whoever and however often, is published and sent once', async () => {
  const whole = await world(22, { without: ['pelaku-2'] })
  await publish(whole)
  await sendProgramme(whole, ID, NOW)
  const once = await traces(whole)
  await whole.close()
  const deed = fc.constantFrom('publish' as const, 'send' as const, 'stopped' as const, 'jobs' as const)
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 6 }), async (deeds) => {
      const client = await world(22, { without: ['pelaku-2'] })
      for (const one of ['publish' as const, ...deeds]) {
        if (one === 'publish') expect((await publish(client)).ok).toBe(true)
        else if (one === 'jobs') await runJobs(client, NOW)
        else if (one === 'send') await sendProgramme(client, ID, NOW)
        else
          await sendProgramme(client, ID, NOW, {
            onBatch: () => {
              throw new Error('killed')
            },
          }).catch(() => null)
        // whatever has happened so far: whole batches, and nobody in two proposals
        const { entries, actors } = await traces(client)
        expect(Number(actors)).toBe(entries.sent ?? 0)
      }
      await runJobs(client, NOW)
      expect(await traces(client)).toEqual(once)
      await client.close()
    }),
    { numRuns: 5 },
  )
})

test('a batch that fails leaves nothing of itself, and is tried again with the same end', async () => {
  const client = await world(12)
  await publish(client)
  client.sqlite.exec(
    "create trigger fault before insert on proposal_event when new.step = 'send' begin select raise(abort, 'fault'); end",
  )
  expect(await sendProgramme(client, ID, NOW)).toEqual({ batches: 2, done: 0, failed: 0 })
  expect(await traces(client)).toMatchObject({ entries: { planned: 12 }, proposals: 0, letters: 0 })
  for (let day = 0; day < 5; day++) await runJobs(client, new Date(Date.parse(NOW) + day * 86_400_000).toISOString())
  expect(await sendProgramme(client, ID, NOW)).toMatchObject({ done: 0, failed: 2 })
  client.sqlite.exec('drop trigger fault')
  await recheckUnsent(context(client), ID)
  expect(await sendProgramme(client, ID, NOW)).toMatchObject({ done: 2, failed: 0 })
  expect(await entryStates(client)).toEqual({ sent: 12 })
  await client.close()
})

test('once her consent has come she is sent with the next try, and nobody else again', async () => {
  const client = await world(6, { without: ['pelaku-1', 'pelaku-2'] })
  await publish(client)
  await sendProgramme(client, ID, NOW)
  expect(await recheckUnsent(context(client, districtViewer(REGENCY)), ID)).toBe(2)
  await sendProgramme(client, ID, NOW)
  expect(await entryStates(client)).toEqual({ sent: 4, no_consent: 2 })
  await consent(client, 'pelaku-2')
  await recheckUnsent(context(client, districtViewer(REGENCY)), ID)
  await sendProgramme(client, ID, NOW)
  expect(await entryStates(client)).toEqual({ sent: 5, no_consent: 1 })
  expect(
    (await client.db.selectFrom('proposal_actor').select('actor_id').execute()).map((one) => one.actor_id).sort(),
  ).toEqual(['pelaku-2', 'pelaku-3', 'pelaku-4', 'pelaku-5', 'pelaku-6'])
  for (const viewer of [districtViewer('33.25'), partnerViewer(PARTNER), provinceViewer('33')])
    await expect(recheckUnsent(context(client, viewer), ID)).rejects.toMatchObject({ status: 403 })
  await client.close()
})

test('the district is told in counts, the partner by the letter of the loop, and no letter names anybody', async () => {
  const client = await world(12, { without: ['pelaku-4'] })
  await publish(client)
  await sendProgramme(client, ID, NOW)
  const letters: Letter[] = []
  const transport = {
    kind: 'folder' as const,
    send: async (letter: Letter) => {
      letters.push(letter)
    },
  }
  await drainOutbox(client, transport, NOW)
  const district = letters.filter((letter) => letter.to === 'test-district@uji.example')
  expect(district).toHaveLength(1)
  expect(district[0]!.text).toContain('11 pelaku sudah diusulkan kepada mitra, 1 menunggu persetujuannya')
  expect(letters.filter((letter) => letter.to === 'staf-1@uji.example')).toHaveLength(2)
  for (const { subject, text } of letters)
    expect(`${subject} ${text}`).not.toMatch(new RegExp(`${MARKER_NAME}|pelaku-\\d`))
  await client.close()
})

test('a step on an older version, by the wrong person or without what it needs changes nothing', async () => {
  const client = await world(3)
  const step = (over: Partial<Parameters<typeof takeProgrammeStep>[2]>, viewer = ministryViewer) =>
    takeProgrammeStep(context(client, viewer), ID, { step: 'publish', version: 1, words: '', ...over })
  expect(await step({ version: 7 })).toEqual({ ok: false, why: 'stale' })
  expect(await step({ step: 'start' })).toEqual({ ok: false, why: 'stale' })
  expect(await step({ step: 'close' })).toEqual({ ok: false, why: 'lacks', lacks: ['words'] })
  expect(await step({ step: 'close', words: 'x'.repeat(2001) })).toEqual({ ok: false, why: 'long' })
  await client.db.updateTable('programme').set({ province_code: '33' }).execute()
  await expect(step({}, provinceViewer('33'))).rejects.toMatchObject({ status: 403 })
  await expect(step({}, provinceViewer('32'))).rejects.toMatchObject({ status: 404 })
  await expect(step({}, districtViewer(REGENCY))).rejects.toMatchObject({ status: 403 })
  await client.db
    .updateTable('programme')
    .set({ ends_on: addDays(TODAY, -1), plan_result_id: null })
    .execute()
  expect(await step({})).toEqual({ ok: false, why: 'lacks', lacks: ['over', 'no_plan'] })
  expect(await getProgramme(client.db, ID)).toMatchObject({ state: 'consulted', version: 1 })
  expect(await step({ step: 'revise' }, provinceViewer('33'))).toEqual({ ok: true, already: false })
  await client.close()
})

test('a closed programme sends nothing more, and what it has sent goes on', async () => {
  const client = await world(12)
  await publish(client)
  await sendProgramme(client, ID, NOW, {
    onBatch: () => {
      throw new Error('stopped')
    },
  }).catch(() => null)
  expect(
    await takeProgrammeStep(context(client), ID, { step: 'close', version: 2, words: 'Mitra mundur' }),
  ).toMatchObject({
    ok: true,
  })
  await runJobs(client, NOW)
  expect(await entryStates(client)).toEqual({ sent: 10, planned: 2 })
  const { id } = await client.db.selectFrom('proposal').select('id').executeTakeFirstOrThrow()
  const partner = acting(client, { viewer: partnerViewer(PARTNER) })
  expect((await takeStep(partner, id, { step: 'accept' })).ok).toBe(true)
  await client.close()
})
