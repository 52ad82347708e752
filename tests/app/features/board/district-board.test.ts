import { expect, test, vi } from 'vitest'
import { EVERYTHING } from '#app/domain/access/viewer.ts'
import { NO_FILTER } from '#app/features/board/board-request.ts'
import { computeBoard, computeConcerned } from '#app/features/board/compute-board.server.ts'
import { boardOf, concernedOf, districtBoardFor } from '#app/features/board/district-board.server.ts'
import { demoDb } from '#tests/support/demo-db.ts'
import { fileDb } from '#tests/support/file-db.ts'

const TODAY = '2026-11-24'

// why: some boards are worked out in a thread, which compiles its modules first
vi.setConfig({ testTimeout: 120_000 })
const REQUEST = { code: '33.24', today: TODAY, scope: EVERYTHING, ...NO_FILTER }

test('the board comes with its world and region, and there is none for a province', async () => {
  const client = await demoDb(100)
  const answer = (await districtBoardFor(client, '33.24', TODAY))!
  expect(answer.region).toMatchObject({ code: '33.24', short: 'Kendal' })
  expect(answer.board).toEqual((await computeBoard(client.db, REQUEST)).board)
  expect(answer.world.offerById.size).toBe(answer.board.offers.length)
  expect(await districtBoardFor(client, '33', TODAY)).toBeUndefined()
  expect(await districtBoardFor(client, '33.99', TODAY)).toBeUndefined()
})

test('an answer is kept until something changes', async () => {
  const client = await demoDb(100)
  const first = await boardOf(client, REQUEST)
  expect(await boardOf(client, { ...REQUEST })).toBe(first)
  expect(await boardOf(client, { ...REQUEST, cluster: 'IR1' })).not.toBe(first)
  await client.db
    .insertInto('change_log')
    .values({ index_name: 'actors', entity_id: 'demo-0000001', op: 'put', at: `${TODAY}T00:00:00Z` })
    .execute()
  const second = await boardOf(client, REQUEST)
  expect(second).not.toBe(first)
  expect(second).toEqual(first)
})

test('a large district is worked out in another thread, with the same answer', async () => {
  const { client } = await fileDb(700)
  await client.db.updateTable('actor').set({ regency_code: '33.24' }).execute()
  const [board, again] = await Promise.all([boardOf(client, REQUEST), boardOf(client, REQUEST)])
  expect(again).toBe(board)
  expect(board.district.actors).toBe(700)
  expect(board).toEqual(await computeBoard(client.db, REQUEST))
  const concern = { ask: board.board.questions[0]!.fact }
  const found = await concernedOf(client, { ...REQUEST, concern })
  expect(found).toHaveLength(board.board.questions[0]!.actors)
  expect(found).toEqual(await computeConcerned(client.db, { ...REQUEST, concern }))
})

test('a fault in the other thread is an error here, and the next question is asked afresh', async () => {
  const { client } = await fileDb(600)
  await client.db.updateTable('actor').set({ regency_code: '33.24', facts: '{broken' }).execute()
  await expect(boardOf(client, REQUEST)).rejects.toThrow('JSON')
  await client.db.updateTable('actor').set({ facts: '{}' }).execute()
  expect((await boardOf(client, REQUEST)).board.actors).toBe(600)
})
