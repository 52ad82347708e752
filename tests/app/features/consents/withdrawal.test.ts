import { expect, test } from 'vitest'
import { actorsOfCards, cardTable } from '#app/features/cards/card-table.server.ts'
import { cardCodes } from '#app/features/cards/partner-codes.server.ts'
import { actOnConsents } from '#app/features/consents/record-consent.server.ts'
import { checkSending } from '#app/features/proposals/check-sending.server.ts'
import { putObjection } from '#db/queries/actor-corrections.ts'
import { askConsent } from '#db/queries/consents.ts'
import { seedDemoConsents } from '#db/seed/demo-consents.ts'
import { demoDb } from '#tests/support/demo-db.ts'
import { districtViewer } from '#tests/support/viewers.ts'

const TODAY = '2026-11-24'
const NOW = `${TODAY}T03:00:00.000Z`
const PARTNER = 'pnm'

/** A woman of the demo district whom the partner sees on a card and may be proposed. */
async function shown() {
  const client = await demoDb(900)
  await seedDemoConsents(client, { asOf: TODAY, at: NOW })
  const table = await cardTable(client, PARTNER, TODAY)
  const ids = table.flatMap((group) => group.ids)
  const rows = await client.db
    .selectFrom('actor')
    .innerJoin('consent_receipt', 'consent_receipt.actor_id', 'actor.id')
    .select('actor.id')
    .where('actor.regency_code', '=', '33.24')
    .where('consent_receipt.purpose', '=', 'referral')
    .where('consent_receipt.partner_id', '=', PARTNER)
    .where('actor.id', 'in', ids)
    .execute()
  const her = rows[0]!.id
  const code = cardCodes(PARTNER)(her)
  const proposable = async (today = TODAY) =>
    (await checkSending(client.db, { offerId: 'pnm.mekaar', actorIds: [her], isGroup: false, today }))!.problems.every(
      (problem) => problem.code !== 'no_consent',
    )
  return {
    client,
    her,
    isOnCard: async (today = TODAY) => (await actorsOfCards(client, PARTNER, today)).get(code) === her,
    proposable,
  }
}

test('a withdrawal takes her off the cards of that partner and out of its proposals within five seconds', async () => {
  const { client, her, isOnCard, proposable } = await shown()
  expect(await isOnCard()).toBe(true)
  expect(await proposable()).toBe(true)
  const receipts = await client.db
    .selectFrom('consent_receipt')
    .select('id')
    .where('actor_id', '=', her)
    .where('partner_id', '=', PARTNER)
    .execute()
  const context = { db: client.db, viewer: districtViewer('33.24'), locale: 'id' as const, now: NOW, today: TODAY }
  const started = performance.now()
  for (const { id } of receipts) {
    const form = new FormData()
    form.set('intent', 'withdraw')
    form.set('izin', id)
    await actOnConsents(context, her, form)
  }
  expect(await isOnCard()).toBe(false)
  expect(await proposable()).toBe(false)
  expect(performance.now() - started).toBeLessThan(5000)
  const question = { actorId: her, partnerId: PARTNER, purpose: 'referral', fields: [], on: TODAY } as const
  expect(await askConsent(client.db, question)).toEqual({ answer: 'refused', reason: 'withdrawn' })
})

test('on the day after the last one an expired consent behaves as a withdrawn one', async () => {
  const { isOnCard, proposable } = await shown()
  expect(await isOnCard('2029-01-01')).toBe(false)
  expect(await proposable('2029-01-01')).toBe(false)
})

test('who objects to profiling is on no card, though her consent stands', async () => {
  const { client, her, isOnCard } = await shown()
  await client.db.transaction().execute((trx) => putObjection(trx, her, true, NOW))
  expect(await isOnCard()).toBe(false)
})
