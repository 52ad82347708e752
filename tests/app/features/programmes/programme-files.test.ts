import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PUBLIC_VIEWER } from '#app/domain/access/viewer.ts'
import {
  addProgrammeFile,
  MOST_PROGRAMME_FILES,
  readProgrammeFile,
  removeProgrammeFile,
} from '#app/features/programmes/programme-files.server.ts'
import { loadProgramme } from '#app/features/programmes/programme-page.server.ts'
import { findAuditEvents } from '#db/queries/audit.ts'
import { loopWorld, OFFER, ownDataFolder, PARTNER, REGENCY } from '#tests/support/loop-world.ts'
import { addProgramme } from '#tests/support/programme.ts'
import { PROGRAMME, programmeContext } from '#tests/support/programme-world.ts'
import { testDb } from '#tests/support/test-db.ts'
import { districtViewer, partnerViewer } from '#tests/support/viewers.ts'

const PDF = '%PDF-1.7 laporan-rahasia'

async function published() {
  const dataDir = ownDataFolder()
  const client = await testDb()
  await loopWorld(client)
  const shared = { offers: [OFFER], regencies: [REGENCY] }
  await addProgramme(client, { id: PROGRAMME, state: 'published', published_at: '2026-11-24T03:00:00.000Z', ...shared })
  const add = (body: string | Uint8Array, name: string, open = false) => {
    const form = new FormData()
    form.set('dokumen', new File([body as BlobPart], name))
    if (open) form.set('umum', '1')
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: form,
      headers: { Origin: 'http://localhost' },
    })
    return addProgrammeFile(programmeContext(client), PROGRAMME, request)
  }
  const page = (viewer = programmeContext(client).viewer) =>
    loadProgramme(programmeContext(client, viewer), PROGRAMME, new URLSearchParams())
  return { client, dataDir, add, page }
}

test('a document lies sealed on the disk and is read by officers; on the public page only where it was said so', async () => {
  const { client, dataDir, add, page } = await published()
  expect(await add(PDF, 'laporan.pdf')).toBeNull()
  expect(await add(PDF, 'siaran.pdf', true)).toBeNull()
  const folder = join(dataDir, 'attachments')
  expect(readdirSync(folder)).toHaveLength(2)
  for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name), 'latin1')).not.toContain('rahasia')
  const everything = (await page()).files
  expect(everything.map((file) => [file.name, file.isPublic])).toEqual([
    ['laporan.pdf', false],
    ['siaran.pdf', true],
  ])
  const [internal, open] = everything
  for (const viewer of [PUBLIC_VIEWER, partnerViewer(PARTNER)]) {
    expect((await page(viewer)).files.map((file) => file.name)).toEqual(['siaran.pdf'])
    const context = programmeContext(client, viewer)
    expect(await (await readProgrammeFile(context, PROGRAMME, open!.id)).text()).toBe(PDF)
    await expect(readProgrammeFile(context, PROGRAMME, internal!.id)).rejects.toMatchObject({ status: 404 })
  }
  const office = programmeContext(client, districtViewer(REGENCY))
  expect(await (await readProgrammeFile(office, PROGRAMME, internal!.id)).text()).toBe(PDF)
})

test('what is no document, too large or one too many is refused and leaves nothing behind', async () => {
  const { dataDir, add, page } = await published()
  expect(await add('<html>', 'laporan.pdf')).toBe('type')
  expect(await add(new Uint8Array(5_000_001), 'laporan.pdf')).toBe('large')
  expect(await add('', 'laporan.pdf')).toBe('missing')
  expect((await page()).files).toEqual([])
  for (let n = 0; n < MOST_PROGRAMME_FILES; n++) expect(await add(PDF, `${n}.pdf`)).toBeNull()
  expect(await add(PDF, 'lebih.pdf')).toBe('many')
  expect(readdirSync(join(dataDir, 'attachments'))).toHaveLength(MOST_PROGRAMME_FILES)
})

test('taken away it is gone from page and disk, and both deeds stand in the audit log', async () => {
  const { client, dataDir, add, page } = await published()
  await add(PDF, 'laporan.pdf')
  const [file] = (await page()).files
  await removeProgrammeFile(programmeContext(client), PROGRAMME, file!.id)
  expect((await page()).files).toEqual([])
  expect(readdirSync(join(dataDir, 'attachments'))).toEqual([])
  await expect(removeProgrammeFile(programmeContext(client), PROGRAMME, file!.id)).rejects.toMatchObject({
    status: 404,
  })
  const lines = await findAuditEvents(client.db, { actions: ['programme:write'] }, { page: 1, size: 9 })
  expect(lines.map((line) => JSON.parse(line.detail).deed)).toEqual(['document_removed', 'document'])
})
