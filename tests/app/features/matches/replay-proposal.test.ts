import { expect, test } from 'vitest'
import { replayProposal } from '#app/features/matches/replay-proposal.server.ts'
import { createProposal } from '#app/features/proposals/create-proposal.server.ts'
import { takeStep } from '#app/features/proposals/take-step.server.ts'
import { acting, loopWorld, OFFER, ownDataFolder } from '#tests/support/loop-world.ts'
import { testDb } from '#tests/support/test-db.ts'

test('a proposal is decided again from what was stored with it, whatever policy and facts are today', async () => {
  ownDataFolder()
  const client = await testDb()
  await loopWorld(client, [{}, {}])
  const made = await createProposal(acting(client), {
    offerId: OFFER,
    actorIds: ['pelaku-1', 'pelaku-2'],
    isGroup: false,
    note: null,
    override: { reason: 'local_knowledge', text: 'uji' },
  })
  if (!made.ok) throw new Error(JSON.stringify(made))
  await takeStep(acting(client), made.id, { step: 'send' })
  await client.db.updateTable('actor').set({ facts: '{}', cluster: 'IR3', needs: '["halal"]' }).execute()
  const decisions = await replayProposal(client.db, made.id)
  expect(decisions.map(({ actor, offer, same }) => [actor, offer, same])).toEqual([
    ['pelaku-1', OFFER, true],
    ['pelaku-2', OFFER, true],
  ])
  const row = await client.db.selectFrom('match_decision').select(['id', 'result']).executeTakeFirstOrThrow()
  const altered = JSON.stringify({ ...JSON.parse(row.result), fit: 1 })
  await client.db.updateTable('match_decision').set({ result: altered }).where('id', '=', row.id).execute()
  expect((await replayProposal(client.db, made.id)).filter(({ same }) => !same)).toHaveLength(1)
  expect(await replayProposal(client.db, 'tidak-ada')).toEqual([])
})
