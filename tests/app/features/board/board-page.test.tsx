import { expect, test } from 'vitest'
import { districtBoard } from '#app/domain/board/district-board.ts'
import { loadBoard, loadBoardPage, rankedOffers } from '#app/features/board/board-page.server.ts'
import { BoardView } from '#app/features/board/board-view.tsx'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import type { DbClient } from '#db/client.ts'
import { findActorsOfRegency, toProfile } from '#db/queries/actors.ts'
import { actorDb, MARKER_NAME } from '#tests/support/actor-rows.ts'
import { demoDb } from '#tests/support/demo-db.ts'
import { KNOWN_FACTS } from '#tests/support/known-facts.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { unboundOfficer } from '#tests/support/viewers.ts'

const TODAY = '2026-11-24'
const KENDAL = '33.24'
const load = (client: DbClient, query = '', code = KENDAL) =>
  loadBoardPage({ client, today: TODAY, viewer: unboundOfficer }, code, new URLSearchParams(query))
const loadWhole = (client: DbClient, query = '') =>
  loadBoard({ client, today: TODAY, viewer: unboundOfficer }, KENDAL, new URLSearchParams(query))

async function naive(client: DbClient) {
  const world = await matchWorld(client.db, TODAY)
  const actors = (await findActorsOfRegency(client.db, KENDAL)).map(toProfile)
  return { world, actors }
}

test('the page shows what the domain says of all actors of the district', async () => {
  const client = await demoDb(600)
  const page = await load(client)
  const { world, actors } = await naive(client)
  expect(actors.length).toBeGreaterThan(10)
  const expected = districtBoard(world.context, world.axes, actors, world.offers)
  expect((await loadWhole(client)).board).toEqual(expected)
  const { offers, groups, nearGroups, ...rest } = expected
  expect(page.board).toEqual(rest)
  expect(page.groups).toMatchObject({ formed: groups.length, near: nearGroups.length })
  expect(page.ranked.current.length + page.ranked.unverified.length + page.ranked.forNobody.length).toBe(offers.length)
  expect(page.district).toMatchObject({ actors: actors.length, demoActors: actors.length })
  expect(page.region).toEqual({ code: KENDAL, name: 'Kab. Kendal', province: { code: '33', name: 'Jawa Tengah' } })
  expect(page.isModel).toBe(true)
  expect(page.gaps.map((gap) => gap.need)).toEqual(
    page.board.needs.filter((need) => need.unserved > 0).map((need) => need.need),
  )
  const days = actors.flatMap((actor) => actor.factsAsOf ?? []).sort()
  expect(page.facts).toEqual({ from: days[0], to: days.at(-1), undated: actors.length - days.length })
})

test('the cluster filter counts the actors of that cluster only', async () => {
  const client = await demoDb(600)
  const page = await loadWhole(client, 'klaster=IR2')
  const { world, actors } = await naive(client)
  const ir2 = actors.filter((actor) => actor.cluster === 'IR2')
  expect(page.board).toEqual(districtBoard(world.context, world.axes, ir2, world.offers))
  expect(page.district.actors).toBe(actors.length)
  expect((await load(client, 'klaster=IR9&kebutuhan=apa-saja')).filter).toEqual({ cluster: null, need: null })
})

test('the need filter counts who has the need and the offers that serve it, and no other gap', async () => {
  const client = await demoDb(600)
  const page = await loadWhole(client, 'kebutuhan=capital')
  const { world, actors } = await naive(client)
  const wanting = actors.filter((actor) => actor.needs?.includes('capital'))
  const serving = world.offers.filter((offer) => offer.needs.includes('capital'))
  const expected = districtBoard(world.context, world.axes, wanting, serving)
  expect(page.board.needs.map((need) => need.need)).toEqual(['capital'])
  expect(page.board).toEqual({ ...expected, needs: expected.needs.filter((need) => need.need === 'capital') })
  expect(page.board.actors).toBe(page.district.byNeed.capital)
})

test('a code without a board is not found', async () => {
  const client = await demoDb(0)
  for (const code of ['99.99', '33', 'kendal', '']) {
    await expect(load(client, '', code)).rejects.toMatchObject({ status: 404 })
  }
})

test('an empty district says how to load actors and has no board to export', async () => {
  const client = await demoDb(0)
  const html = renderView(<BoardView page={await load(client)} />)
  expect(html).toContain('Belum ada pelaku tercatat di Kab. Kendal')
  expect(html).toContain('href="/impor"')
  expect(html).toContain('href="/impor/templat.xlsx"')
  expect(html).not.toContain('papan.xlsx')
})

test('a filter that leaves nobody says so and leads back', async () => {
  const client = await actorDb([{ id: 'pelaku-1', cluster: 'IR1' }])
  const html = renderView(<BoardView page={await load(client, 'klaster=IR3')} />)
  expect(html).toContain('Tidak ada pelaku dengan saringan ini')
  expect(html).toContain('Hanya klaster IR 3 Maju')
})

test('what nobody has verified stands apart, what is for nobody last', async () => {
  const client = await demoDb(600)
  const page = await load(client)
  const status = (id: string) => page.offers[id]!.status
  const { current, unverified, forNobody } = page.ranked
  expect(unverified.length).toBeGreaterThan(0)
  expect(unverified.every((row) => status(row.offerId) === 'unverified')).toBe(true)
  expect(current.every((row) => status(row.offerId) === 'current')).toBe(true)
  expect(forNobody.every((row) => row.eligible + row.undecided + row.oneChange === 0)).toBe(true)
  const row = { offerId: 'a', eligible: 1, undecided: 0, oneChange: 0, needCovered: 1 }
  expect(rankedOffers([row], () => undefined).current).toEqual([row])
})

test('the board shows codes, never names, and links every part of itself', async () => {
  const neighbours = Array.from({ length: 10 }, (_, n) => ({
    id: `pelaku-${n}`,
    facts: { ...KNOWN_FACTS, group_size: 0, permits: [], smartphone: null },
  }))
  const unasked = {
    id: 'pelaku-baru',
    facts: { ...KNOWN_FACTS, group_size: 12, separate_halal_production: null, permits: null },
  }
  const client = await actorDb([...neighbours, unasked])
  const page = await load(client)
  const html = renderView(<BoardView page={page} />)
  expect(html).not.toContain(MARKER_NAME)
  expect(page.groups.formed).toBeGreaterThan(0)
  expect(html).toContain('href="/pelaku/pelaku-3"')
  for (const list of [page.board.unlocks, page.board.questions, page.ranked.current])
    expect(list.length).toBeGreaterThan(0)
  for (const unlock of page.board.unlocks) expect(html).toContain(`buka=${unlock.fact}`)
  for (const question of page.board.questions) expect(html).toContain(`tanya=${question.fact}`)
  for (const { offerId } of page.ranked.current) expect(html).toContain(`/penawaran/${offerId}?wilayah=33.24`)
})

test('both languages say everything', async () => {
  const client = await demoDb(300)
  const page = await load(client)
  const [indonesian, english] = [
    renderView(<BoardView page={page} />, 'id'),
    renderView(<BoardView page={page} />, 'en'),
  ]
  for (const html of [indonesian, english]) expect(html).not.toMatch(/undefined|\[object|NaN/)
  expect(english).toContain('Needs that nobody serves')
  expect(indonesian).toContain('Kebutuhan yang belum dilayani siapa pun')
})
