import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { addEvidence, readEvidence } from '#app/features/consents/evidence.server.ts'
import { actOnContact, loadContactPage } from '#app/features/contacts/contact-page.server.ts'
import { readMouDocument, replaceMouDocument } from '#app/features/mou/mou-document.server.ts'
import { attachFile, readAttachment } from '#app/features/proposals/attachments.server.ts'
import { createDb } from '#db/client.ts'
import { migrate } from '#db/migrator.ts'
import { findAuditEvents, verifyAudit } from '#db/queries/audit.ts'
import { NOW } from '#tests/support/actor-rows.ts'
import { command, temporaryFolder } from '#tests/support/cli.ts'
import { TODAY } from '#tests/support/example.ts'
import { addProposal, loopWorld, OFFER, PARTNER, REGENCY } from '#tests/support/loop-world.ts'
import { addMou } from '#tests/support/mou.ts'
import { districtViewer } from '#tests/support/viewers.ts'

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64')
const [FIRST, SECOND] = [key(1), key(2)]
const ACTORS = ['pelaku-1', 'pelaku-2', 'pelaku-3']
const SCAN = Buffer.from('%PDF-1.7 isi-rahasia')

/** A data folder with three telephone numbers and a scan, all sealed with the first key. */
async function sealedFolder() {
  const { path, remove } = temporaryFolder()
  mkdirSync(path, { recursive: true })
  const client = createDb(join(path, 'sinergi.sqlite'))
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    await client.close()
    remove()
  })
  await migrate(client.db, client.dialect)
  await loopWorld(
    client,
    ACTORS.map((id) => ({ id, regency: REGENCY })),
  )
  const settings = (current: string, old = '') => {
    vi.stubEnv('DATA_DIR', path)
    vi.stubEnv('CONTACT_KEY', current)
    vi.stubEnv('CONTACT_KEYS_OLD', old)
  }
  settings(FIRST)
  const context = { db: client.db, viewer: districtViewer(REGENCY), locale: 'id' as const, now: NOW }
  for (const [at, id] of ACTORS.entries()) {
    const form = new FormData()
    form.set('intent', 'set')
    form.set('nomor', `0812-0000-471${at}`)
    await actOnContact(context, id, form)
  }
  const post = (field: string) => {
    const form = new FormData()
    form.set(field, new File([SCAN], 'surat.pdf'))
    return new Request('http://localhost/', { method: 'POST', body: form, headers: { Origin: 'http://localhost' } })
  }
  expect(await addEvidence(context, 'pelaku-1', 'izin-pelaku-1-referral', post('bukti'))).toBeNull()
  const site = { ...context, today: TODAY, via: 'page' as const }
  const letter = { bytes: new Uint8Array(SCAN), name: 'surat.pdf', mediaType: 'application/pdf' }
  await addProposal(client, { id: 'u-1', actorId: 'pelaku-1', regency: REGENCY, partnerId: PARTNER, offerId: OFFER })
  expect(await attachFile(site, 'u-1', letter)).toBeNull()
  await addMou(client, { id: 'm-1', partner_id: PARTNER, regions: `["${REGENCY}"]`, regency_code: REGENCY })
  expect(await replaceMouDocument(site, 'm-1', post('dokumen'))).toBeNull()
  const phone = async (id: string) => (await loadContactPage(context, id, new URLSearchParams('tampilkan=1'))).phone
  const documents = async () => {
    const { id } = await client.db.selectFrom('attachment').select('id').executeTakeFirstOrThrow()
    const answers = [await readAttachment(site, 'u-1', id), await readMouDocument(site, 'm-1')]
    return Promise.all(answers.map((answer) => answer.text()))
  }
  const scan = async () => {
    const { id } = await client.db.selectFrom('consent_evidence').select('id').executeTakeFirstOrThrow()
    return Buffer.from(await (await readEvidence(context, 'pelaku-1', id)).arrayBuffer())
  }
  const stored = async () => ({
    phones: await client.db.selectFrom('actor_contact').selectAll().orderBy('actor_id').execute(),
    evidence: await client.db.selectFrom('consent_evidence').selectAll().execute(),
    files: readdirSync(join(path, 'evidence')).map((name) => [
      name,
      readFileSync(join(path, 'evidence', name), 'base64'),
    ]),
  })
  return {
    client,
    path,
    settings,
    phone,
    scan,
    documents,
    stored,
    reseal: () => command(['reseal', '--json', '--data-dir', path]),
  }
}

test('after the change the new key alone opens every number and every file, and the old one is needed no more', async () => {
  const { client, settings, phone, scan, documents, stored, reseal } = await sealedFolder()
  const before = await stored()
  settings(SECOND, FIRST)
  const { code, stdout } = await reseal()
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    phones: 3,
    files: 3,
    lost: 0,
    key: expect.stringMatching(/^[0-9a-f]{8}$/),
  })
  settings(SECOND)
  expect(await phone('pelaku-3')).toBe('0812-0000-4712')
  expect(await scan()).toEqual(SCAN)
  expect(await documents()).toEqual([SCAN.toString(), SCAN.toString()])
  const after = await stored()
  expect(after.files).toHaveLength(1)
  expect(after.files).not.toEqual(before.files)
  expect(after.phones.map((row) => row.updated_at)).toEqual(before.phones.map((row) => row.updated_at))
  settings(FIRST)
  expect(await phone('pelaku-3')).toBeNull()
  const [event] = await findAuditEvents(client.db, { actions: ['key:change'] }, { page: 1, size: 9 })
  expect(event).toMatchObject({ role: 'system', detail: '{"phones":3,"files":3}' })
  expect((await verifyAudit(client.db)).findings).toEqual([])
})

test('repeated it has nothing to do, and writes no line', async () => {
  const { client, settings, stored, reseal } = await sealedFolder()
  settings(SECOND, FIRST)
  await reseal()
  const once = await stored()
  expect(JSON.parse((await reseal()).stdout)).toMatchObject({ phones: 0, files: 0 })
  expect(await stored()).toEqual(once)
  expect(await findAuditEvents(client.db, { actions: ['key:change'] }, { page: 1, size: 9 })).toHaveLength(1)
})

test('one number under a key that is not given stops it, and nothing has changed', async () => {
  const { settings, stored, reseal, client } = await sealedFolder()
  const sealed = { phone_sealed: 'deadbeef.AAAA' }
  await client.db.updateTable('actor_contact').set(sealed).where('actor_id', '=', 'pelaku-3').execute()
  const before = await stored()
  settings(SECOND, FIRST)
  const { code, stderr } = await reseal()
  expect(code).toBe(1)
  expect(stderr).toContain('deadbeef')
  expect(stderr).not.toContain(SECOND)
  expect(await stored()).toEqual(before)
})

test('evidence that cannot be opened stops it too: no number is changed, and no new file stays', async () => {
  const { settings, stored, reseal, client, path } = await sealedFolder()
  const row = await client.db.selectFrom('consent_evidence').selectAll().executeTakeFirstOrThrow()
  await client.db
    .insertInto('consent_evidence')
    .values({ ...row, id: 'zzz', file: 'zzz' })
    .execute()
  writeFileSync(join(path, 'evidence', 'zzz'), 'deadbeef-tidak-terbuka')
  const before = await stored()
  settings(SECOND, FIRST)
  expect((await reseal()).code).toBe(1)
  expect(await stored()).toEqual(before)
})
