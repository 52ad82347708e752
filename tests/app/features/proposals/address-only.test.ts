import { expect, test } from 'vitest'
import { readConfig } from '#app/config.server.ts'
import { addDays } from '#app/domain/loop/calendar.ts'
import { answerByLink } from '#app/features/proposals/answer-by-link.server.ts'
import { createProposal } from '#app/features/proposals/create-proposal.server.ts'
import { runJobs } from '#app/features/proposals/run-jobs.server.ts'
import { takeStep } from '#app/features/proposals/take-step.server.ts'
import { authKey, unseal } from '#app/lib/seal.server.ts'
import type { DbClient } from '#db/client.ts'
import { getProposal } from '#db/queries/proposals.ts'
import { NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { acting, loopWorld, OFFER, ownDataFolder } from '#tests/support/loop-world.ts'
import { testDb } from '#tests/support/test-db.ts'

const ADDRESS = 'mitra.tanpa.akun@uji.example'
const when = { now: NOW, today: TODAY }

/** A proposal sent to a partner whose people have no accounts. */
async function sentToAddress() {
  ownDataFolder()
  const client = await testDb()
  await loopWorld(client)
  await client.db.updateTable('account').set({ disabled_at: NOW }).where('role', '=', 'partner').execute()
  const created = await createProposal(acting(client), {
    offerId: OFFER,
    actorIds: ['pelaku-1'],
    isGroup: false,
    note: null,
    override: { reason: 'local_knowledge', text: 'uji' },
  })
  if (!created.ok) throw new Error(JSON.stringify(created))
  expect(await takeStep(acting(client), created.id, { step: 'send', address: ADDRESS })).toMatchObject({ ok: true })
  return { client, id: created.id }
}

/** The letters to the address, each with its link. */
async function lettersTo(client: DbClient) {
  const key = authKey(readConfig())
  const rows = await client.db.selectFrom('mail_outbox').selectAll().where('to_account', 'is', null).execute()
  return rows.map((row) => {
    expect(unseal(key, 'mail.address', row.to_address_sealed!)).toBe(ADDRESS)
    const link = /\/jawab\/([\w-]+)/.exec(JSON.parse(unseal(key, 'mail.letter', row.letter_sealed!)).text)?.[1] ?? null
    return { kind: row.kind, link }
  })
}

const linkOf = async (client: DbClient, kind: string) =>
  (await lettersTo(client)).find((letter) => letter.kind === kind)!.link!

test('a partner known by an address alone gets the reply to its question, and answers by the new link', async () => {
  const { client, id } = await sentToAddress()
  const ask = { step: 'ask', words: 'Sejak kapan usahanya berjalan?' } as const
  expect(await answerByLink(client.db, await linkOf(client, 'proposal-sent'), ask, when)).toMatchObject({ ok: true })
  await takeStep(acting(client), id, { step: 'reply', words: 'Sejak 2021.' })
  const link = await linkOf(client, 'proposal-replied')
  expect(await answerByLink(client.db, link, { step: 'accept' }, when)).toMatchObject({ ok: true })
  expect((await getProposal(client.db, id))!.state).toBe('accepted')
})

test('it is reminded with a link that answers', async () => {
  const { client, id } = await sentToAddress()
  const day = addDays(TODAY, 4)
  for (const hour of [3, 4]) await runJobs(client, `${day}T0${hour}:00:00.000Z`)
  expect((await lettersTo(client)).map(({ kind }) => kind).sort()).toEqual(['proposal-remind-answer', 'proposal-sent'])
  const then = { now: `${day}T05:00:00.000Z`, today: day }
  const link = await linkOf(client, 'proposal-remind-answer')
  expect(await answerByLink(client.db, link, { step: 'accept' }, then)).toMatchObject({ ok: true })
  expect((await getProposal(client.db, id))!.state).toBe('accepted')
})

test('it is told when the proposal is withdrawn; the address is kept under seal, and no longer than it is needed', async () => {
  const { client, id } = await sentToAddress()
  const tables = await client.db.introspection.getTables()
  for (const { name } of tables) {
    const rows = await client.db
      .selectFrom(name as 'proposal')
      .selectAll()
      .execute()
    expect(JSON.stringify(rows), name).not.toContain('tanpa.akun')
  }
  expect(await client.db.selectFrom('proposal_address').selectAll().execute()).toHaveLength(1)
  await takeStep(acting(client), id, {
    step: 'withdraw',
    reason: { id: 'no_longer_wants', condition: null, text: null },
  })
  expect((await lettersTo(client)).map(({ kind, link }) => [kind, link !== null]).sort()).toEqual([
    ['proposal-sent', true],
    ['proposal-withdrawn', false],
  ])
  expect(await client.db.selectFrom('proposal_address').selectAll().execute()).toEqual([])
})
