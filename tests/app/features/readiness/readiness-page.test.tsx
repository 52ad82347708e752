import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { PUBLIC_VIEWER, type Viewer } from '#app/domain/access/viewer.ts'
import type { CriterionId } from '#app/domain/readiness/criteria.ts'
import { loadReadinessPage, type ReadinessPage } from '#app/features/readiness/readiness-page.server.ts'
import { ReadinessView } from '#app/features/readiness/readiness-view.tsx'
import type { DbClient } from '#db/client.ts'
import { assignActors } from '#db/queries/actor-companions.ts'
import { findAnswerHistory } from '#db/queries/loop-record.ts'
import { NOW } from '#tests/support/actor-rows.ts'
import { demoDb } from '#tests/support/demo-db.ts'
import { addProposal, loopWorld, OFFER, PARTNER, REGENCY } from '#tests/support/loop-world.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { testDb } from '#tests/support/test-db.ts'
import { companionViewer, districtViewer, ministryViewer, provinceViewer } from '#tests/support/viewers.ts'

const load = (client: DbClient, query = '', viewer: Viewer = ministryViewer) =>
  loadReadinessPage({ client, today: '2026-11-24', viewer }, new URLSearchParams(query))
const status = (work: Promise<unknown>): Promise<number> =>
  work.then(
    () => 200,
    (thrown: Response) => thrown.status,
  )
const judged = (page: ReadinessPage, criterion: CriterionId) =>
  page.rows[0]!.judged.find((one) => one.criterion === criterion)!

async function world(actors: Parameters<typeof loopWorld>[1]): Promise<DbClient> {
  const client = await testDb()
  onTestFinished(() => client.close())
  await loopWorld(client, actors)
  return client
}

const addMou = (
  client: DbClient,
  id: string,
  over: { regions: string[]; starts: string | null; ends: string | null },
) =>
  client.db
    .insertInto('mou')
    .values({
      id,
      is_demo: 0,
      partner_id: PARTNER,
      title: 'MoU uji',
      number: null,
      parties: null,
      regions: JSON.stringify(over.regions),
      regency_code: null,
      model_district: null,
      starts_on: over.starts,
      ends_on: over.ends,
      document_name: null,
      document_type: null,
      document_url: null,
      note: null,
      created_by: null,
      created_at: NOW,
      updated_at: NOW,
    })
    .execute()

const answer = (client: DbClient, id: string, at: string) =>
  client.db
    .insertInto('proposal_event')
    .values({
      id: `${id}-jawab`,
      proposal_id: id,
      version: 2,
      step: 'accept',
      from_state: 'sent',
      to_state: 'accepted',
      account_id: null,
      role: 'partner',
      via: 'page',
      reason: null,
      reason_condition: null,
      reason_text: null,
      at,
    })
    .execute()

test('every criterion is judged by what is stored, with number, denominator and day', async () => {
  const client = await world([{}, { factsAsOf: '2026-08-01' }, { factsAsOf: null }])
  const before = await load(client, `wilayah=${REGENCY}`)
  expect(judged(before, 'mou')).toMatchObject({ state: 'unknown', evidence: null })
  expect(judged(before, 'team')).toMatchObject({ state: 'unknown', evidence: null })
  expect(judged(before, 'companions')).toMatchObject({ state: 'not_met', evidence: { number: 0, denominator: 3 } })
  expect(judged(before, 'answers').state).toBe('unknown')
  expect(judged(before, 'fresh_data')).toMatchObject({
    state: 'not_met',
    evidence: { number: 1, denominator: 3 },
    asOf: '2026-11-24',
    demo: 3,
  })
  expect(judged(before, 'open_places')).toMatchObject({ state: 'met', evidence: { number: 1 } })

  await addMou(client, 'mou-lama', { regions: [REGENCY], starts: '2024-01-01', ends: '2025-01-01' })
  await addMou(client, 'mou-lain', { regions: ['32.77'], starts: '2026-01-01', ends: '2027-01-01' })
  expect(judged(await load(client, `wilayah=${REGENCY}`), 'mou')).toMatchObject({
    state: 'not_met',
    evidence: { number: 0, denominator: 1 },
  })
  await addMou(client, 'mou-provinsi', { regions: ['33'], starts: '2026-01-01', ends: '2027-01-01' })
  await assignActors(client.db, 'test-companion', ['pelaku-1'], NOW)
  for (const id of ['tepat', 'lambat']) {
    await addProposal(client, { id, actorId: 'pelaku-1', regency: REGENCY, partnerId: PARTNER, offerId: OFFER })
  }
  await addProposal(client, {
    id: 'berjalan',
    actorId: 'pelaku-2',
    regency: REGENCY,
    partnerId: PARTNER,
    offerId: OFFER,
    state: 'sent',
  })
  await client.db
    .updateTable('proposal')
    .set({ asked_on: '2026-11-01', sent_on: '2026-11-01' })
    .where('id', '<>', 'berjalan')
    .execute()
  await answer(client, 'tepat', '2026-11-08T16:59:00.000Z')
  await answer(client, 'lambat', '2026-11-08T17:01:00.000Z')
  const page = await load(client, `wilayah=${REGENCY}`)
  expect(judged(page, 'mou')).toMatchObject({ state: 'met', evidence: { number: 1, denominator: 2 } })
  expect(judged(page, 'companions')).toMatchObject({ state: 'met', evidence: { number: 1, denominator: 3 } })
  expect(judged(page, 'answers')).toMatchObject({ state: 'not_met', evidence: { number: 1, denominator: 2 } })
  expect(page.rows[0]!.counts).toEqual({ met: 3, not_met: 2, unknown: 1 })
  const html = renderView(<ReadinessView page={page} />)
  expect(html).toContain('1 MoU berlaku dari 2 yang tercatat')
  expect(html).toContain('belum ada catatan')
})

test('an MoU without regions holds everywhere, and a question of the partner that waits for the office is no silence', async () => {
  const client = await world([{}])
  await addMou(client, 'mou-nasional', { regions: [], starts: '2026-01-01', ends: '2027-01-01' })
  const states = { menunggu: 'clarification', lewat: 'expired', diam: 'expired' } as const
  for (const [id, state] of Object.entries(states))
    await addProposal(client, { id, actorId: 'pelaku-1', regency: REGENCY, partnerId: PARTNER, offerId: OFFER, state })
  await client.db.updateTable('proposal').set({ asked_on: '2026-11-01', sent_on: '2026-11-01' }).execute()
  await client.db
    .insertInto('proposal_event')
    .values(
      (['lewat', 'diam'] as const).map((id) => ({
        id: `${id}-2`,
        proposal_id: id,
        version: 2,
        step: 'expire',
        from_state: id === 'lewat' ? ('clarification' as const) : ('seen' as const),
        to_state: 'expired' as const,
        account_id: null,
        role: 'system',
        via: 'clock' as const,
        reason: null,
        reason_condition: null,
        reason_text: null,
        at: NOW,
      })),
    )
    .execute()
  const page = await load(client, `wilayah=${REGENCY}`)
  expect(judged(page, 'mou')).toMatchObject({ state: 'met', evidence: { number: 1, denominator: 1 } })
  expect(judged(page, 'answers')).toMatchObject({ evidence: { number: 0, denominator: 1 } })
  expect((await findAnswerHistory(client.db)).map((one) => one.expiredFrom).sort()).toEqual([
    'clarification',
    null,
    'seen',
  ])
})

test('the list sorts by criteria met, shows every part, and its map and pages fit on the wire', async () => {
  const client = await demoDb(400)
  const page = await load(client)
  expect(page.total).toBe(514)
  expect(page.rows).toHaveLength(40)
  expect(page.places).toHaveLength(38)
  const met = page.rows.map((row) => row.counts.met)
  expect(met).toEqual([...met].sort((a, b) => b - a))
  for (const row of page.byCriterion) expect(row.met + row.not_met + row.unknown).toBe(514)
  const names = (await load(client, 'urut=nama&hal=2')).rows.map((row) => row.name)
  expect(names).toEqual([...names].sort())
  const central = await load(client, 'wilayah=33')
  expect(central.rows).toHaveLength(35)
  expect(central.map?.shapes).toHaveLength(35)
  expect(Math.max(...central.places.map((place) => place.actors))).toBe(
    page.places.find((place) => place.code === '33')!.actors,
  )
  for (const locale of ['id', 'en'] as const) {
    const html = renderView(<ReadinessView page={page} />, locale)
    expect(gzipSync(html).length).toBeLessThan(60_000)
    expect(html).not.toContain('style=')
    expect(html.match(/<h1/g)).toHaveLength(1)
  }
})

test('provinces and districts see their own, others are not found, and the public signs in first', async () => {
  const client = await demoDb(50)
  expect((await load(client, '', provinceViewer('33'))).region?.code).toBe('33')
  expect((await load(client, '', districtViewer('33.24'))).rows.map((row) => row.code)).toEqual(['33.24'])
  expect(await status(load(client, 'wilayah=32', provinceViewer('33')))).toBe(404)
  expect(await status(load(client, 'wilayah=33.25', districtViewer('33.24')))).toBe(404)
  expect(await status(load(client, '', companionViewer('33.24')))).toBe(403)
  expect(await status(load(client, '', PUBLIC_VIEWER))).toBe(401)
  expect(await status(load(client, 'wilayah=tidak-ada'))).toBe(404)
})
