import { expect, test } from 'vitest'
import { CONSENT_PURPOSES, FIELDS_OF_PURPOSE } from '#app/domain/consent/receipt.ts'
import { actorsWithConsent } from '#db/queries/consents.ts'
import { demoConsents, seedDemoConsents } from '#db/seed/demo-consents.ts'
import { demoDb } from '#tests/support/demo-db.ts'

const WHEN = { asOf: '2026-11-24', at: '2026-11-24T00:00:00.000Z' }

test('demo consents are marked, the same at every first start, and about demo people alone', async () => {
  const client = await demoDb(900)
  expect(await seedDemoConsents(client, WHEN)).toBeGreaterThan(200)
  const rows = await client.db.selectFrom('consent_receipt').selectAll().execute()
  expect(rows.every((row) => row.is_demo === 1 && row.actor_id.startsWith('demo-'))).toBe(true)
  for (const row of rows) {
    for (const field of JSON.parse(row.fields)) expect(FIELDS_OF_PURPOSE[row.purpose]).toContain(field)
    expect(row.expires_on > row.given_on && row.given_on < WHEN.asOf).toBe(true)
  }
  const actor = { id: 'demo-0000012', regency: '33.24' }
  expect(demoConsents(actor, WHEN.asOf, WHEN.at)).toEqual(demoConsents(actor, WHEN.asOf, WHEN.at))
})

test('the demo partner sees enough people of the demo district, and some have ended or taken it back', async () => {
  const client = await demoDb(900)
  await seedDemoConsents(client, WHEN)
  for (const purpose of CONSENT_PURPOSES) {
    const here = await client.db
      .selectFrom('actor')
      .select('id')
      .where('regency_code', '=', '33.24')
      .where('id', 'in', actorsWithConsent(client.db, 'pnm', purpose, WHEN.asOf))
      .execute()
    expect(here.length, purpose).toBeGreaterThan(10)
  }
  const ended = await client.db.selectFrom('consent_receipt').select('id').where('expires_on', '<', WHEN.asOf).execute()
  expect(ended.length).toBeGreaterThan(3)
  expect((await client.db.selectFrom('consent_withdrawal').select('receipt_id').execute()).length).toBeGreaterThan(3)
})
