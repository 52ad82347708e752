import { expect, test } from 'vitest'
import { addDays } from '#app/domain/loop/calendar.ts'
import { loadMouForm, loadNewMou } from '#app/features/mou/mou-form-page.server.ts'
import { MouFormView } from '#app/features/mou/mou-form-view.tsx'
import { loadMouList } from '#app/features/mou/mou-list-page.server.ts'
import { MouListView } from '#app/features/mou/mou-list-view.tsx'
import { loadMou } from '#app/features/mou/mou-page.server.ts'
import { MouView } from '#app/features/mou/mou-view.tsx'
import { changeMou, recordMou } from '#app/features/mou/save-mou.server.ts'
import { runJobs } from '#app/features/proposals/run-jobs.server.ts'
import type { DbClient } from '#db/client.ts'
import { NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { addProposal, loopWorld, OFFER, ownDataFolder, PARTNER, REGENCY } from '#tests/support/loop-world.ts'
import { addMou } from '#tests/support/mou.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { testDb } from '#tests/support/test-db.ts'
import { districtViewer, ministryViewer, partnerViewer, provinceViewer } from '#tests/support/viewers.ts'

const context = (client: DbClient, viewer = ministryViewer, now = NOW) => ({
  db: client.db,
  viewer,
  today: TODAY,
  now,
  locale: 'id' as const,
})

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

const GOOD = {
  judul: 'MoU Kendal',
  mitra: PARTNER,
  wilayah: 'Kab. Kendal',
  mulai: '2026-01-01',
  berakhir: addDays(TODAY, 100),
  jumlah_0: '2',
  kebutuhan_0: 'capital',
}

async function refer(client: DbClient, id: string, on: string, regency = REGENCY): Promise<void> {
  await addProposal(client, {
    id,
    actorId: 'pelaku-1',
    regency,
    partnerId: PARTNER,
    offerId: OFFER,
    state: 'referred',
  })
  await client.db.updateTable('proposal').set({ referred_on: on }).where('id', '=', id).execute()
}

async function recorded(client: DbClient, fields: Record<string, string> = GOOD, viewer = ministryViewer) {
  const result = await recordMou(context(client, viewer), formOf(fields))
  if ('refusal' in result) throw new Error(JSON.stringify(result.refusal.errors))
  return result.next.split('/').at(-1)!
}

test('commitments are counted down by real referrals, and what does not fit is flagged', async () => {
  const client = await testDb()
  await loopWorld(client)
  const id = await recorded(client)
  await refer(client, 'u1', '2026-02-10')
  await refer(client, 'u2', '2026-03-10')
  await refer(client, 'u3', '2026-03-11')
  await refer(client, 'u4', '2026-03-12', '32.77')
  await addProposal(client, { id: 'u5', actorId: 'pelaku-1', regency: REGENCY, partnerId: PARTNER, offerId: OFFER })
  const page = await loadMou(context(client), id)
  expect(page.now).toMatchObject({ committed: 2, delivered: 3, balance: -1 })
  expect(page.over).toBe(1)
  expect(page.misfits).toEqual([{ why: 'out_of_area', count: 1 }])
  expect(page.months.map(({ on, balance }) => [on, balance]).slice(0, 4)).toEqual([
    ['2026-01-31', 2],
    ['2026-02-28', 1],
    ['2026-03-31', -1],
    ['2026-04-30', -1],
  ])
  expect(page.months.at(-1)!.on).toBe(TODAY)
  expect(page).toMatchObject({ daysLeft: 100, warning: 180, state: 'in_force' })
  expect(renderView(<MouView page={page} />)).toContain('di luar wilayah')
})

test('of two MoUs of a partner at the same time a referral burns down one, whichever is looked at', async () => {
  const client = await testDb()
  await loopWorld(client)
  const short = await recorded(client, { ...GOOD, judul: 'Pendek', berakhir: addDays(TODAY, 10) })
  const long = await recorded(client, { ...GOOD, judul: 'Panjang' })
  for (const [at, id] of ['u1', 'u2', 'u3'].entries()) await refer(client, id, `2026-03-1${at}`)
  const delivered = async (id: string) => (await loadMou(context(client), id)).now.delivered
  expect([await delivered(short), await delivered(long)]).toEqual([2, 1])
})

test('an expired MoU opens no places, whatever is left of it', async () => {
  const client = await testDb()
  await loopWorld(client)
  const id = await recorded(client, { ...GOOD, berakhir: addDays(TODAY, -1) })
  const page = await loadMou(context(client), id)
  expect(page).toMatchObject({ state: 'expired', placesLeft: 0, daysLeft: null })
  expect(page.now.balance).toBe(2)
})

test('each sees the MoUs of her reach, and only offices change them', async () => {
  const client = await testDb()
  await loopWorld(client)
  const id = await recorded(client)
  await addMou(client, { id: 'bandung', regions: '["32.73"]', regency_code: '32.73' })
  await addMou(client, { id: 'di-mana-pun' })
  const seen = async (viewer: typeof ministryViewer) =>
    (await loadMouList(context(client, viewer))).mous.map((mou) => mou.id).sort()
  expect(await seen(ministryViewer)).toEqual(['bandung', 'di-mana-pun', id].sort())
  expect(await seen(provinceViewer('33'))).toEqual(['di-mana-pun', id].sort())
  expect(await seen(districtViewer(REGENCY))).toEqual(['di-mana-pun', id].sort())
  expect(await seen(partnerViewer(PARTNER))).toEqual([id])
  expect(await seen(districtViewer('33.74'))).toEqual(['di-mana-pun'])
  expect((await loadMou(context(client, partnerViewer(PARTNER)), id)).mayChange).toBe(false)
  await expect(loadMou(context(client, provinceViewer('32')), id)).rejects.toMatchObject({ status: 404 })
  await expect(loadMouForm(context(client, partnerViewer(PARTNER)), id)).rejects.toMatchObject({ status: 403 })
})

test('a form with mistakes says so at each field, keeps what was typed and stores nothing', async () => {
  const client = await testDb()
  await loopWorld(client)
  const fields = {
    judul: '',
    mitra: 'tiada',
    wilayah: 'Negeri Antah',
    mulai: '2026-13-01',
    alamat_dokumen: 'http://x',
    jumlah_1: '0',
    sampai_1: 'besok',
  }
  const result = await recordMou(context(client), formOf(fields))
  if (!('refusal' in result)) throw new Error('was stored')
  expect(result.refusal.errors.map((error) => error.field).sort()).toEqual(
    ['alamat_dokumen', 'judul', 'jumlah_1', 'mitra', 'mulai', 'sampai_1', 'wilayah'].sort(),
  )
  expect(result.refusal.typed).toEqual(fields)
  expect(await client.db.selectFrom('mou').selectAll().execute()).toEqual([])
  const page = await loadNewMou(context(client), new URLSearchParams())
  expect(renderView(<MouFormView page={page} refusal={result.refusal} />)).toContain('Wilayah tidak dikenal')
})

test('a district records for itself alone; nothing named means the whole district', async () => {
  const client = await testDb()
  await loopWorld(client)
  const district = districtViewer(REGENCY)
  const outside = await recordMou(context(client, district), formOf({ judul: 'X', wilayah: 'Kota Bandung' }))
  expect(outside).toMatchObject({ refusal: { errors: [{ field: 'wilayah' }] } })
  const id = await recorded(client, { judul: 'X' }, district)
  const row = await client.db.selectFrom('mou').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect([row.regency_code, row.regions]).toEqual([REGENCY, `["${REGENCY}"]`])
})

test('every model district can be recorded once, with partner and dates unknown', async () => {
  const client = await testDb()
  await loopWorld(client)
  const { models } = await loadMouList(context(client))
  expect(models).toHaveLength(21)
  for (const { n } of models) {
    const page = await loadNewMou(context(client), new URLSearchParams({ model: String(n) }))
    await recorded(client, { ...page.values })
  }
  const list = await loadMouList(context(client))
  expect(list.models.every((model) => model.mouId !== null)).toBe(true)
  expect(list.mous.every((mou) => mou.partnerName === null && mou.state === 'unknown')).toBe(true)
  expect(renderView(<MouListView page={list} />)).toContain('belum diketahui')
  expect(await recordMou(context(client), formOf({ judul: 'Lagi', model: '1' }))).toMatchObject({
    refusal: { errors: [{ field: 'judul' }] },
  })
})

test('a change replaces the clauses, is audited, and is refused where somebody was faster', async () => {
  const client = await testDb()
  await loopWorld(client)
  const id = await recorded(client)
  const { values } = await loadMouForm(context(client), id)
  const later = context(client, ministryViewer, '2026-11-24T05:00:00.000Z')
  expect(await changeMou(later, id, formOf({ ...values, jumlah_0: '9' }))).toEqual({ next: `/mou/${id}` })
  expect(await changeMou(later, id, formOf({ ...values, jumlah_0: '7' }))).toHaveProperty('refusal')
  expect((await loadMou(context(client), id)).now.committed).toBe(9)
  const audited = await client.db.selectFrom('audit_event').select(['action', 'subject_id']).execute()
  expect(audited).toEqual([
    { action: 'mou:write', subject_id: id },
    { action: 'mou:write', subject_id: id },
  ])
})

test('the warnings 180, 90 and 30 days before the end come once each, and none after it', async () => {
  ownDataFolder()
  const client = await testDb()
  await loopWorld(client)
  const endsOn = addDays(TODAY, 200)
  await addMou(client, { id: 'm1', partner_id: PARTNER, regency_code: REGENCY, ends_on: endsOn }, [{ quantity: 5 }])
  const sent = async () =>
    (await client.db.selectFrom('mail_outbox').select('id').where('kind', '=', 'mou-warning').execute()).length
  const counts: number[] = []
  for (const left of [181, 180, 180, 91, 90, 180, 30, 29, 90, 0, -1]) {
    await runJobs(client, `${addDays(endsOn, -left)}T03:00:00.000Z`)
    counts.push(await sent())
  }
  expect(counts).toEqual([0, 3, 3, 3, 6, 6, 9, 9, 9, 9, 9])
})
