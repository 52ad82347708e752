import { expect, test } from 'vitest'
import { loadConsentPage, loadConsentSheet } from '#app/features/consents/consent-page.server.ts'
import { ConsentView } from '#app/features/consents/consent-view.tsx'
import { actOnConsents } from '#app/features/consents/record-consent.server.ts'
import { SheetView } from '#app/features/consents/sheet-view.tsx'
import { findAuditEvents, verifyAudit } from '#db/queries/audit.ts'
import { actorsWithConsent } from '#db/queries/consents.ts'
import { actorDb, MARKER_NAME, NOW } from '#tests/support/actor-rows.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { companionViewer, districtViewer, ministryViewer } from '#tests/support/viewers.ts'

const HER = 'pelaku-1'

async function desk(viewer = districtViewer('33.24')) {
  const { db } = await actorDb([{ regency: '33.24' }, { regency: '32.77' }])
  const context = { db, viewer, locale: 'id' as const, now: NOW, today: '2026-11-24' }
  const send = (values: Record<string, string | readonly string[]>, actorId = HER) => {
    const form = new FormData()
    for (const [key, value] of Object.entries(values)) for (const one of [value].flat()) form.append(key, one as string)
    return actOnConsents(context, actorId, form)
  }
  const page = (query = '') => loadConsentPage(context, HER, new URLSearchParams(query))
  const seen = async (purpose: 'browse' | 'referral') =>
    (await actorsWithConsent(db, 'pnm', purpose, '2026-11-24').execute()).map((row) => row.actor_id)
  return { db, context, send, page, seen }
}

const YES = {
  intent: 'record',
  mitra: 'pnm',
  keperluan: ['browse', 'referral'],
  data: ['products', 'needs', 'name'],
  cara: 'screen',
  masa: '12',
  dibacakan: 'ya',
  naskah: ['browse-1-id', 'referral-1-id'],
}

test('a consent is stored for each purpose with no field more than the purpose carries, and audited', async () => {
  const { db, send, page, seen } = await desk()
  expect(await send(YES)).toEqual({ next: '/pelaku/pelaku-1/persetujuan?tercatat=pnm#tercatat' })
  const { receipts, done } = await page('tercatat=pnm')
  expect(done).toMatchObject({ kind: 'recorded' })
  expect(receipts.map(({ purpose, fields, state, expiresOn }) => ({ purpose, fields, state, expiresOn }))).toEqual(
    expect.arrayContaining([
      { purpose: 'browse', fields: ['products', 'needs'], state: 'valid', expiresOn: '2027-11-24' },
      { purpose: 'referral', fields: ['products', 'needs', 'name'], state: 'valid', expiresOn: '2027-11-24' },
    ]),
  )
  expect(await seen('browse')).toEqual([HER])
  const events = await findAuditEvents(db, { actions: ['consent:record'] }, { page: 1, size: 9 })
  expect(events.map((event) => [event.partner_id, event.subject_id])).toEqual([
    ['pnm', HER],
    ['pnm', HER],
  ])
  expect((await verifyAudit(db)).findings).toEqual([])
})

test('a withdrawal counts at once and once, and leaves the other consent alone', async () => {
  const { db, send, page, seen } = await desk()
  await send(YES)
  const browse = (await page()).receipts.find((receipt) => receipt.purpose === 'browse')!
  const taken = { intent: 'withdraw', izin: browse.id, sebab: 'her_wish' }
  await send(taken)
  await send(taken)
  expect(await seen('browse')).toEqual([])
  expect(await seen('referral')).toEqual([HER])
  expect((await findAuditEvents(db, { actions: ['consent:withdraw'] }, { page: 1, size: 9 })).length).toBe(1)
  expect((await page(`dicabut=${browse.id}`)).done).toMatchObject({ kind: 'withdrawn' })
  await expect(send({ ...taken, izin: 'lain' })).rejects.toMatchObject({ status: 404 })
})

test.each([
  [{ mitra: '' }, 'mitra'],
  [{ mitra: 'tidak-ada' }, 'mitra'],
  [{ keperluan: [] }, 'keperluan'],
  [{ data: [] }, 'data'],
  [{ keperluan: 'browse', data: 'phone' }, 'data'],
  [{ cara: 'bisik' }, 'cara'],
  [{ masa: '99' }, 'masa'],
])('a form with %j is refused at its field, and nothing typed is lost', async (changes, field) => {
  const { send, page } = await desk()
  const result = await send({ ...YES, ...changes })
  expect(result).toMatchObject({ refusal: { errors: [{ field }] } })
  expect((await page()).receipts).toEqual([])
  if ('refusal' in result) {
    const markup = renderView(<ConsentView page={await page()} refusal={result.refusal} />)
    expect(markup).toContain(`href="#${field}"`)
    if (!('cara' in changes)) expect(markup).toMatch(/value="screen"[^>]*checked|checked[^>]*value="screen"/)
  }
})

test('who may not, or not here, is refused and leaves no trace', async () => {
  const other = await desk(districtViewer('32.77'))
  await expect(other.page()).rejects.toMatchObject({ status: 404 })
  await expect(other.send(YES)).rejects.toMatchObject({ status: 404 })
  await expect((await desk(ministryViewer)).page()).rejects.toMatchObject({ status: 403 })
  await expect((await desk(companionViewer('33.24'))).page()).rejects.toMatchObject({ status: 404 })
  expect(await findAuditEvents(other.db, {}, { page: 1, size: 9 })).toEqual([])
})

test('the blank sheet names nobody, the filled one does and is recorded', async () => {
  const { db, context } = await desk()
  const blank = renderView(<SheetView sheet={await loadConsentSheet(context, HER, new URLSearchParams())} />, 'en')
  expect(blank).not.toContain(MARKER_NAME)
  expect(blank).toContain('Bolehkah')
  expect(await findAuditEvents(db, {}, { page: 1, size: 9 })).toEqual([])
  const filled = await loadConsentSheet(context, HER, new URLSearchParams('isi=1&mitra=pnm&keperluan=browse'))
  expect(renderView(<SheetView sheet={filled} />)).toContain(MARKER_NAME)
  expect(filled.purposes).toEqual(['browse'])
  expect((await findAuditEvents(db, {}, { page: 1, size: 9 })).map((event) => event.action)).toEqual([
    'actor:identity-read',
  ])
})

test('the receipt names the text the form showed, whatever the language and what was released meanwhile', async () => {
  const { db, context, send } = await desk()
  const texts = async () =>
    (await db.selectFrom('consent_receipt').select('text_id').execute()).map((row) => row.text_id)
  const shown = await loadConsentPage({ ...context, locale: 'en' }, HER, new URLSearchParams())
  const markup = renderView(<ConsentView page={shown} refusal={null} />, 'en')
  const naskah = [...markup.matchAll(/name="naskah" value="([^"]+)"/g)].map((found) => found[1]!)
  expect(naskah).toEqual(shown.texts.map((text) => text.id))
  const english = naskah.find((id) => id === shown.texts.find((text) => text.purpose === 'browse')!.id)!
  const { version } = shown.texts.find((text) => text.id === english)!
  const next = { purpose: 'browse', version: version + 1, body: 'baru', added_at: NOW } as const
  for (const language of ['id', 'en'])
    await db
      .insertInto('consent_text')
      .values({ id: `browse-baru-${language}`, language, ...next })
      .execute()
  await send({ ...YES, keperluan: 'browse', naskah })
  expect(await texts()).toEqual([english])
  await send({ ...YES, keperluan: 'browse', naskah, cara: 'paper' })
  const indonesian = await db
    .selectFrom('consent_text')
    .select('id')
    .where('purpose', '=', 'browse')
    .where('version', '=', version)
    .where('language', '=', 'id')
    .executeTakeFirstOrThrow()
  expect((await texts()).sort()).toEqual([english, indonesian.id].sort())
})

test.each([
  [[]],
  [['tidak-ada']],
  [['referral-1-id']],
])('a form that does not say which text was shown (%j) is refused, and the tick has to be set anew', async (naskah) => {
  const { send, page } = await desk()
  const result = await send({ ...YES, keperluan: 'browse', naskah })
  expect(result).toMatchObject({ refusal: { errors: [{ field: 'dibacakan' }], draft: { said: false } } })
  expect((await page()).receipts).toEqual([])
})

test('a second click stores nothing, and after a withdrawal the same may be allowed again', async () => {
  const { db, send, page } = await desk()
  await Promise.all([send(YES), send(YES)])
  expect((await page()).receipts).toHaveLength(2)
  expect(await findAuditEvents(db, { actions: ['consent:record'] }, { page: 1, size: 9 })).toHaveLength(2)
  const browse = (await page()).receipts.find((receipt) => receipt.purpose === 'browse')!
  await send({ intent: 'withdraw', izin: browse.id, sebab: 'her_wish' })
  await send(YES)
  const states = (await page()).receipts.map(({ purpose, state }) => `${purpose} ${state}`)
  expect(states.sort()).toEqual(['browse valid', 'browse withdrawn', 'referral valid'])
})

test('a withdrawal ends what the partner may do, by however many receipts; a slip of the pen ends that one alone', async () => {
  const { send, page, seen } = await desk()
  await send(YES)
  await send({ ...YES, masa: '24' })
  await send({ ...YES, data: ['products'], keperluan: 'browse' })
  const browse = (await page()).receipts.filter((receipt) => receipt.purpose === 'browse')
  expect(browse).toHaveLength(3)
  await send({ intent: 'withdraw', izin: browse[0]!.id, sebab: 'wrongly_recorded' })
  expect(await seen('browse')).toEqual([HER])
  const still = await page(`dicabut=${browse[0]!.id}`)
  expect(still.done).toMatchObject({ isStillAllowed: true })
  expect(renderView(<ConsentView page={still} refusal={null} />)).toContain('masih berlaku')
  await send({ intent: 'withdraw', izin: browse[1]!.id, sebab: 'her_wish' })
  expect(await seen('browse')).toEqual([])
  expect(await seen('referral')).toEqual([HER])
  expect((await page(`dicabut=${browse[1]!.id}`)).done).toMatchObject({ isStillAllowed: false })
})
