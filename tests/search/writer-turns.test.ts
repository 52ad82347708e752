import { expect, test } from 'vitest'
import { exchangeSetting, getSetting, putSetting } from '#db/queries/settings.ts'
import { sharedTurns } from '#search/writer-turns.ts'
import { testDb } from '#tests/support/test-db.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('work of several processes on one name is done one after another, also after a failure', async () => {
  const { db } = await testDb()
  const [one, two] = [sharedTurns(() => db, 'x'), sharedTurns(() => db, 'x')]
  let inside = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    await pause(20)
    inside--
  }
  const failing = one(async () => {
    await work()
    throw new Error('broke off')
  })
  await Promise.all([expect(failing).rejects.toThrow('broke off'), two(work), one(work), two(work)])
  expect(most).toBe(1)
})

test('the turn of a process that died ends by itself', async () => {
  const { db } = await testDb()
  await putSetting(db, 'search-writer:x', { holder: 'dead', until: Date.now() + 150 })
  const start = performance.now()
  await sharedTurns(() => db, 'x')(async () => {})
  expect(performance.now() - start).toBeGreaterThan(100)
})

test('a setting is exchanged only where the known value still stands', async () => {
  const { db } = await testDb()
  expect(await exchangeSetting(db, 'k', undefined, 1)).toBe(true)
  expect(await exchangeSetting(db, 'k', undefined, 2)).toBe(false)
  expect(await exchangeSetting(db, 'k', 9, 2)).toBe(false)
  expect(await exchangeSetting(db, 'k', 1, 2)).toBe(true)
  expect(await getSetting(db, 'k')).toBe(2)
})
