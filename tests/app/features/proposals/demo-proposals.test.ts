import { expect, test } from 'vitest'
import { plantDemoAccounts } from '#app/auth/demo-accounts.server.ts'
import { plantDemoProposals } from '#app/features/proposals/demo-proposals.server.ts'
import { verifyAudit } from '#db/queries/audit.ts'
import { findOutcomeRecords } from '#db/queries/loop-record.ts'
import { findProposalActors, findProposalEvents } from '#db/queries/proposals.ts'
import { seedDemoConsents } from '#db/seed/demo-consents.ts'
import { demoDb } from '#tests/support/demo-db.ts'

const NOW = '2026-11-24T05:00:00.000Z'

async function planted() {
  const client = await demoDb(2000)
  await plantDemoAccounts(client, NOW)
  await seedDemoConsents(client, { asOf: '2026-11-24', at: NOW })
  const count = await plantDemoProposals(client, NOW, 'uji.tertanam')
  const proposals = await client.db.selectFrom('proposal').selectAll().orderBy('created_at').orderBy('state').execute()
  return { client, count, proposals }
}

test('demo proposals are marked, of the demo district, in every state that a desk shows, with a whole history', async () => {
  const { client, count, proposals } = await planted()
  expect(count).toBe(9)
  expect(proposals.map((proposal) => proposal.state).sort()).toEqual(
    ['accepted', 'clarification', 'declined', 'helped', 'in_progress', 'referred', 'seen', 'sent', 'sent'].sort(),
  )
  for (const proposal of proposals) {
    expect(proposal).toMatchObject({ is_demo: 1, regency_code: '33.24', partner_id: 'pnm' })
    const events = await findProposalEvents(client.db, proposal.id)
    expect(events.every((event) => event.account_id?.startsWith('demo-') && event.at < NOW)).toBe(true)
    for (const actor of await findProposalActors(client.db, [proposal.id])) {
      expect(actor.actor_id).toMatch(/^demo-/)
      expect(actor.decision_id).not.toBeNull()
    }
  }
  expect(proposals.find((proposal) => proposal.state === 'declined')?.end_reason).toBe('no_capacity')
  expect(proposals.filter((proposal) => proposal.origin === 'partner')).toHaveLength(1)
  expect((await verifyAudit(client.db)).findings).toEqual([])
  // an invented outcome says nothing about a real partner
  expect([...(await findOutcomeRecords(client.db))]).toEqual([])
})

test('the demo companion keeps people nobody has proposed yet, and the same people are planted every time', async () => {
  const actorsOf = async ({ client }: Awaited<ReturnType<typeof planted>>) =>
    (await client.db.selectFrom('proposal_actor').select('actor_id').orderBy('actor_id').execute()).map(
      (row) => row.actor_id,
    )
  const first = await planted()
  const taken = await actorsOf(first)
  expect(await actorsOf(await planted())).toEqual(taken)
  const hers = await first.client.db.selectFrom('actor_companion').select('actor_id').execute()
  expect(hers.length).toBeGreaterThan(5)
  expect(hers.filter(({ actor_id }) => taken.includes(actor_id))).toEqual([])
})
