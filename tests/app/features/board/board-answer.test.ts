import { expect, test } from 'vitest'
import { boardAnswer } from '#app/features/board/board-answer.ts'
import { districtBoardFor } from '#app/features/board/district-board.server.ts'
import { actorDb } from '#tests/support/actor-rows.ts'
import { KNOWN_FACTS } from '#tests/support/known-facts.ts'

test('machines get names beside ids, and sentences in both languages', async () => {
  const neighbours = Array.from({ length: 4 }, (_, n) => ({
    id: `p${n}`,
    facts: { ...KNOWN_FACTS, permits: [], group_size: 0 },
  }))
  const client = await actorDb(neighbours)
  const { world, board, region } = (await districtBoardFor(client, '33.24', '2026-11-24'))!
  const answer = boardAnswer(world, board, region)
  expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
  expect(answer.region).toEqual({ code: '33.24', name: 'Kab. Kendal', province: 'Jawa Tengah' })
  expect(answer).toMatchObject({ day: '2026-11-24', actors: 4, byCluster: { IR1: 4 } })
  const mekaar = answer.offers.find((offer) => offer.offerId === 'pnm.mekaar')!
  expect(mekaar).toMatchObject({ partner: 'PT Permodalan Nasional Madani', oneChange: 4 })
  const near = answer.nearGroups.find((group) => group.offerId === 'pnm.mekaar')!
  expect(near).toMatchObject({ have: 4, lacking: 6 })
  expect(near.text_id).toContain('Kurang 6 orang di Desa A')
  expect(near.text_en).toContain('6 people short in Desa A')
  const nib = answer.unlocks.find((unlock) => unlock.fact === 'permits')!
  expect(nib.text_id).toMatch(/^NIB .* untuk 4 pelaku membuka \d+ penawaran$/)
  expect(nib.offers[0]).toMatchObject({ offer: expect.any(String), partner: expect.any(String) })
})
