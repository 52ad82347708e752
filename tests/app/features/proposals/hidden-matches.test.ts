import { createElement } from 'react'
import { expect, test } from 'vitest'
import { loadActorPage } from '#app/features/actors/actor-page.server.ts'
import { loadBoardPage } from '#app/features/board/board-page.server.ts'
import { BoardView } from '#app/features/board/board-view.tsx'
import { loadOfferPage } from '#app/features/offers/offer-page.server.ts'
import { OfferView } from '#app/features/offers/offer-view.tsx'
import { hideMatch, showMatchAgain } from '#app/features/proposals/overrides.server.ts'
import { findOverrides } from '#db/queries/overrides.ts'
import { acting, loopWorld, OFFER, ownDataFolder, REGENCY } from '#tests/support/loop-world.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { testDb } from '#tests/support/test-db.ts'
import { districtViewer } from '#tests/support/viewers.ts'

const REASON = { reason: 'her_wish', text: 'Ia memilih program lain' }

test('a hidden match is in no count and list of board, offer and profile, and each says how many and by whom', async () => {
  ownDataFolder()
  const client = await testDb()
  await loopWorld(client, [{}, {}, { regency: '33.17' }])
  const office = { ...acting(client, { viewer: { ...districtViewer(REGENCY), accountId: 'test-district' } }), client }
  const reader = { ...office, locale: 'id' as const }
  const look = async () => {
    const board = await loadBoardPage(reader, REGENCY, new URLSearchParams())
    const offer = (await loadOfferPage(reader, OFFER, { regency: null, cluster: null }))!
    const profile = (await loadActorPage(reader, 'pelaku-1', { showAll: true, change: null } as never))!
    const row = [...board.ranked.current, ...board.ranked.forNobody].find((one) => one.offerId === OFFER)!
    return {
      board,
      offer,
      eligible: [row.eligible, offer.fits!.counts!.eligible],
      listed: offer.fits!.best.map((line) => line.id).sort(),
      hers: JSON.stringify(profile.groups).includes(OFFER),
      hidden: [board.hidden, offer.fits!.hidden, profile.hidden],
    }
  }
  const before = await look()
  expect(before).toMatchObject({ eligible: [2, 2], listed: ['pelaku-1', 'pelaku-2'], hers: true })
  expect(before.hidden).toEqual(Array(3).fill({ count: 0, names: [] }))
  expect(
    await hideMatch(office, { actorId: 'pelaku-1', offerId: OFFER, reason: { reason: 'her_wish', text: ' ' } }),
  ).toBe('text')
  expect(await hideMatch(office, { actorId: 'pelaku-1', offerId: OFFER, reason: REASON })).toBeNull()
  const after = await look()
  expect(after).toMatchObject({ eligible: [1, 1], listed: ['pelaku-2'], hers: false })
  expect(after.hidden).toEqual(Array(3).fill({ count: 1, names: ['Contoh test-district'] }))
  const line = '1 kecocokan disembunyikan oleh Contoh test-district'
  expect(renderView(createElement(BoardView, { page: after.board }))).toContain(line)
  expect(renderView(createElement(OfferView, { page: after.offer }))).toContain(line)
  const [entry] = await findOverrides(client.db, office.viewer.scope)
  expect(entry).toMatchObject({ reason: 'her_wish', reason_text: REASON.text, policy_version: after.board.policy })
  await showMatchAgain(office, entry!.id)
  expect(await look()).toMatchObject({ eligible: [2, 2], listed: ['pelaku-1', 'pelaku-2'], hers: true })
})
