import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { actOnContact, loadContactPage } from '#app/features/contacts/contact-page.server.ts'
import { ContactView } from '#app/features/contacts/contact-view.tsx'
import { loadProposalPage } from '#app/features/proposals/proposal-page.server.ts'
import { actOnRights } from '#app/features/rights/rights-action.server.ts'
import { loadRightsPage, rightsFile } from '#app/features/rights/rights-page.server.ts'
import { contactKeyFile } from '#app/lib/contact-keys.server.ts'
import { assignActors } from '#db/queries/actor-companions.ts'
import { findAuditEvents, verifyAudit } from '#db/queries/audit.ts'
import { addActors, NOW } from '#tests/support/actor-rows.ts'
import { fileDb } from '#tests/support/file-db.ts'
import { addProposal, consent, loopWorld, OFFER, PARTNER, REGENCY } from '#tests/support/loop-world.ts'
import { renderView } from '#tests/support/render-page.tsx'
import {
  adminViewer,
  companionViewer,
  districtViewer,
  ministryViewer,
  partnerViewer,
  provinceViewer,
} from '#tests/support/viewers.ts'

const HER = 'pelaku-1'
const TYPED = '0812-0000-4711'
const key = (fill: number) => Buffer.alloc(32, fill).toString('base64')

async function desk(viewer = districtViewer(REGENCY)) {
  const { client, dataDir } = await fileDb(0)
  await loopWorld(client, [{ id: HER, regency: REGENCY }])
  vi.stubEnv('DATA_DIR', dataDir)
  onTestFinished(() => void vi.unstubAllEnvs())
  const { db } = client
  const context = { client, db, viewer, locale: 'id' as const, now: NOW, today: '2026-11-24', dataDir }
  const send = (values: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(values)) form.set(name, value)
    return actOnContact(context, HER, form)
  }
  const page = (query = '') => loadContactPage(context, HER, new URLSearchParams(query))
  const reads = async () =>
    (await findAuditEvents(db, { actions: ['actor:field-read'] }, { page: 1, size: 9 })).map((event) => event.detail)
  return { client, db, dataDir, context, send, page, reads }
}

const bytesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file).toString('latin1'))
    .join('\n')

test('a number lies on the disk as ciphertext only, is shown when asked for, and that reading is recorded', async () => {
  const { dataDir, send, page, reads, db } = await desk()
  expect(await send({ intent: 'set', nomor: TYPED })).toEqual({ next: '/pelaku/pelaku-1/nomor?sudah=disimpan' })
  const bytes = bytesOf(dataDir)
  for (const form of [TYPED, '81200004711', Buffer.from('+6281200004711').toString('base64')]) {
    expect(bytes).not.toContain(form)
  }
  expect(statSync(contactKeyFile({ dataDir })).mode & 0o777).toBe(0o600)
  const hidden = await page()
  expect(hidden).toMatchObject({ isKept: true, phone: null })
  expect(renderView(<ContactView page={hidden} refusal={null} />)).not.toContain('4711')
  expect(await reads()).toEqual([])
  const shown = await page('tampilkan=1')
  expect(renderView(<ContactView page={shown} refusal={null} />, 'en')).toContain(TYPED)
  expect(await reads()).toEqual(['{"fields":["phone"]}'])
  expect((await verifyAudit(db)).findings).toEqual([])
  await send({ intent: 'set', nomor: '+62 811 0000 0815' })
  expect((await page('tampilkan=1')).phone).toBe('0811-0000-0815')
  await send({ intent: 'remove' })
  expect(await page('tampilkan=1')).toMatchObject({ isKept: false, phone: null })
})

test('what is no number is refused with what was typed, and an unknown form is no form', async () => {
  const { send, db } = await desk()
  expect(await send({ intent: 'set', nomor: 'tidak punya' })).toMatchObject({ refusal: { typed: 'tidak punya' } })
  await expect(send({ intent: 'lain' })).rejects.toMatchObject({ status: 400 })
  expect(await db.selectFrom('actor_contact').selectAll().execute()).toEqual([])
})

test('a new key takes over, the old one still opens, and without it the page names the key that is missing', async () => {
  const { send, page } = await desk()
  vi.stubEnv('CONTACT_KEY', key(1))
  await send({ intent: 'set', nomor: TYPED })
  vi.stubEnv('CONTACT_KEY', key(2))
  vi.stubEnv('CONTACT_KEYS_OLD', key(1))
  expect((await page('tampilkan=1')).phone).toBe(TYPED)
  vi.stubEnv('CONTACT_KEYS_OLD', '')
  const lost = await page('tampilkan=1')
  expect(lost).toMatchObject({ phone: null, missingKey: expect.stringMatching(/^[0-9a-f]{8}$/) })
  expect(renderView(<ContactView page={lost} refusal={null} />)).toContain(`disegel dengan kunci ${lost.missingKey}`)
})

test('a sealed number moved to the row of somebody else does not open there, and no two seals are alike', async () => {
  const { client, context, send, db } = await desk()
  const sealed = async () =>
    (await db.selectFrom('actor_contact').select('phone_sealed').executeTakeFirstOrThrow()).phone_sealed
  await send({ intent: 'set', nomor: TYPED })
  const first = await sealed()
  await send({ intent: 'set', nomor: TYPED })
  expect(await sealed()).not.toBe(first)
  addActors(client, [{ id: 'pelaku-2', regency: REGENCY }])
  await db.updateTable('actor_contact').set({ actor_id: 'pelaku-2' }).execute()
  await expect(loadContactPage(context, 'pelaku-2', new URLSearchParams('tampilkan=1'))).rejects.toThrow()
})

test('in production without CONTACT_KEY nothing is stored, and the page says why', async () => {
  const { send, page, db } = await desk()
  vi.stubEnv('SINERGI_STAGE', 'production')
  const result = await send({ intent: 'set', nomor: TYPED })
  expect(result).toMatchObject({ refusal: { error: expect.stringContaining('CONTACT_KEY') } })
  expect(renderView(<ContactView page={await page()} refusal={null} />)).toContain('CONTACT_KEY')
  expect(await db.selectFrom('actor_contact').selectAll().execute()).toEqual([])
})

test('her companion may, a partner, the ministry, a province and an administrator may not', async () => {
  const { context, db, send } = await desk()
  await send({ intent: 'set', nomor: TYPED })
  const as = (viewer: typeof context.viewer) =>
    loadContactPage({ ...context, viewer }, HER, new URLSearchParams('tampilkan=1'))
  const companion = companionViewer(REGENCY)
  await expect(as(companion)).rejects.toMatchObject({ status: 404 })
  await assignActors(db, companion.accountId!, [HER], NOW)
  expect((await as(companion)).phone).toBe(TYPED)
  for (const viewer of [partnerViewer(PARTNER), ministryViewer, provinceViewer('33'), adminViewer]) {
    await expect(as(viewer)).rejects.toMatchObject({ status: 403 })
    await expect(actOnContact({ ...context, viewer }, HER, new FormData())).rejects.toMatchObject({ status: 403 })
  }
})

test('her own file has it and says so in the record; the page of her rights does not print it', async () => {
  const { context, send, reads } = await desk()
  await send({ intent: 'set', nomor: TYPED })
  expect(JSON.stringify(await loadRightsPage(context, HER, new URLSearchParams()))).not.toContain('4711')
  expect(await reads()).toEqual([])
  expect(await (await rightsFile(context, HER)).json()).toMatchObject({ phoneKept: true, phone: '+6281200004711' })
  expect(await reads()).toEqual(['{"fields":["phone"]}'])
})

test('inside a referral the partner reads the number only when the receipt names it', async () => {
  const { context, send, client, reads } = await desk()
  await send({ intent: 'set', nomor: TYPED })
  const ids = { actorId: HER, regency: REGENCY, partnerId: PARTNER, offerId: OFFER }
  await addProposal(client, { id: 'usulan-1', ...ids, state: 'accepted' })
  const partner = { ...context, viewer: partnerViewer(PARTNER) }
  const phone = async () => (await loadProposalPage(partner, 'usulan-1')).actors[0]!.identity?.phone
  expect(await phone()).toBeUndefined()
  await client.db.updateTable('proposal').set({ state: 'referred' }).execute()
  expect(await phone()).toBeNull()
  expect(await reads()).toEqual([])
  await client.db.deleteFrom('consent_receipt').execute()
  await consent(client, HER, { fields: ['name', 'phone'] })
  expect(await phone()).toBe(TYPED)
  expect(await reads()).toEqual(['{"proposal":"usulan-1","fields":["phone"]}'])
  expect((await loadProposalPage(context, 'usulan-1')).actors[0]!.identity?.phone).toBeNull()
})

test('an erasure takes the number with her', async () => {
  const { context, send, db } = await desk()
  await send({ intent: 'set', nomor: TYPED })
  const form = new FormData()
  form.set('intent', 'erase')
  form.set('kode', actorCode(HER))
  await actOnRights(context, HER, form)
  expect(await db.selectFrom('actor_contact').selectAll().execute()).toEqual([])
})
