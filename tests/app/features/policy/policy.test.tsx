import { expect, test } from 'vitest'
import { PUBLIC_VIEWER } from '#app/domain/access/viewer.ts'
import { DEFAULT_POLICY } from '#app/domain/matching/policy.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { changePolicy } from '#app/features/policy/change-policy.server.ts'
import { NUMBER_FIELDS, POLICY_FIELDS } from '#app/features/policy/policy-fields.ts'
import { loadPolicyPage } from '#app/features/policy/policy-page.server.ts'
import { PolicyView } from '#app/features/policy/policy-view.tsx'
import { policyNumber } from '#app/features/policy/read-policy-form.ts'
import { findAuditEvents } from '#db/queries/audit.ts'
import { getActivePolicy } from '#db/queries/policies.ts'
import { NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { loopWorld } from '#tests/support/loop-world.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { testDb } from '#tests/support/test-db.ts'
import { districtViewer, ministryViewer } from '#tests/support/viewers.ts'

async function desk() {
  const client = await testDb()
  await loopWorld(client, [])
  const { db } = client
  const context = { db, viewer: ministryViewer, locale: 'id' as const, today: TODAY, now: NOW }
  /** The form as the page fills it in, with some fields typed over. */
  const send = async (over: Readonly<Record<string, string>> = {}, viewer = ministryViewer) => {
    const { policy } = await loadPolicyPage(context)
    const form = new FormData()
    form.set('intent', 'ubah')
    form.set(POLICY_FIELDS.seen, policy.version)
    for (const field of NUMBER_FIELDS) form.set(field, String(policyNumber(policy, field)))
    form.set(POLICY_FIELDS.ranks, policy.needRanks.join(', '))
    for (const fact of policy.changeable) form.append(POLICY_FIELDS.changeable, fact)
    form.set(POLICY_FIELDS.note, 'Notula rapat 12/2026')
    for (const [field, value] of Object.entries(over)) form.set(field, value)
    return changePolicy({ ...context, viewer }, form)
  }
  return { db, context, send }
}

test('a new version is matched with from the next question on; the old one stays as it was, and the log names both', async () => {
  const { db, context, send } = await desk()
  expect((await matchWorld(db, TODAY)).context.policy.version).toBe(DEFAULT_POLICY.version)
  expect(await send({ 'weights.need': '50', 'weights.sector': '10' })).toEqual({ next: '/kebijakan' })
  const now = (await matchWorld(db, TODAY)).context.policy
  expect(now).toEqual({
    ...DEFAULT_POLICY,
    version: TODAY,
    weights: { ...DEFAULT_POLICY.weights, need: 50, sector: 10 },
  })
  const rows = await db.selectFrom('match_policy').selectAll().orderBy('version').execute()
  expect(rows.map((row) => [row.version, row.is_active])).toEqual([
    [DEFAULT_POLICY.version, 0],
    [TODAY, 1],
  ])
  expect(JSON.parse(rows[0]!.data)).toEqual(DEFAULT_POLICY)
  const [line] = await findAuditEvents(db, { actions: ['policy:write'] }, { page: 1, size: 9 })
  expect(line).toMatchObject({ role: 'ministry', subject_id: TODAY })
  expect((await send()) && (await loadPolicyPage(context)).policy.version).toBe(`${TODAY}.2`)
})

test('an earlier version can be used again', async () => {
  const { db, context, send } = await desk()
  await send({ capacityMaxAgeDays: '60' })
  const form = new FormData()
  form.set('intent', 'pakai')
  form.set(POLICY_FIELDS.version, DEFAULT_POLICY.version)
  expect(await changePolicy(context, form)).toEqual({ next: '/kebijakan' })
  expect(await getActivePolicy(db)).toEqual(DEFAULT_POLICY)
  form.set(POLICY_FIELDS.version, 'tidak-ada')
  await expect(changePolicy(context, form)).rejects.toMatchObject({ status: 400 })
})

test.each([
  [{ 'weights.need': '41' }, 'weights.need', 'Jumlah bobot harus 100.'],
  [{ 'sector.all': '-1' }, 'sector.all', 'Penawaran untuk semua sektor'],
  [{ capacityMaxAgeDays: 'tiga puluh' }, 'capacityMaxAgeDays', 'bilangan bulat'],
  [{ needRanks: '100, 0' }, 'needRanks', '1 sampai 100'],
  [{ 'freshness.staleDays': '90' }, 'freshness.freshDays', 'lebih besar'],
  [{ alasan: ' ' }, 'alasan', 'Tulis alasan'],
  [{ alasan: 'NIK 3324010101900001' }, 'alasan', 'NIK'],
] as const)('%j is refused, named and kept as typed, and nothing changes', async (over, field, words) => {
  const { db, context, send } = await desk()
  const result = await send(over)
  if (!('refusal' in result)) throw new Error('taken')
  expect(result.refusal.errors).toEqual([{ field, message: expect.stringContaining(words) }])
  const page = await loadPolicyPage(context)
  for (const locale of ['id', 'en'] as const)
    expect(renderView(<PolicyView page={page} refusal={result.refusal} />, locale)).toContain(
      Object.values(over)[0]!.trim(),
    )
  expect(await getActivePolicy(db)).toEqual(DEFAULT_POLICY)
})

test('of two who change it at once the second is told', async () => {
  const { send } = await desk()
  await send()
  const late = await send({ [POLICY_FIELDS.seen]: DEFAULT_POLICY.version })
  expect(late).toMatchObject({ refusal: { errors: [{ message: expect.stringContaining(TODAY) }] } })
})

test('everybody reads it, the ministry alone changes it, and reasons are for the ministry', async () => {
  const { context, send } = await desk()
  await send()
  for (const viewer of [PUBLIC_VIEWER, districtViewer('33.24')]) {
    await expect(send({}, viewer)).rejects.toMatchObject({ status: viewer === PUBLIC_VIEWER ? 401 : 403 })
    const page = await loadPolicyPage({ ...context, viewer })
    expect(JSON.stringify(page)).not.toContain('Notula')
    expect(renderView(<PolicyView page={page} refusal={null} />)).toContain('Rekam jejak mitra')
  }
})

test('a version that matching cannot use is named instead of giving wrong answers', async () => {
  const { db } = await desk()
  const broken = JSON.stringify({ ...DEFAULT_POLICY, needRanks: [] })
  await db.updateTable('match_policy').set({ data: broken }).execute()
  await expect(getActivePolicy(db)).rejects.toThrow(`${DEFAULT_POLICY.version}: needRanks (ranks)`)
})
