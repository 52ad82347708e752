import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { loadConsentPage } from '#app/features/consents/consent-page.server.ts'
import { ConsentView } from '#app/features/consents/consent-view.tsx'
import { addEvidence, readEvidence } from '#app/features/consents/evidence.server.ts'
import { EVIDENCE_LIMIT } from '#app/features/consents/evidence-problem.ts'
import { eraseActor } from '#app/features/rights/erase-actor.server.ts'
import { findAuditEvents } from '#db/queries/audit.ts'
import { NOW } from '#tests/support/actor-rows.ts'
import { fileDb } from '#tests/support/file-db.ts'
import { consent, loopWorld, PARTNER, REGENCY } from '#tests/support/loop-world.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { companionViewer, districtViewer, ministryViewer, partnerViewer } from '#tests/support/viewers.ts'

const HER = 'pelaku-1'
const RECEIPT = `izin-${HER}-referral`
const SECRET = 'isi-rahasia'
const MP3 = Buffer.concat([Buffer.from('ID3'), Buffer.from(SECRET)])

async function desk() {
  const { client, dataDir } = await fileDb(0)
  await loopWorld(client, [{ id: HER, regency: REGENCY }])
  vi.stubEnv('DATA_DIR', dataDir)
  onTestFinished(() => void vi.unstubAllEnvs())
  const context = {
    db: client.db,
    viewer: districtViewer(REGENCY),
    locale: 'id' as const,
    now: NOW,
    today: '2026-11-24',
  }
  const send = (bytes: Uint8Array, name: string, receipt = RECEIPT, viewer = context.viewer) => {
    const form = new FormData()
    form.set('bukti', new File([bytes as Uint8Array<ArrayBuffer>], name))
    const headers = { Origin: 'http://localhost' }
    const request = new Request('http://localhost/', { method: 'POST', body: form, headers })
    return addEvidence({ ...context, viewer }, HER, receipt, request)
  }
  const page = (query = '') => loadConsentPage(context, HER, new URLSearchParams(query))
  const files = () => (existsSync(join(dataDir, 'evidence')) ? readdirSync(join(dataDir, 'evidence')) : [])
  return { client, context, dataDir, send, page, files }
}

test('a recording lies sealed on the disk, is handed out on the page of her consents, and that is recorded', async () => {
  const { client, context, dataDir, send, page, files } = await desk()
  expect(await send(MP3, 'rekaman.mp3')).toBeNull()
  expect(files()).toHaveLength(1)
  expect(readFileSync(join(dataDir, 'evidence', files()[0]!)).toString('latin1')).not.toContain(SECRET)
  const shown = await page('bukti=kept')
  const [evidence] = shown.receipts[0]!.evidence
  expect(evidence).toMatchObject({ kind: 'voice', bytes: MP3.length })
  for (const locale of ['id', 'en'] as const) {
    expect(renderView(<ConsentView page={shown} refusal={null} />, locale)).toContain(`/bukti/${evidence!.id}`)
  }
  const answer = await readEvidence(context, HER, evidence!.id)
  expect(answer.headers.get('Content-Type')).toBe('audio/mpeg')
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(MP3)
  expect(await findAuditEvents(client.db, { actions: ['consent:evidence-read'] }, { page: 1, size: 9 })).toHaveLength(1)
})

test.each([
  ['scan.pdf', [0x25, 0x50, 0x44, 0x46], 'scan'],
  ['foto.jpg', [0xff, 0xd8, 0xff], 'scan'],
  ['foto.png', [0x89, 0x50, 0x4e, 0x47], 'scan'],
  ['suara.m4a', [0, 0, 0, 0x20, 0x66, 0x74, 0x79, 0x70], 'voice'],
  ['suara.ogg', [0x4f, 0x67, 0x67, 0x53], 'voice'],
  ['suara.webm', [0x1a, 0x45, 0xdf, 0xa3], 'voice'],
])('%s is known by its first bytes', async (name, head, kind) => {
  const { client, send } = await desk()
  expect(await send(Uint8Array.from([...head, 0, 0, 0, 0, 0, 0, 0, 0]), name)).toBeNull()
  expect(await client.db.selectFrom('consent_evidence').select('kind').execute()).toEqual([{ kind }])
})

test('a false name, an empty file, one too large and one too many leave nothing behind', async () => {
  const { send, files } = await desk()
  expect(await send(Buffer.from('<script>'), 'scan.pdf')).toBe('type')
  expect(await send(Buffer.from([0x50, 0x4b, 3, 4]), 'surat.docx')).toBe('type')
  expect(await send(Buffer.alloc(0), 'scan.pdf')).toBe('missing')
  expect(await send(Buffer.alloc(EVIDENCE_LIMIT + 1, '%PDF'), 'scan.pdf')).toBe('large')
  expect(files()).toEqual([])
  for (let n = 0; n < 5; n++) expect(await send(MP3, 'a.mp3')).toBeNull()
  expect(await send(MP3, 'a.mp3')).toBe('many')
  expect(files()).toHaveLength(5)
})

test('who may not record sends nothing, another consent is not hers, and nobody outside reads', async () => {
  const { client, context, send } = await desk()
  await expect(send(MP3, 'a.mp3', 'izin-lain')).rejects.toMatchObject({ status: 404 })
  for (const viewer of [partnerViewer(PARTNER), ministryViewer]) {
    await expect(send(MP3, 'a.mp3', RECEIPT, viewer)).rejects.toMatchObject({ status: 403 })
  }
  await send(MP3, 'a.mp3')
  const { id } = await client.db.selectFrom('consent_evidence').select('id').executeTakeFirstOrThrow()
  const as = (viewer: typeof context.viewer) => readEvidence({ ...context, viewer }, HER, id)
  await expect(as(partnerViewer(PARTNER))).rejects.toMatchObject({ status: 403 })
  await expect(as(companionViewer(REGENCY))).rejects.toMatchObject({ status: 404 })
  await expect(as(districtViewer('32.77'))).rejects.toMatchObject({ status: 404 })
})

test('without a key nothing is kept in production, and what a lost key sealed is said to be unreadable', async () => {
  const { client, context, send, page } = await desk()
  await send(MP3, 'a.mp3')
  const { id } = await client.db.selectFrom('consent_evidence').select('id').executeTakeFirstOrThrow()
  vi.stubEnv('SINERGI_STAGE', 'production')
  expect(await send(MP3, 'a.mp3')).toBe('no_key')
  await expect(readEvidence(context, HER, id)).rejects.toMatchObject({ status: 303 })
  expect(renderView(<ConsentView page={await page('bukti=unreadable')} refusal={null} />)).toContain('CONTACT_KEYS_OLD')
})

test('an erasure removes the files with her', async () => {
  const { client, dataDir, send, files } = await desk()
  await consent(client, HER, { purpose: 'browse', fields: ['place'] })
  await send(MP3, 'a.mp3')
  await send(MP3, 'b.mp3', `izin-${HER}-browse`)
  const by = { accountId: null, role: 'system' } as const
  const report = await eraseActor(client, { actorId: HER, by, because: 'her_request', now: NOW, dataDir })
  expect(report!.files).toBe(2)
  expect(files()).toEqual([])
})
