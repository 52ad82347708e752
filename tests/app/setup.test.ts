import { expect, test } from 'vitest'
import { setup } from '#app/setup.server.ts'
import { createDb } from '#db/client.ts'

test('the first start fills the database, the second changes nothing and says nothing', async () => {
  const client = createDb(':memory:')
  const said: string[] = []
  const first = await setup({ demoActors: 30, demoAccounts: true }, (line) => said.push(line), client)
  expect(first).toMatchObject({ actors: 30, demoActors: 30 })
  expect(first.partners).toBeGreaterThan(0)
  expect(said.join('\n')).toContain('30 pelaku rekaan')

  const changes = () => client.sqlite.prepare('select count(*) as n from change_log').get()
  const before = changes()
  const again: string[] = []
  expect(await setup({ demoActors: 30, demoAccounts: true }, (line) => again.push(line), client)).toEqual(first)
  expect(again).toEqual([])
  expect(changes()).toEqual(before)
})

test('demo actors come on the first start only, also when none were wanted then', async () => {
  const client = createDb(':memory:')
  await setup({ demoActors: 0, demoAccounts: true }, () => {}, client)
  expect((await setup({ demoActors: 500, demoAccounts: true }, () => {}, client)).actors).toBe(0)
})
