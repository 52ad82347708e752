import { expect, test } from 'vitest'
import { loadBoardPage } from '#app/features/board/board-page.server.ts'
import { concernQuery } from '#app/features/board/board-query.ts'
import { loadConcernedPage } from '#app/features/board/concerned-page.server.ts'
import { ConcernedView } from '#app/features/board/concerned-view.tsx'
import { paths } from '#app/lib/paths.ts'
import type { DbClient } from '#db/client.ts'
import { actorDb, MARKER_NAME } from '#tests/support/actor-rows.ts'
import { demoDb } from '#tests/support/demo-db.ts'
import { KNOWN_FACTS } from '#tests/support/known-facts.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { unboundOfficer } from '#tests/support/viewers.ts'

const TODAY = '2026-11-24'
const load = (client: DbClient, query: string | URLSearchParams) =>
  loadConcernedPage({ client, today: TODAY, viewer: unboundOfficer }, '33.24', new URLSearchParams(query))

test('every link of the board leads to as many actors as the board counts', async () => {
  const client = await demoDb(900)
  const { board } = await loadBoardPage(
    { client, today: TODAY, viewer: unboundOfficer },
    '33.24',
    new URLSearchParams(),
  )
  expect(board.unlocks.length).toBeGreaterThan(3)
  for (const unlock of board.unlocks) {
    const url = new URL(paths.boardActors('33.24', concernQuery({ change: unlock })), 'http://x.invalid')
    const page = await load(client, url.searchParams)
    expect([page.actors, page.offers.map((offer) => offer.id)]).toEqual([unlock.actors, unlock.offers])
  }
  expect(board.questions.length).toBeGreaterThan(0)
  for (const question of board.questions) {
    const page = await load(client, `tanya=${question.fact}`)
    expect([page.actors, page.pairs]).toEqual([question.actors, question.settles])
  }
})

test('long lists come in pages of fifty', async () => {
  const many = Array.from({ length: 60 }, (_, n) => ({
    id: `pelaku-${String(n).padStart(3, '0')}`,
    facts: KNOWN_FACTS,
  }))
  const client = await actorDb(many)
  const first = await load(client, 'tanya=group_size')
  expect([first.actors, first.rows.length, first.page]).toEqual([60, 50, 1])
  const last = await load(client, 'tanya=group_size&hal=99')
  expect([last.rows.length, last.page]).toEqual([10, 2])
  const html = renderView(<ConcernedView page={first} />)
  expect(html).toContain('hal=2')
  expect(html).not.toContain(MARKER_NAME)
  expect(html).toContain('/pelaku/pelaku-001')
})

test('a filter of the board narrows the list too', async () => {
  const client = await actorDb([
    { id: 'a', cluster: 'IR1', facts: KNOWN_FACTS },
    { id: 'b', cluster: 'IR2', facts: KNOWN_FACTS },
  ])
  const page = await load(client, 'tanya=group_size&klaster=IR2')
  expect(page.rows.map((row) => row.id)).toEqual(['b'])
  expect(renderView(<ConcernedView page={page} />)).toContain('Saringan papan ikut berlaku')
})

test('a question nobody needs any more says so', async () => {
  const client = await actorDb([])
  expect(renderView(<ConcernedView page={await load(client, 'tanya=internet')} />)).toContain('Tidak ada pelaku lagi')
})

test.each([
  '',
  'tanya=nama',
  'buka=permits&nilai=sim',
  'buka=group_size&nilai=-3',
  'buka=internet&nilai=false',
])('not found: %s', async (query) => {
  const client = await actorDb([])
  await expect(load(client, query)).rejects.toMatchObject({ status: 404 })
})
