import { expect, test } from 'vitest'
import { countOffersByStatus, findOffers, getOffer } from '#db/queries/offers.ts'
import { findPartners, getPartner } from '#db/queries/partners.ts'
import partnersFile from '#db/reference/data/partners.json' with { type: 'json' }
import { loadReference } from '#db/reference/load.ts'
import { testDb } from '#tests/support/test-db.ts'

async function referenceDb() {
  const client = await testDb()
  await loadReference(client)
  return client
}

test('every programme of the file is found as the domain sees it, by id', async () => {
  const client = await referenceDb()
  const expected = partnersFile
    .flatMap((partner) =>
      partner.programmes.map((programme) => ({
        id: programme.id,
        partnerId: partner.id,
        tie: programme.tie,
        status: programme.status,
        needs: programme.needs,
        sectors: programme.sectors,
        clusters: programme.clusters,
        coverage: programme.coverage,
        conditions: programme.conditions.map(({ text_id, text_en, ...condition }) => ({
          ...condition,
          textId: text_id,
          textEn: text_en,
        })),
        capacity: {
          slots: programme.capacity.slots,
          taken: 0,
          unit: programme.capacity.unit,
          asOf: programme.capacity.as_of,
        },
        window: programme.window,
        confidence: programme.confidence,
        asOf: partner.as_of,
      })),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  expect(await findOffers(client.db)).toMatchObject(expected)
  await client.close()
})

test('getOffer adds names and notes, and knows nothing of an unknown id', async () => {
  const client = await referenceDb()
  expect(await getOffer(client.db, 'pnm.mekaar')).toMatchObject({
    name: 'PNM Mekaar / Mekaar Syariah',
    partnerName: 'PT Permodalan Nasional Madani',
    partnerType: 'bumn',
  })
  expect(await getOffer(client.db, 'tidak-ada')).toBeUndefined()
  expect(await findOffers(client.db, { ids: [] })).toEqual([])
  expect(await countOffersByStatus(client.db)).toEqual({ current: 40, unverified: 20, historical: 3 })
  await client.close()
})

test('partners come with their offers, sources and other names', async () => {
  const client = await referenceDb()
  const partners = await findPartners(client.db)
  expect(partners).toHaveLength(44)
  expect(partners.reduce((sum, partner) => sum + partner.offers.length, 0)).toBe(63)
  expect(partners.every((partner) => partner.sources.length > 0)).toBe(true)
  const pnm = await getPartner(client.db, 'pnm')
  expect(pnm?.aliases).toContain('Mekaar')
  expect(pnm?.offers.map((offer) => offer.id)).toEqual(['pnm.mekaar', 'pnm.pku'])
  expect(await getPartner(client.db, 'tidak-ada')).toBeUndefined()
  await client.close()
})
