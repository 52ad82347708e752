import { expect, test } from 'vitest'
import { OPERATOR } from '#app/domain/access/viewer.ts'
import { actOnActor } from '#app/features/actors/actor-action.server.ts'
import type { DbClient } from '#db/client.ts'
import { getActor } from '#db/queries/actors.ts'
import { actorDb, historyCounts, MARKER_NAME } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'

function send(client: DbClient, fields: readonly (readonly [string, string])[], actorId = 'pelaku-1') {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  const context = {
    db: client.db,
    locale: 'id',
    today: TODAY,
    now: `${TODAY}T04:00:00.000Z`,
    viewer: OPERATOR,
  } as const
  return actOnActor(context, actorId, form)
}

test('a good answer leads back to the profile with the change marked and no name in the address', async () => {
  const client = await actorDb()
  const result = await send(client, [
    ['intent', 'answer'],
    ['fact', 'permits'],
    ['value', 'nib'],
    ['value', 'halal'],
    ['place', 'tanya'],
  ])
  expect(result).toEqual({ next: expect.stringMatching(/^\/pelaku\/pelaku-1\?perubahan=[0-9a-f-]{36}#perubahan$/) })
  expect(JSON.stringify(result)).not.toContain(MARKER_NAME)
  expect(JSON.parse((await getActor(client.db, 'pelaku-1'))!.facts)).toEqual({ permits: ['nib', 'halal'] })
})

test('a bad answer is told to its own form and changes nothing', async () => {
  const client = await actorDb()
  const before = await historyCounts(client)
  const result = await send(client, [
    ['intent', 'answer'],
    ['fact', 'group_size'],
    ['value', 'banyak'],
    ['place', 'fakta'],
  ])
  expect(result).toEqual({
    refusal: {
      answer: {
        fact: 'group_size',
        place: 'fakta',
        values: ['banyak'],
        message: 'Jumlah anggota kelompok sedesa: tulis bilangan bulat dengan angka, misalnya 12',
      },
      undo: null,
    },
  })
  expect(await historyCounts(client)).toEqual(before)
})

test('forms that are none of ours are refused, and an unknown actor is not found', async () => {
  const client = await actorDb()
  const status = (fields: readonly (readonly [string, string])[], actorId?: string) =>
    send(client, fields, actorId).then(
      () => 0,
      (refusal: Response) => refusal.status,
    )
  const answer = [
    ['intent', 'answer'],
    ['fact', 'internet'],
    ['value', 'yes'],
  ] as const
  expect(await status([['intent', 'delete']])).toBe(400)
  expect(
    await status([
      ['intent', 'answer'],
      ['fact', 'partner_checked'],
    ]),
  ).toBe(400)
  expect(await status(answer, 'nobody')).toBe(404)
  expect(
    await status([
      ['intent', 'undo'],
      ['change', 'nothing'],
    ]),
  ).toBe(404)
})
