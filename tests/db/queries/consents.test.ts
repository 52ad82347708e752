import { expect, test } from 'vitest'
import type { ConsentPurpose } from '#app/domain/consent/receipt.ts'
import type { DbClient } from '#db/client.ts'
import {
  actorsWithConsent,
  askConsent,
  findReceipts,
  insertReceipts,
  insertWithdrawal,
  partnersAllowed,
} from '#db/queries/consents.ts'
import { ConsentTextChanged, loadConsentTexts } from '#db/reference/consent-texts.ts'
import type { NewConsentReceipt } from '#db/schema/consent.ts'
import { demoDb } from '#tests/support/demo-db.ts'

const NOW = '2026-11-24T02:00:00.000Z'
const TODAY = '2026-11-24'

async function world() {
  const client = await demoDb(5)
  const partners = await client.db.selectFrom('partner').select('id').orderBy('id').limit(2).execute()
  const actors = await client.db.selectFrom('actor').select('id').orderBy('id').execute()
  return { client, partners: partners.map(({ id }) => id), actors: actors.map(({ id }) => id) }
}

const receipt = (actorId: string, partnerId: string, more: Partial<NewConsentReceipt> = {}): NewConsentReceipt => ({
  id: `${actorId}:${partnerId}:${more.purpose ?? 'browse'}:${more.given_on ?? ''}`,
  actor_id: actorId,
  partner_id: partnerId,
  purpose: 'browse',
  fields: '["products","needs"]',
  text_id: 'browse-1-id',
  method: 'screen',
  given_on: '2026-01-01',
  expires_on: '2026-12-31',
  recorded_by: 'test-district',
  recorded_role: 'district',
  recorded_at: NOW,
  is_demo: 0,
  ...more,
})

const withdraw = (client: DbClient, receiptId: string, on = TODAY) =>
  client.db.transaction().execute((trx) =>
    insertWithdrawal(trx, {
      receipt_id: receiptId,
      withdrawn_on: on,
      withdrawn_at: NOW,
      reason: 'her_wish',
      recorded_by: null,
      recorded_role: 'district',
    }),
  )

const seen = async (client: DbClient, partnerId: string, purpose: ConsentPurpose = 'browse', on = TODAY) =>
  (await actorsWithConsent(client.db, partnerId, purpose, on).execute()).map((row) => row.actor_id).sort()

test('a partner sees those who allow it, on the days for which they do', async () => {
  const { client, partners, actors } = await world()
  const [p1, p2] = partners as [string, string]
  const [a1, a2, a3] = actors as [string, string, string]
  await insertReceipts(
    client.db,
    [
      receipt(a1, p1),
      receipt(a1, p1, { given_on: '2026-05-05' }),
      receipt(a2, p1, { expires_on: '2026-11-23' }),
      receipt(a3, p2),
      receipt(a3, p1, { purpose: 'referral', text_id: 'referral-1-id' }),
    ],
    NOW,
  )
  expect(await seen(client, p1)).toEqual([a1])
  expect(await seen(client, p1, 'browse', '2026-11-23')).toEqual([a1, a2])
  expect(await seen(client, p1, 'browse', '2025-12-31')).toEqual([])
  expect(await seen(client, p1, 'referral')).toEqual([a3])
  expect(await seen(client, p2)).toEqual([a3])
  expect(await partnersAllowed(client.db, actors, 'browse', TODAY)).toEqual(
    new Map([
      [a1, [p1]],
      [a3, [p2]],
    ]),
  )
  expect(
    await client.db
      .selectFrom('actor')
      .select('id')
      .where('id', 'in', actorsWithConsent(client.db, p1, 'browse', TODAY))
      .execute(),
  ).toEqual([{ id: a1 }])
})

test('a withdrawal takes her out at once, is told to the indexes, and counts once', async () => {
  const { client, partners, actors } = await world()
  const one = receipt(actors[0]!, partners[0]!)
  await insertReceipts(client.db, [one], NOW)
  const logged = async () =>
    (await client.db.selectFrom('change_log').select('entity_id').orderBy('seq', 'desc').execute()).length
  const before = await logged()
  expect(await withdraw(client, one.id)).toEqual({ actorId: actors[0], partnerId: partners[0] })
  expect(await logged()).toBe(before + 1)
  expect(await seen(client, partners[0]!)).toEqual([])
  expect(await partnersAllowed(client.db, actors, 'browse', TODAY)).toEqual(new Map())
  expect(await withdraw(client, one.id)).toBeNull()
  expect(await withdraw(client, 'nobody')).toBeNull()
  expect(await logged()).toBe(before + 1)
  expect((await findReceipts(client.db, actors[0]!))[0]).toMatchObject({
    withdrawnOn: TODAY,
    fields: ['products', 'needs'],
  })
})

test('what is asked of her is granted by a receipt alone, and a refusal says why', async () => {
  const { client, partners, actors } = await world()
  const question = { actorId: actors[0]!, partnerId: partners[0]!, purpose: 'browse', on: TODAY } as const
  const asked = (fields: readonly ('products' | 'place')[]) => askConsent(client.db, { ...question, fields })
  expect(await asked([])).toMatchObject({ answer: 'refused' })
  const one = receipt(actors[0]!, partners[0]!)
  await insertReceipts(client.db, [one], NOW)
  expect(await asked(['products'])).toMatchObject({ answer: 'granted', receiptIds: [one.id] })
  expect(await asked(['products', 'place'])).toMatchObject({ answer: 'partial', missing: ['place'] })
  await withdraw(client, one.id)
  expect(await asked(['products'])).toMatchObject({ answer: 'refused', reason: 'withdrawn' })
})

test('a wording that was released cannot be changed, neither by the file nor in the database', async () => {
  const { client } = await world()
  const changed = [{ purpose: 'browse', version: 1, language: 'id', body: 'Setuju saja.' }] as const
  await expect(loadConsentTexts(client.db, NOW, changed)).rejects.toThrow(ConsentTextChanged)
  await expect(client.db.updateTable('consent_text').set({ body: 'x' }).execute()).rejects.toThrow('append-only')
  await loadConsentTexts(client.db, NOW, [{ ...changed[0], version: 2 }])
  expect(await client.db.selectFrom('consent_text').select('id').where('version', '=', 2).execute()).toEqual([
    { id: 'browse-2-id' },
  ])
})
