import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/loop/calendar.ts'
import { runJobs } from '#app/features/proposals/run-jobs.server.ts'
import { takeStep } from '#app/features/proposals/take-step.server.ts'
import { threadOf } from '#app/features/proposals/thread.server.ts'
import { drainOutbox } from '#app/mail/outbox.server.ts'
import type { Letter, MailTransport } from '#app/mail/transport.server.ts'
import { createDb, type DbClient } from '#db/client.ts'
import { migrate } from '#db/migrator.ts'
import { findProposalEvents, getProposal } from '#db/queries/proposals.ts'
import { addActors } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import {
  acting,
  addProposal,
  consent,
  loopWorld,
  OFFER,
  ownDataFolder,
  PARTNER,
  REGENCY,
} from '#tests/support/loop-world.ts'
import { testDb } from '#tests/support/test-db.ts'
import { partnerViewer } from '#tests/support/viewers.ts'

const at = (days: number) => `${addDays(TODAY, days)}T03:00:00.000Z`

async function world(client: DbClient): Promise<void> {
  await loopWorld(client)
  await client.db
    .insertInto('account_preference')
    .values(
      ['staf-1', 'staf-2', 'test-district', 'test-companion'].map((account_id) => ({
        account_id,
        digest: 'none' as const,
        updated_at: at(0),
      })),
    )
    .execute()
  await addProposal(client, {
    id: 'u1',
    actorId: 'pelaku-1',
    regency: REGENCY,
    partnerId: PARTNER,
    offerId: OFFER,
    state: 'sent',
  })
}

const letters = async (client: DbClient) =>
  (await client.db.selectFrom('mail_outbox').select(['kind', 'to_account']).orderBy('dedupe_key').execute()).map(
    (row) => `${row.kind} ${row.to_account}`,
  )

test('reminders, escalation and expiry come once each, whichever way the clock is moved', async () => {
  ownDataFolder()
  const client = await testDb()
  await world(client)
  for (const day of [0, 3, 4, 4, 1, -30, 5]) await runJobs(client, at(day))
  expect(await letters(client)).toEqual(['proposal-remind-answer staf-1', 'proposal-remind-answer staf-2'])
  for (const day of [8, 2, 9]) await runJobs(client, at(day))
  expect((await letters(client)).filter((line) => line.startsWith('proposal-escalate'))).toEqual([
    'proposal-escalate test-district',
  ])
  for (const day of [15, 15, 400, 3]) await runJobs(client, at(day))
  expect((await getProposal(client.db, 'u1'))!.state).toBe('expired')
  expect((await letters(client)).filter((line) => line.startsWith('proposal-expired'))).toHaveLength(1)
  expect((await findProposalEvents(client.db, 'u1')).map((event) => event.step)).toEqual(['create', 'expire'])
})

test('a digest comes once a day to who wants it daily, and never where nothing waits', async () => {
  ownDataFolder()
  const client = await testDb()
  await world(client)
  await client.db.updateTable('account_preference').set({ digest: 'daily' }).execute()
  for (const day of [1, 1, 2]) await runJobs(client, at(day))
  const digests = (await letters(client)).filter((line) => line.startsWith('proposal-digest'))
  expect(digests).toEqual([
    'proposal-digest staf-1',
    'proposal-digest staf-1',
    'proposal-digest staf-2',
    'proposal-digest staf-2',
  ])
})

test('a weekly digest comes once from Monday on, an answer ends it, and what the clock did stands in the thread', async () => {
  ownDataFolder()
  const client = await testDb()
  await world(client)
  await client.db
    .updateTable('account_preference')
    .set({ digest: 'weekly' })
    .where('account_id', '=', 'staf-1')
    .execute()
  const digests = async () => (await letters(client)).filter((line) => line.startsWith('proposal-digest'))
  // why: the day of the examples is a Tuesday, so that six days later a new week has begun
  for (const day of [0, 1, 5]) await runJobs(client, at(day))
  expect(await digests()).toEqual(['proposal-digest staf-1'])
  for (const day of [6, 6, 2]) await runJobs(client, at(day))
  expect(await digests()).toHaveLength(2)
  expect((await threadOf(client.db, 'id', 'u1')).map((entry) => entry.title)).toEqual([
    'Draf dibuat',
    'Pengingat untuk menjawab dikirim',
    'Pengingat untuk menjawab dikirim',
  ])
  await client.db.updateTable('proposal').set({ state: 'declined', end_reason: 'other' }).execute()
  await runJobs(client, at(13))
  expect(await digests()).toHaveLength(2)
})

test('a question gives the office a time of its own, with reminders of its own, even on the last day of the partner', async () => {
  ownDataFolder()
  const client = await testDb()
  await world(client)
  const viewer = { ...partnerViewer(PARTNER), accountId: 'staf-1' }
  const when = { today: addDays(TODAY, 7), now: at(7) }
  const ask = await takeStep(acting(client, { viewer, ...when }), 'u1', { step: 'ask', words: 'Sejak kapan?' })
  expect(ask).toMatchObject({ ok: true, proposal: { round: 2, asked_on: when.today } })
  await runJobs(client, at(11))
  expect((await letters(client)).filter((line) => line.includes('remind'))).toEqual([
    'proposal-remind-question test-district',
  ])
  await runJobs(client, at(21))
  expect((await getProposal(client.db, 'u1'))!.state).toBe('clarification')
  await runJobs(client, at(22))
  expect((await getProposal(client.db, 'u1'))!.state).toBe('expired')
})

test('a mail server down for a day loses nothing and sends nothing twice', async () => {
  ownDataFolder()
  const client = await testDb()
  await world(client)
  await runJobs(client, at(4))
  const taken: Letter[] = []
  const down: MailTransport = {
    kind: 'folder',
    send: () => Promise.reject(Object.assign(new Error('down'), { code: 'ECONNREFUSED' })),
  }
  const up: MailTransport = {
    kind: 'folder',
    send: (letter) => {
      taken.push(letter)
      return Promise.resolve()
    },
  }
  for (let hour = 0; hour < 24; hour++)
    await drainOutbox(client, down, new Date(Date.parse(at(4)) + hour * 3_600_000).toISOString())
  for (let n = 0; n < 3; n++) await drainOutbox(client, up, at(6 + n))
  expect(taken.map((letter) => letter.to).sort()).toEqual(['staf-1@uji.example', 'staf-2@uji.example'])
})

const minutes = (start: string, count: number) => new Date(Date.parse(start) + count * 60_000).toISOString()
const REFUSE = "create trigger rusak before insert on proposal_event begin select raise(abort, 'uji'); end"

test('what fails for a while is tried again, ever more seldom, until it is done', async () => {
  ownDataFolder()
  const client = await testDb()
  await world(client)
  client.sqlite.exec(REFUSE)
  const told: string[] = []
  let failures = 0
  for (let minute = 0; minute < 60; minute++)
    failures += (await runJobs(client, minutes(at(15), minute), (_, what) => told.push(what))).failed
  expect(failures).toBe(4)
  expect(new Set(told)).toEqual(new Set(['expire:u1:1:15']))
  for (let day = 16; day < 30; day++) await runJobs(client, at(day))
  client.sqlite.exec('drop trigger rusak')
  await runJobs(client, at(31))
  expect((await getProposal(client.db, 'u1'))!.state).toBe('expired')
})

test('a clock set back before something was done puts it off, and one that was ahead does not keep it for long', async () => {
  ownDataFolder()
  const client = await testDb()
  await world(client)
  client.sqlite.exec(REFUSE)
  await runJobs(client, at(400))
  client.sqlite.exec('drop trigger rusak')
  for (const day of [2, 14]) await runJobs(client, at(day))
  expect((await getProposal(client.db, 'u1'))!.state).toBe('sent')
  await runJobs(client, at(15))
  expect((await getProposal(client.db, 'u1'))!.state).toBe('expired')
})

test('an ended consent that cannot be dealt with stops neither the others nor the reminders', async () => {
  ownDataFolder()
  const client = await testDb()
  await world(client)
  addActors(client, [{ id: 'pelaku-9' }])
  await consent(client, 'pelaku-9', { expiresOn: addDays(TODAY, 1) })
  for (const id of ['a', 'b'])
    await addProposal(client, {
      id,
      actorId: 'pelaku-9',
      regency: REGENCY,
      partnerId: PARTNER,
      offerId: OFFER,
      state: 'sent',
    })
  client.sqlite.exec(`create trigger rusak before update on proposal when new.id = 'a' and new.state = 'withdrawn'
    begin select raise(abort, 'uji'); end`)
  const told: string[] = []
  const report = await runJobs(client, at(4), (_, what) => told.push(what))
  expect(told).toEqual(['consent:a'])
  expect(report.failed).toBe(1)
  expect((await getProposal(client.db, 'b'))!.state).toBe('withdrawn')
  expect((await letters(client)).filter((line) => line.startsWith('proposal-remind-answer'))).not.toEqual([])
})

/** Enough to be killed in the midst of twice. */
const PROPOSALS = 200

test('a process killed while it works leaves nothing lost and nothing twice', async () => {
  const dataDir = ownDataFolder()
  const file = join(dataDir, 'sinergi.sqlite')
  const client = createDb(file)
  await migrate(client.db, client.dialect)
  await world(client)
  for (let n = 2; n <= PROPOSALS; n++)
    await addProposal(client, {
      id: `u${n}`,
      actorId: 'pelaku-1',
      regency: REGENCY,
      partnerId: PARTNER,
      offerId: OFFER,
      state: 'sent',
    })
  await client.close()
  const args = ['--import', 'tsx', 'app/cli/sinergi.ts', 'jobs', 'run', '--now', at(15), '--data-dir', dataDir]
  const env = { ...process.env, DATA_DIR: dataDir }
  const watcher = createDb(file, { readonly: true })
  const done = watcher.sqlite.prepare(`select count(*) from job where state = 'done'`).pluck()
  let before = 0
  for (let kill = 0; kill < 2; kill++) {
    const child = spawn(process.execPath, args, { env, stdio: 'ignore' })
    const gone = once(child, 'exit')
    // why: a process that is killed before its first job proves nothing
    while (child.exitCode === null && Number(done.get()) <= before)
      await new Promise((resolve) => setTimeout(resolve, 2))
    child.kill('SIGKILL')
    await gone
    const now = Number(done.get())
    expect(now).toBeGreaterThan(before)
    expect(now).toBeLessThan(PROPOSALS)
    before = now
  }
  await watcher.close()
  execFileSync(process.execPath, args, { env, stdio: 'ignore' })
  const after = createDb(file)
  const count = async (table: 'proposal_event' | 'mail_outbox') =>
    (await after.db.selectFrom(table).selectAll().execute()).length
  const states = (await after.db.selectFrom('proposal').select('state').execute()).map((row) => row.state)
  expect(new Set(states)).toEqual(new Set(['expired']))
  expect(await count('proposal_event')).toBe(2 * PROPOSALS)
  expect(await count('mail_outbox')).toBe(PROPOSALS)
  await after.close()
}, 240_000)

test('rejected rows nobody mended for thirty days are forgotten by the clock, without another upload', async () => {
  ownDataFolder()
  const client = await testDb()
  const counts = { rows_total: 1, rows_new: 0, rows_changed: 0, rows_same: 0, rows_rejected: 1, regency_code: null }
  const batch = { id: 'muatan-1', file_name: 'a.csv', sha256: 'x', status: 'done', mapping: '{}' } as const
  await client.db
    .insertInto('import_batch')
    .values({ ...batch, ...counts, failure: null, created_at: at(0), finished_at: at(0) })
    .execute()
  const cells = '["Nama"]'
  await client.db
    .insertInto('import_reject')
    .values({ batch_id: 'muatan-1', row_number: 1, cells, problems: '[]' })
    .execute()
  const left = () => client.db.selectFrom('import_reject').select('row_number').execute()
  await runJobs(client, at(29))
  expect(await left()).toHaveLength(1)
  await runJobs(client, at(31))
  expect(await left()).toEqual([])
})
