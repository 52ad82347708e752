import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readMouDocument, replaceMouDocument } from '#app/features/mou/mou-document.server.ts'
import { loadMou } from '#app/features/mou/mou-page.server.ts'
import type { DbClient } from '#db/client.ts'
import { NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { loopWorld, ownDataFolder, PARTNER, REGENCY } from '#tests/support/loop-world.ts'
import { addMou } from '#tests/support/mou.ts'
import { testDb } from '#tests/support/test-db.ts'
import { districtViewer, ministryViewer, partnerViewer, provinceViewer } from '#tests/support/viewers.ts'

const PDF = '%PDF-1.7\nNota kesepahaman uji'

const context = (client: DbClient, viewer = ministryViewer) => ({
  db: client.db,
  viewer,
  today: TODAY,
  now: NOW,
  locale: 'id' as const,
})

function upload(body: string | Uint8Array, name: string): Request {
  const form = new FormData()
  form.set('dokumen', new File([body as BlobPart], name))
  return new Request('http://sinergi.test/mou/m1/dokumen', {
    method: 'POST',
    body: form,
    headers: { Host: 'sinergi.test', Origin: 'http://sinergi.test' },
  })
}

test('the document of an MoU is kept by type and size, replaced whole, and read by whoever may read the MoU', async () => {
  const folder = ownDataFolder()
  const client = await testDb()
  await loopWorld(client)
  await addMou(client, { id: 'm1', partner_id: PARTNER, regions: `["${REGENCY}"]`, regency_code: REGENCY })
  const office = context(client, districtViewer(REGENCY))
  const kept = () => (existsSync(join(folder, 'attachments')) ? readdirSync(join(folder, 'attachments')) : [])
  expect(await replaceMouDocument(office, 'm1', upload('<html>', 'mou.pdf'))).toBe('type')
  expect(await replaceMouDocument(office, 'm1', upload(new Uint8Array(5_000_001), 'mou.pdf'))).toBe('large')
  expect(await replaceMouDocument(office, 'm1', upload('', 'mou.pdf'))).toBe('missing')
  expect(kept()).toEqual([])
  await expect(readMouDocument(office, 'm1')).rejects.toMatchObject({ status: 404 })

  expect(await replaceMouDocument(office, 'm1', upload(PDF, '../../MoU Kendal.pdf'))).toBeNull()
  expect(await replaceMouDocument(office, 'm1', upload(`${PDF} 2`, 'MoU Kendal.pdf'))).toBeNull()
  expect(kept()).toHaveLength(1)
  expect((await loadMou(office, 'm1')).document).toEqual({ name: 'MoU Kendal.pdf', bytes: PDF.length + 2 })
  for (const viewer of [districtViewer(REGENCY), partnerViewer(PARTNER), provinceViewer('33'), ministryViewer]) {
    const response = await readMouDocument(context(client, viewer), 'm1')
    expect(response.headers.get('Content-Type')).toBe('application/pdf')
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment/)
    expect(await response.text()).toBe(`${PDF} 2`)
  }
  for (const viewer of [districtViewer('33.17'), partnerViewer('lain')])
    await expect(readMouDocument(context(client, viewer), 'm1')).rejects.toMatchObject({ status: 404 })
  await expect(
    replaceMouDocument(context(client, partnerViewer(PARTNER)), 'm1', upload(PDF, 'a.pdf')),
  ).rejects.toMatchObject({ status: 403 })
  const deeds = await client.db.selectFrom('audit_event').select('action').where('subject_id', '=', 'm1').execute()
  expect(deeds).toHaveLength(2)
})
