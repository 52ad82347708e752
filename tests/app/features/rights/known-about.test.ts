import { expect, test } from 'vitest'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { createProposal } from '#app/features/proposals/create-proposal.server.ts'
import { hideMatch } from '#app/features/proposals/overrides.server.ts'
import { takeStep } from '#app/features/proposals/take-step.server.ts'
import { knownAbout } from '#app/features/rights/known-about.server.ts'
import { insertProposalMessage } from '#db/queries/proposals.ts'
import { NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { acting, loopWorld, OFFER, ownDataFolder, REGENCY } from '#tests/support/loop-world.ts'
import { addProgramme, storedPlan } from '#tests/support/programme.ts'
import { testDb } from '#tests/support/test-db.ts'

const HER = 'pelaku-1'

/** Where each table that knows an actor stands in the file; a new table needs a line here and a place in the file. */
const COVERED: Readonly<Record<string, string>> = {
  actor_identity: 'name',
  actor_contact: 'phoneKept',
  actor_companion: 'companions',
  consent_receipt: 'consents',
  fact_change: 'changes',
  match_decision: 'proposals',
  override_entry: 'decisions',
  partner_request_actor: 'requests',
  programme_entry: 'programmes',
  proposal_actor: 'proposals',
}

async function sentWith(actors: readonly string[]) {
  ownDataFolder()
  const client = await testDb()
  await loopWorld(client, [{}, {}])
  const made = await createProposal(acting(client), {
    offerId: OFFER,
    actorIds: actors,
    isGroup: false,
    note: 'Perlu ditemani pada kunjungan pertama',
    override: { reason: 'local_knowledge', text: 'sudah dikenal mitra' },
  })
  if (!made.ok) throw new Error(JSON.stringify(made))
  await takeStep(acting(client), made.id, { step: 'send' })
  const said = (id: string, body: string) =>
    insertProposalMessage(client.db, {
      id,
      proposal_id: made.id,
      body,
      kind: 'note',
      side: 'office',
      account_id: null,
      at: NOW,
    })
  const row = await client.db.selectFrom('actor').selectAll().where('id', '=', HER).executeTakeFirstOrThrow()
  return { client, said, known: () => knownAbout(client.db, row, TODAY) }
}

test('every table of the database that knows an actor has its place in what is handed to her', async () => {
  const { client, known } = await sentWith([HER])
  const tables = client.sqlite
    .prepare(
      `select m.name from sqlite_schema m join pragma_table_info(m.name) c on c.name = 'actor_id' where m.type = 'table'`,
    )
    .all() as { name: string }[]
  expect(tables.map(({ name }) => name).sort()).toEqual(Object.keys(COVERED).sort())
  const file = await known()
  for (const [table, place] of Object.entries(COVERED)) expect(file, table).toHaveProperty(place)
})

test('the words and decisions about her are handed to her, with the programmes and plans that counted her', async () => {
  const { client, said, known } = await sentWith([HER])
  await said('m1', 'Siap mulai bulan depan')
  const office = { ...acting(client), client }
  const reason = { reason: 'her_wish', text: 'memilih yang lain' }
  expect(await hideMatch(office, { actorId: HER, offerId: OFFER, reason })).toBeNull()
  const plan = await storedPlan(client, { regions: [REGENCY] })
  await addProgramme(client, { id: 'program', offers: [OFFER], regencies: [REGENCY], plan_result_id: plan })
  const file = await known()
  expect(file.proposals).toMatchObject([
    {
      state: 'sent',
      decision: { on: TODAY, verdict: 'eligible' },
      said: [
        { where: 'note', text: 'Perlu ditemani pada kunjungan pertama' },
        { where: 'message', text: 'Siap mulai bulan depan' },
      ],
    },
  ])
  expect(file.decisions.map((one) => one.text)).toContain('memilih yang lain')
  expect(file.plans).toMatchObject([{ plan: 'Rencana Uji' }])
})

test('of a proposal with others only what speaks of her and of no other is hers', async () => {
  const { said, known } = await sentWith([HER, 'pelaku-2'])
  await said('m1', 'Keduanya siap')
  await said('m2', `${actorCode(HER)} ingin hari Senin`)
  await said('m3', `${actorCode('pelaku-2')} belum dapat ditemui`)
  await said('m4', `${actorCode(HER)} dan ${actorCode('pelaku-2')} bertetangga`)
  const [shared] = (await known()).proposals
  expect(shared!.said.map(({ text }) => text)).toEqual([`${actorCode(HER)} ingin hari Senin`])
})
