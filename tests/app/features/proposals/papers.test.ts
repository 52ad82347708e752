import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { createElement } from 'react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { takeDocument } from '#app/features/documents/document-store.server.ts'
import { attachFile, readAttachment } from '#app/features/proposals/attachments.server.ts'
import { createProposal } from '#app/features/proposals/create-proposal.server.ts'
import type { ProposalPaper } from '#app/features/proposals/proposal-in-view.server.ts'
import { loadProposalPage } from '#app/features/proposals/proposal-page.server.ts'
import { proposalText } from '#app/features/proposals/share-text.ts'
import { loadSheet } from '#app/features/proposals/sheet-page.server.ts'
import { SheetView } from '#app/features/proposals/sheet-view.tsx'
import { takeStep } from '#app/features/proposals/take-step.server.ts'
import { formatterFor } from '#app/i18n/format.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { MESSAGE_LIMIT } from '#app/lib/message-text.ts'
import type { DbClient } from '#db/client.ts'
import { findAuditEvents } from '#db/queries/audit.ts'
import { acting, loopWorld, OFFER, ownDataFolder, PARTNER } from '#tests/support/loop-world.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { testDb } from '#tests/support/test-db.ts'
import { districtViewer, partnerViewer, provinceViewer } from '#tests/support/viewers.ts'

const OVERRIDE = { reason: 'local_knowledge', text: 'uji' }

async function sent(): Promise<{ client: DbClient; id: string }> {
  ownDataFolder()
  const client = await testDb()
  await loopWorld(client, [{}, {}])
  const wanted = { offerId: OFFER, actorIds: ['pelaku-1', 'pelaku-2'], isGroup: false, note: null, override: OVERRIDE }
  const created = await createProposal(acting(client), wanted)
  if (!created.ok) throw new Error(JSON.stringify(created))
  await takeStep(acting(client), created.id, { step: 'send' })
  return { client, id: created.id }
}

const reading = (client: DbClient) => ({ ...acting(client), client, locale: 'id' }) as unknown as RequestContext

test('the text for WhatsApp has 600 characters at most, however many actors, reasons and long names there are', async () => {
  const { client, id } = await sent()
  const { paper: page } = await loadProposalPage(reading(client), id)
  const line = page.actors[0]!.lines[0]!
  const long = fc.string({ maxLength: 900 })
  fc.assert(
    fc.property(
      long,
      long,
      fc.array(fc.array(long, { maxLength: 9 }), { maxLength: 60 }),
      fc.constantFrom(...LOCALES),
      (offerName, partnerName, reasons, locale) => {
        const actors = reasons.map((sentences, position) => ({
          ...page.actors[0]!,
          position,
          lines: sentences.map((sentence) => ({ ...line, result: 'pass' as const, sentence })),
        }))
        const made: ProposalPaper = { ...page, offerName, partnerName, actors }
        expect(proposalText(messagesFor(locale), formatterFor(locale), made).length).toBeLessThanOrEqual(MESSAGE_LIMIT)
      },
    ),
    { numRuns: 60 },
  )
  expect(MESSAGE_LIMIT).toBe(600)
})

test('text and sheet say the reasons stored at sending, whatever has changed since, and no name', async () => {
  const { client, id } = await sent()
  const t = messagesFor('id')
  const read = async () => {
    const page = await loadProposalPage(reading(client), id)
    const sheet = await loadSheet(reading(client), id)
    return {
      text: proposalText(t, formatterFor('id'), page.paper),
      sheet: renderView(createElement(SheetView, sheet)),
    }
  }
  const before = await read()
  expect(before.text).toContain(t.proposals.share.because)
  await client.db.updateTable('actor').set({ facts: '{}', cluster: 'IR3', needs: '["halal"]' }).execute()
  await client.db.updateTable('offer').set({ coverage_level: 'province' }).execute()
  expect(await read()).toEqual(before)
  expect(before.sheet).toContain(id)
  expect(before.sheet).toContain('<svg')
  for (const paper of [before.text, before.sheet]) expect(paper).not.toContain('Namarahasia')
})

function upload(body: string | Uint8Array, name: string): Request {
  const form = new FormData()
  form.set('berkas', new File([body as BlobPart], name))
  return new Request('http://sinergi.test/usulan/x/lampiran', {
    method: 'POST',
    body: form,
    headers: { Host: 'sinergi.test', Origin: 'http://sinergi.test' },
  })
}

test('attachments are known by their first bytes, at most 5 MB each and 10 in all, and read within the same reach', async () => {
  const { client, id } = await sent()
  const take = (body: string | Uint8Array, name: string) => takeDocument(upload(body, name), 'berkas')
  expect(await take('<script>', 'surat.pdf')).toEqual({ problem: 'type' })
  expect(await take(new Uint8Array(5_000_001), 'surat.pdf')).toEqual({ problem: 'large' })
  expect(await take('', 'surat.pdf')).toEqual({ problem: 'missing' })
  const taken = await take('%PDF-1.7 isi', 'C:\\map\\surat.pdf')
  if ('problem' in taken) throw new Error(taken.problem)
  const partner = acting(client, { viewer: partnerViewer(PARTNER) })
  for (let n = 0; n < 10; n++) expect(await attachFile(n % 2 ? partner : acting(client), id, taken.file)).toBeNull()
  expect(await attachFile(partner, id, taken.file)).toBe('many')
  const { files } = await loadProposalPage(reading(client), id)
  expect(files.map((file) => file.name)).toEqual(Array(10).fill('surat.pdf'))
  const found = await readAttachment(partner, id, files[0]!.id)
  expect(await found.text()).toBe('%PDF-1.7 isi')
  for (const viewer of [districtViewer('33.17'), partnerViewer('lain'), provinceViewer('34')])
    await expect(readAttachment(acting(client, { viewer }), id, files[0]!.id)).rejects.toMatchObject({ status: 404 })
})

test('an attachment lies sealed on the disk, and who opened it stands in the audit log', async () => {
  const { client, id } = await sent()
  const taken = await takeDocument(upload('%PDF-1.7 isi-rahasia', 'surat.pdf'), 'berkas')
  if ('problem' in taken) throw new Error(taken.problem)
  expect(await attachFile(acting(client), id, taken.file)).toBeNull()
  const folder = join(process.env.DATA_DIR!, 'attachments')
  const [name] = readdirSync(folder)
  expect(readFileSync(join(folder, name!)).toString('latin1')).not.toContain('isi-rahasia')
  const partner = acting(client, { viewer: partnerViewer(PARTNER) })
  await readAttachment(partner, id, name!)
  const [line] = await findAuditEvents(client.db, { actions: ['proposal:file-read'] }, { page: 1, size: 9 })
  expect(line).toMatchObject({ role: 'partner', subject_id: id, partner_id: PARTNER, because: 'proposal' })
})

test('without a key nothing is kept in production, and what a lost key sealed is said to be unreadable', async () => {
  const { client, id } = await sent()
  const file = { bytes: new Uint8Array(Buffer.from('%PDF-1.7')), name: 'surat.pdf', mediaType: 'application/pdf' }
  expect(await attachFile(acting(client), id, file)).toBeNull()
  const [kept] = (await loadProposalPage(reading(client), id)).files
  vi.stubEnv('SINERGI_STAGE', 'production')
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(await attachFile(acting(client), id, file)).toBe('no_key')
  await expect(readAttachment(acting(client), id, kept!.id)).rejects.toMatchObject({ status: 303 })
})
