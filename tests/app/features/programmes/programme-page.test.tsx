import { expect, test } from 'vitest'
import { PUBLIC_VIEWER, type Viewer } from '#app/domain/access/viewer.ts'
import { addDays } from '#app/domain/loop/calendar.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { loadProgrammeList } from '#app/features/programmes/programme-list-page.server.ts'
import { ProgrammeListView } from '#app/features/programmes/programme-list-view.tsx'
import { loadProgramme } from '#app/features/programmes/programme-page.server.ts'
import { ProgrammeView } from '#app/features/programmes/programme-view.tsx'
import { sendProgramme } from '#app/features/programmes/send-programme.server.ts'
import { takeStep } from '#app/features/proposals/take-step.server.ts'
import type { DbClient } from '#db/client.ts'
import { MARKER_NAME, NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { acting, OFFER, ownDataFolder, PARTNER, REGENCY } from '#tests/support/loop-world.ts'
import { addProgramme } from '#tests/support/programme.ts'
import { PROGRAMME, programmeContext, programmeWorld, publishProgramme } from '#tests/support/programme-world.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { testDb } from '#tests/support/test-db.ts'
import {
  companionViewer,
  districtViewer,
  ministryViewer,
  partnerViewer,
  provinceViewer,
} from '#tests/support/viewers.ts'

async function published(actors: number, without: readonly string[] = []): Promise<DbClient> {
  ownDataFolder()
  const client = await testDb()
  await programmeWorld(client, actors, { without })
  await publishProgramme(client)
  await sendProgramme(client, PROGRAMME, NOW)
  return client
}

async function pageFor(client: DbClient, viewer: Viewer) {
  const page = await loadProgramme(programmeContext(client, viewer), PROGRAMME, new URLSearchParams())
  const html = (['id', 'en'] as const).map((locale) => renderView(<ProgrammeView page={page} refusal={null} />, locale))
  for (const one of html) {
    expect(one).not.toContain('style=')
    expect(one).not.toContain(MARKER_NAME)
  }
  return { page, html: html.join() }
}

const WAITING = ['pelaku-7', 'pelaku-8']
const names = (html: string) => WAITING.some((id) => html.includes(id) || html.includes(actorCode(id)))

test('the page counts acceptance, closed loop, help and who was lost against the target, of what each is a share', async () => {
  const client = await published(22, WAITING)
  // the two with most women: the last batch has fewer than are told not helped below
  const [first, second] = await client.db
    .selectFrom('proposal_actor')
    .select((eb) => ['proposal_id as id', eb.fn.countAll().as('women')])
    .groupBy('proposal_id')
    .orderBy('women', 'desc')
    .execute()
  const partner = acting(client, { viewer: partnerViewer(PARTNER) })
  const office = acting(client)
  await takeStep(partner, first!.id, { step: 'accept' })
  await takeStep(office, first!.id, { step: 'refer' })
  const women = await client.db
    .selectFrom('proposal_actor')
    .select('position')
    .where('proposal_id', '=', first!.id)
    .execute()
  const outcomes = women.map(({ position }) =>
    position < 3
      ? {
          position,
          outcome: 'not_helped' as const,
          reason: { id: 'no_capacity' as const, condition: null, text: null },
        }
      : { position, outcome: 'helped' as const, reason: null },
  )
  const ended = await takeStep(office, first!.id, { step: 'helped', outcomes })
  expect(ended.ok).toBe(true)
  await takeStep(office, second!.id, { step: 'withdraw', reason: { id: 'other', condition: null, text: 'keliru' } })
  const helped = women.length - 3
  const { rows, total } = (await pageFor(client, ministryViewer)).page.figures!
  if (!total.exact || !rows[0]!.figures.exact) throw new Error('rounded for the ministry')
  const gone = Number(
    (
      await client.db
        .selectFrom('proposal_actor')
        .select((eb) => eb.fn.countAll().as('n'))
        .where('proposal_id', '=', second!.id)
        .executeTakeFirstOrThrow()
    ).n,
  )
  expect(total.counts).toMatchObject({ planned: 22, sent: 20, waitingConsent: 2, helped, notHelped: 3, lost: gone })
  expect(total.rates).toMatchObject({
    accepted: { part: women.length, of: 20 },
    closedLoop: { part: women.length, of: 20 },
    helped: { part: helped, of: women.length },
    lost: { part: gone, of: 20 },
    ofTarget: { part: helped, of: 10 },
  })
  expect(rows[0]!.figures.counts).toEqual(total.counts)
  const told = (await pageFor(client, PUBLIC_VIEWER)).page.figures!.total
  expect(told).toMatchObject({ exact: false, told: { sent: 20, helped: Math.floor(helped / 5) * 5 } })
  await client.close()
})

test('everybody reads a published programme without a desk; only her own district learns who waits for consent', async () => {
  const client = await published(8, WAITING)
  const everybody = [
    PUBLIC_VIEWER,
    partnerViewer(PARTNER),
    provinceViewer('33'),
    districtViewer('33.25'),
    ministryViewer,
  ]
  for (const viewer of everybody) {
    const { page, html } = await pageFor(client, viewer)
    expect(names(html), viewer.role).toBe(false)
    expect(page.todo).toBe(null)
    expect(page.desk === null).toBe(viewer.role !== 'ministry')
  }
  const her = await pageFor(client, districtViewer(REGENCY))
  expect(her.page.todo!.actors.map((one) => one.actorId)).toEqual(WAITING)
  expect(her.html).toContain(`/pelaku/${WAITING[0]}/persetujuan`)
  expect((await pageFor(client, companionViewer(REGENCY))).page.todo).toBe(null)
  await client.db
    .insertInto('actor_companion')
    .values({ actor_id: WAITING[1]!, account_id: 'test-companion', assigned_at: NOW })
    .execute()
  const hers = await pageFor(client, companionViewer(REGENCY))
  expect(hers.page.todo!.actors.map((one) => one.actorId)).toEqual([WAITING[1]])
  const list = await loadProgrammeList(programmeContext(client, districtViewer(REGENCY)), new URLSearchParams())
  expect(list.lines).toMatchObject([{ id: PROGRAMME, waitingConsent: 2 }])
  await client.close()
})

test('the public reads no count of a few, no inner document and nothing of the consultation', async () => {
  const client = await published(4)
  const inner = { url: null, note: 'catatan dalam', is_public: 0 as const }
  await client.db
    .insertInto('programme_document')
    .values([
      { programme_id: PROGRAMME, position: 0, title: 'Notulen', ...inner },
      {
        programme_id: PROGRAMME,
        position: 1,
        title: 'Pedoman',
        url: 'https://contoh.example/',
        note: null,
        is_public: 1,
      },
    ])
    .execute()
  await client.db.updateTable('programme').set({ consultation: 'rapat rahasia', closing_note: 'pelajaran' }).execute()
  const { page, html } = await pageFor(client, PUBLIC_VIEWER)
  expect(page.documents.map((document) => document.title)).toEqual(['Pedoman'])
  expect(html).not.toMatch(/Notulen|catatan dalam|rapat rahasia|pelajaran/)
  const { figures } = page
  if (figures!.total.exact || figures!.rows[0]!.figures.exact) throw new Error('exact for the public')
  expect(figures!.total.told).toMatchObject({ sent: null, helped: null, accepted: null })
  expect(html).toContain('kurang dari 5')
  const ministry = await pageFor(client, ministryViewer)
  expect(ministry.html).toContain('rapat rahasia')
  expect(ministry.page.documents).toHaveLength(2)
  await client.close()
})

test('drafts are seen by who makes them, a consultation by those it concerns, a draft never published by nobody else', async () => {
  const client = await testDb()
  await programmeWorld(client, 1)
  await addProgramme(client, { id: 'draf' })
  await addProgramme(client, { id: 'draf-provinsi', province_code: '33' })
  await addProgramme(client, { id: 'tutup', state: 'closed', offers: [OFFER], regencies: [REGENCY] })
  const seen = async (viewer: Viewer) =>
    (await loadProgrammeList(programmeContext(client, viewer), new URLSearchParams())).lines
      .map((line) => line.id)
      .sort()
  expect(await seen(ministryViewer)).toEqual(['draf', 'draf-provinsi', PROGRAMME, 'tutup'])
  expect(await seen(provinceViewer('33'))).toEqual(['draf-provinsi', PROGRAMME])
  expect(await seen(provinceViewer('32'))).toEqual([])
  expect(await seen(districtViewer(REGENCY))).toEqual([PROGRAMME])
  expect(await seen(districtViewer('33.25'))).toEqual([])
  expect(await seen(partnerViewer(PARTNER))).toEqual([PROGRAMME])
  expect(await seen(partnerViewer('pnm'))).toEqual([])
  expect(await seen(companionViewer(REGENCY))).toEqual([])
  expect(await seen(PUBLIC_VIEWER)).toEqual([])
  const page = await loadProgrammeList(programmeContext(client), new URLSearchParams({ keadaan: 'draft' }))
  expect(page.lines.map((line) => line.id).sort()).toEqual(['draf', 'draf-provinsi'])
  for (const locale of ['id', 'en'] as const)
    expect(renderView(<ProgrammeListView page={page} />, locale)).toContain('/program/draf-provinsi')
  await client.close()
})

test('an erased woman stays in the counts and nowhere else', async () => {
  const client = await published(6, ['pelaku-6'])
  await client.db.deleteFrom('consent_receipt').execute()
  for (const actor of ['pelaku-1', 'pelaku-6']) await client.db.deleteFrom('actor').where('id', '=', actor).execute()
  const { total } = (await pageFor(client, ministryViewer)).page.figures!
  expect(total).toMatchObject({ counts: { planned: 6, sent: 5, waitingConsent: 1 } })
  const left = await client.db.selectFrom('programme_entry').selectAll().where('actor_id', 'is', null).execute()
  expect(left).toHaveLength(2)
  expect(new Set(left.map((one) => one.person)).size).toBe(2)
  expect(JSON.stringify(left)).not.toMatch(/pelaku-[16]"/)
  await client.close()
})

test('a programme says how long ago its women were last heard of', async () => {
  const client = await published(5)
  await client.db
    .updateTable('proposal')
    .set({ state: 'referred', moved_on: addDays(TODAY, -120) })
    .execute()
  const { total } = (await pageFor(client, ministryViewer)).page.figures!
  expect(total).toMatchObject({ counts: { lost: 5, open: 0 } })
  await client.close()
})
