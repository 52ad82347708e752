import { expect, test } from 'vitest'
import { actOnActor } from '#app/features/actors/actor-action.server.ts'
import { AnswerConflict } from '#app/features/actors/answer-conflict.tsx'
import type { DbClient } from '#db/client.ts'
import { getActor } from '#db/queries/actors.ts'
import { actorDb, historyCounts, MARKER_NAME, NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { unboundOfficer } from '#tests/support/viewers.ts'

function send(client: DbClient, fields: readonly (readonly [string, string])[], actorId = 'pelaku-1') {
  const form = new FormData()
  form.set('version', NOW)
  for (const [name, value] of fields) {
    if (name === 'version') form.set(name, value)
    else form.append(name, value)
  }
  const context = {
    db: client.db,
    locale: 'id',
    today: TODAY,
    now: `${TODAY}T04:00:00.000Z`,
    viewer: unboundOfficer,
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
      conflict: null,
    },
    status: 400,
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

const answerOf = (fact: string, value: string, version = NOW) =>
  [
    ['intent', 'answer'],
    ['fact', fact],
    ['value', value],
    ['version', version],
  ] as const

test('of two people answering one fact the second sees both values, and stores hers only when she says so', async () => {
  const client = await actorDb()
  await send(client, answerOf('group_size', '12'))
  const before = await historyCounts(client)
  const second = await send(client, answerOf('group_size', '15'))
  expect(second).toMatchObject({
    status: 409,
    refusal: { conflict: { fact: 'group_size', mine: 15, stored: 12, values: ['15'] } },
  })
  expect(await historyCounts(client)).toEqual(before)
  const { conflict } = (second as { refusal: { conflict: Parameters<typeof AnswerConflict>[0]['conflict'] } }).refusal
  for (const locale of ['id', 'en'] as const) {
    const html = renderView(<AnswerConflict actorId="pelaku-1" conflict={conflict} />, locale)
    expect(html).toContain('12')
    expect(html).toContain('15')
    expect(html).toContain(`value="${conflict.version}"`)
  }
  await send(client, answerOf('group_size', '15', conflict.version))
  expect(JSON.parse((await getActor(client.db, 'pelaku-1'))!.facts)).toEqual({ group_size: 15 })
})

test('two people answering different facts, or the same with the same value, do not disturb each other', async () => {
  const client = await actorDb()
  await send(client, answerOf('group_size', '12'))
  expect(await send(client, answerOf('internet', 'yes'))).toHaveProperty('next')
  expect(await send(client, answerOf('group_size', '12'))).toHaveProperty('next')
  expect(JSON.parse((await getActor(client.db, 'pelaku-1'))!.facts)).toEqual({ group_size: 12, internet: true })
})
