import { beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Viewer } from '#app/domain/access/viewer.ts'
import { loadReadinessPage } from '#app/features/readiness/readiness-page.server.ts'
import { actOnTeam, type TeamContext } from '#app/features/readiness/record-team.server.ts'
import type { DbClient } from '#db/client.ts'
import { loadReference } from '#db/reference/load.ts'
import { testDb } from '#tests/support/test-db.ts'
import { companionViewer, districtViewer, ministryViewer } from '#tests/support/viewers.ts'

const KENDAL = '33.24'
const TODAY = '2026-11-24'
let client: DbClient
beforeEach(async () => {
  client = await testDb()
  await loadReference(client)
  onTestFinished(() => client.close())
})

const GOOD = { intent: 'catat', dasar: 'SK Bupati 463/12/2026', tanggal: '2026-03-15', dilihat: '' }
const NOW = '2026-11-24T03:00:00.000Z'
const LATER = '2026-11-24T04:00:00.000Z'

function send(over: Partial<typeof GOOD> = {}, viewer: Viewer = districtViewer(KENDAL), now = NOW, regency = KENDAL) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...GOOD, ...over })) form.set(name, value)
  const context: TeamContext = { db: client.db, viewer, locale: 'id', today: TODAY, now }
  return actOnTeam(context, regency, form)
}

async function criterion() {
  const page = await loadReadinessPage(
    { client, today: TODAY, viewer: ministryViewer },
    new URLSearchParams({ wilayah: KENDAL }),
  )
  return { team: page.team, judged: page.rows[0]!.judged.find((one) => one.criterion === 'team')! }
}

const statusOf = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (thrown: Response) => thrown.status,
  )

test('a recorded decision meets the criterion with its day, and taking it away makes it unknown again', async () => {
  expect((await criterion()).judged).toMatchObject({ state: 'unknown', evidence: null, asOf: null })
  expect(await send()).toEqual({ next: '/kesiapan?wilayah=33.24#tim' })
  expect(await criterion()).toMatchObject({
    team: { decree: GOOD.dasar, namedOn: '2026-03-15', recordedAt: NOW },
    judged: { state: 'met', evidence: { number: 1, denominator: 1 }, asOf: '2026-03-15' },
  })
  await send({ intent: 'hapus', dilihat: NOW }, districtViewer(KENDAL), LATER)
  expect((await criterion()).judged.state).toBe('unknown')
})

test('the audit log says who recorded it for which place, and keeps no words of it', async () => {
  await send()
  const rows = await client.db.selectFrom('audit_event').selectAll().where('action', '=', 'region:team').execute()
  expect(rows).toMatchObject([{ subject_id: KENDAL, account_id: districtViewer(KENDAL).accountId }])
  expect(JSON.stringify(rows)).not.toContain('463')
})

test.each([
  ['dasar', { dasar: '' }],
  ['dasar', { dasar: 'x'.repeat(201) }],
  ['dasar', { dasar: 'SK 3324010101900001' }],
  ['tanggal', { tanggal: '15-03-2026' }],
  ['tanggal', { tanggal: '2026-02-30' }],
  ['tanggal', { tanggal: '2026-11-25' }],
])('a wrong %s is named, what was typed stays, and nothing is stored: %o', async (field, over) => {
  const result = await send(over)
  expect(result).toMatchObject({ refusal: { errors: [{ field }], typed: { ...over } } })
  expect((await criterion()).team).toBeNull()
})

test('whoever filled in the form over an older record is told, and overwrites nothing', async () => {
  await send()
  const late = await send({ dasar: 'SK Bupati 9/2026' }, ministryViewer, LATER)
  expect(late).toMatchObject({ refusal: { errors: [{ field: 'dasar' }], typed: { dasar: 'SK Bupati 9/2026' } } })
  expect((await criterion()).team).toMatchObject({ decree: GOOD.dasar })
  expect(await send({ dasar: 'SK Bupati 9/2026', dilihat: NOW }, ministryViewer, LATER)).toHaveProperty('next')
})

test('only who may record readiness does so, within her own area, for a place that exists', async () => {
  expect(await statusOf(send({}, companionViewer(KENDAL)))).toBe(403)
  expect(await statusOf(send({}, districtViewer('33.17')))).toBe(404)
  expect(await statusOf(send({}, ministryViewer, NOW, '99.99'))).toBe(404)
  expect(await statusOf(send({ intent: 'lain' }))).toBe(400)
})
