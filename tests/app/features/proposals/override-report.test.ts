import { expect, test } from 'vitest'
import { loadOverrideReport } from '#app/features/proposals/override-report.server.ts'
import { insertOverride } from '#db/queries/overrides.ts'
import { NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { addProposal, loopWorld, OFFER, PARTNER, REGENCY } from '#tests/support/loop-world.ts'
import { testDb } from '#tests/support/test-db.ts'
import { districtViewer } from '#tests/support/viewers.ts'

test('proposals against the ranking are counted however many entries the ledger has; only the latest are listed', async () => {
  const client = await testDb()
  await loopWorld(client)
  for (const id of ['lama', 'biasa'])
    await addProposal(client, { id, actorId: 'pelaku-1', regency: REGENCY, partnerId: PARTNER, offerId: OFFER })
  const entry = {
    kind: 'hide' as const,
    actor_id: 'pelaku-1',
    offer_id: OFFER,
    regency_code: REGENCY,
    reason: 'other' as const,
    reason_text: 'uji',
    policy_version: 'uji',
    rules_version: 'uji',
    recommended_offer_id: null,
    rank: 1,
    proposal_id: null,
    account_id: null,
    lifted_by: null,
    lifted_at: NOW,
  }
  await insertOverride(client.db, {
    ...entry,
    id: 'e-0',
    kind: 'against_ranking',
    proposal_id: 'lama',
    at: '2026-01-01',
  })
  for (let n = 1; n <= 500; n++) await insertOverride(client.db, { ...entry, id: `e-${n}`, at: NOW })
  const report = await loadOverrideReport({ db: client.db, viewer: districtViewer(REGENCY), today: TODAY })
  expect(report.entries).toHaveLength(500)
  expect([report.against.open, report.followed.open]).toEqual([1, 1])
})
