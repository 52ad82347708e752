import { createElement } from 'react'
import { expect, test } from 'vitest'
import { createProposal } from '#app/features/proposals/create-proposal.server.ts'
import { actOnDesk } from '#app/features/proposals/desk-action.server.ts'
import { loadDesk } from '#app/features/proposals/desk-page.server.ts'
import { DeskView } from '#app/features/proposals/desk-view.tsx'
import { takeStep } from '#app/features/proposals/take-step.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import type { DbClient } from '#db/client.ts'
import { getOffer } from '#db/queries/offers.ts'
import { getProposal } from '#db/queries/proposals.ts'
import { acting, loopWorld, OFFER, ownDataFolder, PARTNER } from '#tests/support/loop-world.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { testDb } from '#tests/support/test-db.ts'
import { partnerViewer } from '#tests/support/viewers.ts'

async function world(over: Parameters<typeof loopWorld>[2] = {}): Promise<{ client: DbClient; id: string }> {
  ownDataFolder()
  const client = await testDb()
  await loopWorld(client, [{}], over)
  const override = { reason: 'local_knowledge', text: 'uji' }
  const wanted = { offerId: OFFER, actorIds: ['pelaku-1'], isGroup: false, note: 'Siap mulai', override }
  const created = await createProposal(acting(client), wanted)
  if (!created.ok) throw new Error(JSON.stringify(created))
  expect(await takeStep(acting(client), created.id, { step: 'send' })).toMatchObject({ ok: true })
  return { client, id: created.id }
}

const staff = (client: DbClient, accountId = 'staf-1') =>
  ({
    ...acting(client, { viewer: { ...partnerViewer(PARTNER), accountId } }),
    client,
    locale: 'id',
  }) as unknown as RequestContext

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('one tap answers from the desk; of two who tap at once the second reads who was faster', async () => {
  const { client, id } = await world()
  const { inbox } = await loadDesk(staff(client))
  expect(inbox).toMatchObject({ total: 1, lines: [{ id, actors: 1, note: 'Siap mulai', placesLeft: 10, daysLeft: 7 }] })
  expect(inbox.lines[0]!.checked).toBeGreaterThan(0)
  const tap = form({ intent: 'accept', usulan: id })
  const answers = await Promise.all([actOnDesk(staff(client), tap), actOnDesk(staff(client, 'staf-2'), tap)])
  expect(answers.filter((answer) => 'next' in answer)).toEqual([{ next: '/meja-mitra#kotak-masuk' }])
  const lost = answers.find((answer) => 'refusal' in answer)
  if (!lost || !('refusal' in lost)) throw new Error('both were taken')
  expect(lost.refusal.errors[0]!.message).toContain('sudah berubah menjadi “Diterima” oleh Contoh staf-')
  expect((await getProposal(client.db, id))!.state).toBe('accepted')
  expect((await getOffer(client.db, OFFER))!.capacity.taken).toBe(1)
  expect((await loadDesk(staff(client))).inbox.total).toBe(0)
})

test('old places are confirmed with one tap where the proposal stands, and then it is accepted', async () => {
  const { client, id } = await world({ asOf: '2026-01-01' })
  const page = await loadDesk(staff(client))
  expect(page.inbox.lines[0]).toMatchObject({ confirmPlaces: true })
  expect(renderView(createElement(DeskView, { page, refusal: null }))).toContain('Masih ada 10 tempat')
  expect(await actOnDesk(staff(client), form({ intent: 'accept', usulan: id }))).toMatchObject({
    refusal: { errors: [{ field: `usulan-${id}` }] },
  })
  await actOnDesk(staff(client), form({ intent: 'same', penawaran: OFFER }))
  expect((await loadDesk(staff(client))).inbox.lines[0]).toMatchObject({ confirmPlaces: false })
  expect(await actOnDesk(staff(client), form({ intent: 'accept', usulan: id }))).toHaveProperty('next')
})

test('places that cannot be are refused at their field, with what was typed; foreign offers are not there', async () => {
  const { client } = await world()
  const result = await actOnDesk(
    staff(client),
    form({ intent: 'places', penawaran: OFFER, jumlah: '3', terisi: '8 orang' }),
  )
  if (!('refusal' in result)) throw new Error('it was taken')
  const html = renderView(createElement(DeskView, { page: await loadDesk(staff(client)), refusal: result.refusal }))
  expect(html).toContain(`href="#jumlah-${OFFER}"`)
  expect(html).toContain('value="8 orang"')
  const other = actOnDesk(staff(client), form({ intent: 'same', penawaran: 'pnm.mekaar' }))
  await expect(other).rejects.toMatchObject({ status: 404 })
})
