import { expect, test } from 'vitest'
import { PUBLIC_VIEWER } from '#app/domain/access/viewer.ts'
import { AUDIT_ACTIONS, type AuditDetail } from '#app/domain/audit/event.ts'
import { AUDIT_PAGE_SIZE, loadAuditPage } from '#app/features/audit/audit-page.server.ts'
import { AuditView } from '#app/features/audit/audit-view.tsx'
import { detailSentences } from '#app/features/audit/detail-words.ts'
import { recordRead } from '#db/queries/audit.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { testDb } from '#tests/support/test-db.ts'
import { adminViewer, districtViewer, ministryViewer } from '#tests/support/viewers.ts'

async function log() {
  const { db } = await testDb()
  for (let n = 0; n < 60; n++) {
    const day = n < 30 ? '2026-11-22' : '2026-11-23'
    await recordRead(db, n % 2 === 0 ? districtViewer('33.24') : adminViewer, {
      at: `${day}T${n % 3 === 0 ? '18' : '02'}:00:00.000Z`,
      action: AUDIT_ACTIONS[n % AUDIT_ACTIONS.length]!,
      subject: { type: 'actor', id: `demo-000000${n % 5}` },
      because: 'service',
      detail: { fields: ['phone', 'sales_band'] },
    })
  }
  const ask = (query: string, viewer = adminViewer) => loadAuditPage({ db, viewer }, new URLSearchParams(query))
  return { ask }
}

test('only administrators read the whole log', async () => {
  const { ask } = await log()
  for (const [viewer, status] of [
    [districtViewer('33.24'), 403],
    [ministryViewer, 403],
    [PUBLIC_VIEWER, 401],
  ] as const) {
    await expect(ask('', viewer)).rejects.toMatchObject({ status })
  }
})

test('pages follow one another, and a page beyond the last is the last', async () => {
  const { ask } = await log()
  const first = await ask('')
  expect(first.lines.map((line) => line.seq)).toEqual(Array.from({ length: AUDIT_PAGE_SIZE }, (_, n) => 60 - n))
  expect((await ask('hal=9')).lines.map((line) => line.seq)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
})

test('days are days in Jakarta, both whole', async () => {
  const { ask } = await log()
  // 18:00 UTC on the 22nd is the 23rd in Jakarta
  expect((await ask('dari=2026-11-22&sampai=2026-11-22')).total).toBe(20)
  expect((await ask('dari=2026-11-23&sampai=2026-11-23')).total).toBe(30)
  expect((await ask('dari=2026-13-99')).total).toBe(60)
  expect((await ask('peran=admin&tindakan=actor:read')).lines.every((line) => line.role === 'admin')).toBe(true)
  expect((await ask('pelaku=demo-0000003')).total).toBe(12)
})

test('the page shows codes and never asks for a name, in both languages, and says whether the log is whole', async () => {
  const { ask } = await log()
  const page = await ask('periksa=1')
  expect(page.findings).toEqual([])
  for (const locale of ['id', 'en'] as const) {
    const markup = renderView(<AuditView page={page} pageSize={AUDIT_PAGE_SIZE} />, locale)
    expect(markup).toContain('P-0000003')
    expect(markup).not.toContain('demo-0000003')
    expect(markup).not.toContain('undefined')
  }
  expect(renderView(<AuditView page={page} pageSize={AUDIT_PAGE_SIZE} />)).toContain('Utuh: 60 baris')
})

test.each([
  'id',
  'en',
] as const)('details are told in words, figures in figures, and no code is left (%s)', async (locale) => {
  const { db } = await testDb()
  const entry = { at: '2026-11-24T03:00:00.000Z', subject: { type: 'actor', id: 'demo-0000001' } } as const
  const write = (action: (typeof AUDIT_ACTIONS)[number], detail: AuditDetail) =>
    recordRead(db, districtViewer('33.24'), { ...entry, action, detail })
  await write('actor:answer', { fields: ['group_size', 'internet'] })
  await write('actor:field-read', { fields: ['sales_band', 'phone'] })
  await write('account:change', { change: 'second_factor_reset', role: 'companion' })
  await write('consent:record', { purpose: 'referral', method: 'voice', evidence: 'scan', bytes: 1_200_000 })
  await write('import:apply', { created: 1200, changed: 3, rejected: 0 })
  await write('proposal:refer', { step: 'refer', from: 'accepted', to: 'referred', via: 'clock', actors: 2 })
  await write('proposal:withdraw', { step: 'withdraw', reason: 'consent_ended' })
  const { lines } = await loadAuditPage({ db, viewer: adminViewer }, new URLSearchParams())
  const told = lines.flatMap((line) => detailSentences(locale, line))
  expect(told).toHaveLength(18)
  for (const sentence of told) expect(sentence).not.toMatch(/[a-z]_[a-z]|undefined|\bvia\b|referral|accepted:/)
  expect(told.join('\n')).toContain(locale === 'id' ? 'Baris baru: 1.200' : 'New rows: 1,200')
})
