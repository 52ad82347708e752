import { expect, test } from 'vitest'
import type { ProposalState } from '#app/domain/loop/states.ts'
import { type ActorPage, loadActorPage } from '#app/features/actors/actor-page.server.ts'
import { loadOfferPage } from '#app/features/offers/offer-page.server.ts'
import { acting, addProposal, loopWorld, OFFER, ownDataFolder, PARTNER, REGENCY } from '#tests/support/loop-world.ts'
import { testDb } from '#tests/support/test-db.ts'

const HER = 'pelaku-1'

async function proposed(state: ProposalState | null) {
  ownDataFolder()
  const client = await testDb()
  await loopWorld(client, [{}, {}])
  if (state)
    await addProposal(client, { id: 'u', actorId: HER, regency: REGENCY, partnerId: PARTNER, offerId: OFFER, state })
  const reader = { ...acting(client), client, locale: 'id' as const }
  const profile = (await loadActorPage(reader, HER, { showAll: true, change: null }))!
  const offer = (await loadOfferPage(reader, OFFER, { regency: null, cluster: null }))!
  return { profile, fits: offer.fits! }
}

const isOffered = (page: ActorPage) => JSON.stringify([page.groups, page.steps]).includes(OFFER)

test.each([
  'sent',
  'referred',
  'helped',
] as const)('once %s for an offer she is neither recommended to it nor it to her', async (state) => {
  const { profile, fits } = await proposed(state)
  expect(isOffered(profile)).toBe(false)
  const closed = profile.whyNot.find((group) => group.condition === 'collaboration')
  expect(closed?.offers.map((offer) => offer.offerId)).toEqual([OFFER])
  expect(fits).toMatchObject({ engaged: 1, counts: { eligible: 1 } })
  expect(fits.best.map((line) => line.id)).toEqual(['pelaku-2'])
})

test.each([null, 'expired'] as const)('after %s it is open to her (again)', async (state) => {
  const { profile, fits } = await proposed(state)
  expect(isOffered(profile)).toBe(true)
  expect(fits).toMatchObject({ engaged: 0, counts: { eligible: 2 } })
})
