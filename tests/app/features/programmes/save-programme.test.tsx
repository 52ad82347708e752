import { expect, test } from 'vitest'
import { loadNewProgramme, loadProgrammeForm } from '#app/features/programmes/programme-form-page.server.ts'
import { ProgrammeFormView } from '#app/features/programmes/programme-form-view.tsx'
import { createProgramme, editProgramme } from '#app/features/programmes/save-programme.server.ts'
import type { DbClient } from '#db/client.ts'
import { findAuditEvents } from '#db/queries/audit.ts'
import { findProgrammeParts, getProgramme } from '#db/queries/programmes.ts'
import { loopWorld, OFFER, ownDataFolder, REGENCY } from '#tests/support/loop-world.ts'
import { storedPlan } from '#tests/support/programme.ts'
import { programmeContext } from '#tests/support/programme-world.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { testDb } from '#tests/support/test-db.ts'
import { districtViewer, ministryViewer, provinceViewer } from '#tests/support/viewers.ts'

const GOOD: Readonly<Record<string, string>> = {
  judul: 'Modal Kendal',
  tujuan: 'Membuka modal.',
  mulai: '2026-12-01',
  berakhir: '2027-05-31',
  penawaran: OFFER,
  wilayah: 'Kab. Kendal = 40\n33.25',
  label: 'drppa',
  ukuran_helped: '60%',
  ukuran_sendiri_1: 'Satu pertemuan tiap daerah',
  dokumen_0: 'Pedoman',
  alamat_0: 'https://contoh.example/pedoman',
  umum_0: '1',
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

async function world(): Promise<DbClient> {
  ownDataFolder()
  const client = await testDb()
  await loopWorld(client, [{}, {}, {}])
  return client
}

async function created(client: DbClient, viewer = ministryViewer, fields = GOOD): Promise<string> {
  const result = await createProgramme(programmeContext(client, viewer), formOf(fields))
  if ('refusal' in result) throw new Error(JSON.stringify(result.refusal.errors))
  return result.next.split('/').at(-1)!
}

async function refusedFields(
  client: DbClient,
  over: Record<string, string>,
  viewer = ministryViewer,
): Promise<string[]> {
  const result = await createProgramme(programmeContext(client, viewer), formOf({ ...GOOD, ...over }))
  if (!('refusal' in result)) throw new Error('accepted')
  expect(result.refusal.typed.tujuan).toEqual([over.tujuan ?? GOOD.tujuan])
  return [...new Set(result.refusal.errors.map((error) => error.field))]
}

test('a draft made by hand keeps all that was typed, and its form shows it again', async () => {
  const client = await world()
  const id = await created(client)
  expect(await getProgramme(client.db, id)).toMatchObject({ state: 'draft', version: 1, title: 'Modal Kendal' })
  const parts = (await findProgrammeParts(client.db, [id])).get(id)!
  expect(parts.offers.map((offer) => offer.offer_id)).toEqual([OFFER])
  expect(parts.regions.map(({ regency_code, target }) => [regency_code, target])).toEqual([
    [REGENCY, 40],
    ['33.25', null],
  ])
  expect(parts.kpis).toMatchObject([
    { measure: 'helped', percent: 60, words: null },
    { measure: 'own', percent: null, words: 'Satu pertemuan tiap daerah' },
  ])
  expect(parts.documents).toMatchObject([{ title: 'Pedoman', is_public: 1 }])
  expect(parts.labels).toEqual(['drppa'])
  const page = await loadProgrammeForm(programmeContext(client), id)
  for (const locale of ['id', 'en'] as const) {
    const html = renderView(<ProgrammeFormView page={page} refusal={null} />, locale)
    expect(html).toContain('Kab. Kendal = 40')
    expect(html).toContain('Satu pertemuan tiap daerah')
    expect(html).not.toContain('style=')
  }
  const again = formOf(Object.fromEntries(Object.entries(page.values).map(([name, list]) => [name, list[0] ?? ''])))
  expect(await editProgramme(programmeContext(client), id, again)).toHaveProperty('next')
  const after = (await findProgrammeParts(client.db, [id])).get(id)!
  expect(after).toEqual(parts)
  const audit = await findAuditEvents(client.db, { actions: ['programme:write'] }, { page: 1, size: 10 })
  expect(audit.map((line) => JSON.parse(line.detail).step)).toEqual(['edit', 'create'])
  await client.close()
})

test('of two who edit the same version the second is told and loses nothing typed', async () => {
  const client = await world()
  const id = await created(client)
  const edit = (title: string) =>
    editProgramme(programmeContext(client), id, formOf({ ...GOOD, judul: title, versi: '1' }))
  expect(await edit('Pertama')).toHaveProperty('next')
  const late = await edit('Kedua')
  expect(late).toMatchObject({ refusal: { errors: [{ field: 'judul' }], typed: { judul: ['Kedua'] } } })
  expect((await getProgramme(client.db, id))!.title).toBe('Pertama')
  await client.close()
})

test('bad input comes back with the field named', async () => {
  const client = await world()
  for (const [over, field] of [
    [{ judul: '' }, 'judul'],
    [{ judul: 'x'.repeat(201) }, 'judul'],
    [{ mulai: '2026-02-30' }, 'mulai'],
    [{ mulai: '2027-06-01' }, 'berakhir'],
    [{ penawaran: 'tidak.ada' }, 'penawaran'],
    [{ wilayah: 'Atlantis' }, 'wilayah'],
    [{ wilayah: 'Kab. Kendal = banyak' }, 'wilayah'],
    [{ wilayah: 'Jawa Tengah = 40' }, 'wilayah'],
    [{ ukuran_helped: '101' }, 'ukuran_helped'],
    [{ dokumen_0: '' }, 'dokumen_0'],
    [{ alamat_0: 'http://contoh.example' }, 'alamat_0'],
    [{ tujuan: 'Hubungi 0812-3456-7890' }, 'tujuan'],
    [{ catatan_0: 'NIK 3324010101010001' }, 'catatan_0'],
  ] as const)
    expect(await refusedFields(client, over), JSON.stringify(over)).toEqual([field])
  expect(await client.db.selectFrom('programme').selectAll().execute()).toEqual([])
  await client.close()
})

test('a province drafts for its own districts alone, everybody else not at all', async () => {
  const client = await world()
  const id = await created(client, provinceViewer('33'))
  expect(await getProgramme(client.db, id)).toMatchObject({ province_code: '33' })
  expect(await refusedFields(client, { wilayah: 'Kota Bandung' }, provinceViewer('33'))).toEqual(['wilayah'])
  await expect(createProgramme(programmeContext(client, districtViewer(REGENCY)), formOf(GOOD))).rejects.toMatchObject({
    status: 403,
  })
  await expect(loadProgrammeForm(programmeContext(client, provinceViewer('32')), id)).rejects.toMatchObject({
    status: 404,
  })
  const plan = await storedPlan(client, { regions: [REGENCY], offers: [OFFER] })
  await expect(
    createProgramme(programmeContext(client, provinceViewer('33')), formOf({ ...GOOD, rencana: plan })),
  ).rejects.toMatchObject({ status: 400 })
  await client.close()
})

test('the name of a province stands for all of its districts', async () => {
  const client = await world()
  const id = await created(client, ministryViewer, { ...GOOD, wilayah: 'Jawa Tengah\nKab. Kendal = 7' })
  const { regions } = (await findProgrammeParts(client.db, [id])).get(id)!
  expect(regions).toHaveLength(35)
  expect(regions.find((region) => region.regency_code === REGENCY)).toMatchObject({ target: 7 })
  await client.close()
})

test('a programme made from a plan takes over its offers, districts and places, and suggests targets that tell of no few', async () => {
  const client = await world()
  const plan = await storedPlan(client, { regions: [REGENCY], offers: [OFFER], name: 'Rencana Kendal' })
  const page = await loadNewProgramme(programmeContext(client), new URLSearchParams({ rencana: plan }))
  expect(page.plan).toMatchObject({ name: 'Rencana Kendal', places: 3 })
  expect(page.values).toMatchObject({ judul: ['Rencana Kendal'], penawaran: [OFFER], wilayah: ['Kab. Kendal = 5'] })
  const values = Object.fromEntries(Object.entries(page.values).map(([name, list]) => [name, list.join('\n')]))
  const id = await created(client, ministryViewer, values)
  expect(await getProgramme(client.db, id)).toMatchObject({ plan_result_id: plan })
  await expect(
    loadNewProgramme(programmeContext(client), new URLSearchParams({ rencana: 'tidak-ada' })),
  ).rejects.toMatchObject({ status: 404 })
  await client.close()
})
