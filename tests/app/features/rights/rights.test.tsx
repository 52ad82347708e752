import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SYSTEM } from '#app/domain/audit/event.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { loadAuditPage } from '#app/features/audit/audit-page.server.ts'
import { AuditView } from '#app/features/audit/audit-view.tsx'
import { computeBoard } from '#app/features/board/compute-board.server.ts'
import { importFile } from '#app/features/intake/import-file.server.ts'
import { currentSnapshot } from '#app/features/matches/kept-snapshot.server.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { nationalRun, runFolder } from '#app/features/matches/national-run.server.ts'
import { readRunFile } from '#app/features/matches/run-file.server.ts'
import { replayErasures } from '#app/features/rights/erase-actor.server.ts'
import { ledgerFile } from '#app/features/rights/erasure-ledger.server.ts'
import { actOnRights } from '#app/features/rights/rights-action.server.ts'
import { loadRightsPage, rightsFile } from '#app/features/rights/rights-page.server.ts'
import { RightsView } from '#app/features/rights/rights-view.tsx'
import { createDb, type DbClient } from '#db/client.ts'
import { type CorrectableValues, getCorrectable } from '#db/queries/actor-corrections.ts'
import { findAuditEvents, verifyAudit } from '#db/queries/audit.ts'
import { countEverRecorded } from '#db/queries/erasures.ts'
import { createEmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import { syncAll } from '#search/sync.ts'
import { fileDb } from '#tests/support/file-db.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { adminViewer, districtViewer } from '#tests/support/viewers.ts'

const TODAY = '2026-11-24'
const NOW = `${TODAY}T03:00:00.000Z`
const SHEET = [
  'Nama Pelaku;Nama Usaha;Kab/Kota;Desa/Kelurahan;Jenis Usaha;Produk;Klaster IR;Kebutuhan',
  'Zulfaqirahwati Namacanary;Usahacanary;Kab. Kendal;Desacanary;keripik;keripik singkong;IR 1;modal',
  'Contoh Lain;Usaha Lain;Kab. Kendal;Desa Lain;keripik;keripik pisang;IR 1;modal',
].join('\r\n')

async function load(client: DbClient, dataDir: string) {
  const file = join(dataDir, 'daftar.csv')
  writeFileSync(file, SHEET)
  const rest = { dryRun: false, asOf: TODAY, today: TODAY, office: null, now: () => NOW, rejectLimit: 10 }
  const result = await importFile(client, { dataDir, file, ...rest } as Parameters<typeof importFile>[1])
  rmSync(file)
  return result
}

async function office() {
  const { client, dataDir } = await fileDb(30)
  await load(client, dataDir)
  const { id } = await client.db
    .selectFrom('actor_identity')
    .select('actor_id as id')
    .where('name', 'like', 'Zulfaq%')
    .executeTakeFirstOrThrow()
  const context = {
    client,
    db: client.db,
    viewer: districtViewer('33.24'),
    locale: 'id' as const,
    now: NOW,
    today: TODAY,
    dataDir,
  }
  const send = (values: Record<string, string>) => {
    const form = new FormData()
    for (const [key, value] of Object.entries(values)) form.set(key, value)
    return actOnRights(context, id, form)
  }
  return { client, dataDir, id, context, send }
}

/** Files of a folder, whatever the depth, that hold a text. */
function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = join(folder, name)
    return statSync(file).isFile() && readFileSync(file).toString('latin1').toLowerCase().includes(text)
  })
}

test('everything known is handed out as a page and as JSON, and both are recorded', async () => {
  const { context, id, client } = await office()
  const page = await loadRightsPage(context, id, new URLSearchParams())
  for (const locale of ['id', 'en'] as const) {
    expect(renderView(<RightsView page={page} refusal={null} />, locale)).toContain('Zulfaqirahwati Namacanary')
  }
  const response = await rightsFile(context, id)
  expect(response.headers.get('Content-Disposition')).not.toContain('Zulfaq')
  expect(await response.json()).toMatchObject({ id, village: 'Desacanary', products: 'keripik singkong', consents: [] })
  const events = await findAuditEvents(client.db, { actions: ['actor:take-out'] }, { page: 1, size: 9 })
  expect(events.map((event) => event.detail)).toEqual(['{"format":"json"}', '{"format":"page"}'])
})

test('a correction keeps what stood before, and the corrected woman is known again in the next file', async () => {
  const { client, context, id, send } = await office()
  const values = {
    intent: 'correct',
    was_name: 'Zulfaqirahwati Namacanary',
    was_business_name: 'Usahacanary',
    was_village: 'Desacanary',
    was_products: 'keripik singkong',
    name: 'Zulfaqirah Namacanary',
    business_name: 'Usahacanary',
    village: 'Desacanary',
    products: 'keripik tempe',
  }
  expect(await send(values)).toMatchObject({ next: expect.stringContaining('dibetulkan') })
  const { known } = await loadRightsPage(context, id, new URLSearchParams())
  expect(known).toMatchObject({ name: 'Zulfaqirah Namacanary', products: 'keripik tempe' })
  expect(known.changes.map((one) => [one.what, one.from])).toEqual(
    expect.arrayContaining([
      ['name', 'Zulfaqirahwati Namacanary'],
      ['products', 'keripik singkong'],
    ]),
  )
  const [event] = await findAuditEvents(client.db, { actions: ['actor:correct'] }, { page: 1, size: 9 })
  expect(event!.detail).toBe('{"fields":["name","products"]}')
  expect(await send({ ...values, name: ' ' })).toMatchObject({ refusal: { errors: [{ field: 'name' }] } })
  expect(await send({ ...values, products: 'KTP 3324019911775311' })).toMatchObject({
    refusal: { errors: [{ field: 'products' }] },
  })
  const now = { was_name: 'Zulfaqirah Namacanary', was_products: 'keripik tempe' }
  const twin = { ...values, ...now, name: 'Contoh Lain', business_name: 'Usaha Lain', village: 'Desa Lain' }
  expect(await send(twin)).toMatchObject({ refusal: { errors: [{ field: 'name' }] } })
})

test('of two officers correcting the same the second sees both values, and stores hers only when she says so', async () => {
  const { context, id, send } = await office()
  const form = {
    name: 'Zulfaqirahwati Namacanary',
    business_name: 'Usahacanary',
    village: 'Desacanary',
    products: 'keripik singkong',
  }
  const was = (values: typeof form) =>
    Object.fromEntries(Object.entries(values).map(([key, text]) => [`was_${key}`, text]))
  await send({ intent: 'correct', ...was(form), ...form, products: 'keripik tempe' })
  const second = { intent: 'correct', ...was(form), ...form, products: 'keripik pisang', village: 'Desa Baru' }
  const refused = await send(second)
  expect(refused).toMatchObject({
    status: 409,
    refusal: { errors: [], conflict: [{ field: 'products', stored: 'keripik tempe', mine: 'keripik pisang' }] },
  })
  const page = await loadRightsPage(context, id, new URLSearchParams())
  expect(page.known).toMatchObject({ products: 'keripik tempe', village: 'Desacanary' })
  if (!('refusal' in refused)) throw new Error('it was not refused')
  for (const locale of ['id', 'en'] as const) {
    const markup = renderView(<RightsView page={page} refusal={refused.refusal} />, locale)
    expect(markup).toContain('keripik pisang')
    expect(markup).toContain('name="was_products" value="keripik tempe"')
  }
  expect(await send({ ...second, was_products: 'keripik tempe' })).toHaveProperty('next')
  expect((await loadRightsPage(context, id, new URLSearchParams())).known).toMatchObject({
    products: 'keripik pisang',
    village: 'Desa Baru',
  })
})

test('a field that was left as it stood never overwrites what somebody else stored in it', async () => {
  const { context, id, send } = await office()
  const stood = {
    name: 'Zulfaqirahwati Namacanary',
    business_name: 'Usahacanary',
    village: 'Desacanary',
    products: 'keripik singkong',
  }
  const was = Object.fromEntries(Object.entries(stood).map(([key, text]) => [`was_${key}`, text]))
  await send({ intent: 'correct', ...was, ...stood, products: 'keripik tempe' })
  expect(await send({ intent: 'correct', ...was, ...stood, village: 'Desa Baru' })).toHaveProperty('next')
  expect((await loadRightsPage(context, id, new URLSearchParams())).known).toMatchObject({
    products: 'keripik tempe',
    village: 'Desa Baru',
  })
})

test('who objects to profiling is in no board, no snapshot and no run, and her own page stays', async () => {
  const { client, context, id, send } = await office()
  const world = await matchWorld(client.db, TODAY)
  const request = {
    scope: { reach: 'regency', regency: '33.24' },
    code: '33.24',
    today: TODAY,
    need: null,
    cluster: null,
    sector: null,
  }
  const onBoard = async () => (await computeBoard(client.db, request as never)).district
  const before = await onBoard()
  expect((await currentSnapshot(client, world.axes)).ids).toContain(id)
  await send({ intent: 'object' })
  expect((await currentSnapshot(client, world.axes)).ids).not.toContain(id)
  expect(await onBoard()).not.toEqual(before)
  expect((await loadRightsPage(context, id, new URLSearchParams())).known.objectsToProfiling).toBe(true)
  await send({ intent: 'allow' })
  expect((await currentSnapshot(client, world.axes)).ids).toContain(id)
  expect(await onBoard()).toEqual(before)
})

test('an erasure leaves her nowhere: not in the database file, the index, run files, or a later load', async () => {
  const { client, dataDir, id, send, context } = await office()
  const engine = createEmbeddedEngine(join(dataDir, 'search.sqlite'))
  await syncAll(client.db, engine)
  await nationalRun(client, {
    id: 'run-1',
    dataDir,
    today: TODAY,
    now: () => new Date(NOW),
    top: 3,
    threads: 1,
  } as never)
  const runs = readdirSync(runFolder(dataDir)).filter((name) =>
    readFileSync(join(runFolder(dataDir), name)).includes(id),
  )
  expect(runs.length).toBe(1)
  const ever = await countEverRecorded(client.db, '33.24')
  expect(await send({ intent: 'erase', kode: 'P-SALAH' })).toMatchObject({ refusal: { errors: [{ field: 'kode' }] } })
  expect(await send({ intent: 'erase', kode: actorCode(id) })).toEqual({ next: `/pelaku?dihapus=${actorCode(id)}` })
  await syncAll(client.db, engine)
  engine.close()
  client.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  for (const word of ['zulfaqirahwati', 'namacanary', 'usahacanary', 'desacanary']) {
    expect(filesWith(dataDir, word), word).toEqual([])
  }
  expect(filesWith(runFolder(dataDir), id)).toEqual([])
  expect(readRunFile(join(runFolder(dataDir), runs[0]!)).ids).not.toContain(id)
  expect(await countEverRecorded(client.db, '33.24')).toBe(ever)
  const other = await client.db.selectFrom('actor').select('id').where('is_demo', '=', 0).executeTakeFirstOrThrow()
  const rights = await loadRightsPage(context, other.id, new URLSearchParams())
  expect(rights.erasedHere).toBe(1)
  expect(renderView(<RightsView page={rights} refusal={null} />)).toContain('data 1 pelaku sudah dihapus')
  const log = await loadAuditPage({ db: client.db, viewer: adminViewer }, new URLSearchParams())
  expect(renderView(<AuditView page={log} pageSize={50} />)).toContain('dihapus atas permintaan: 1.')
  expect((await verifyAudit(client.db)).findings).toEqual([])
  await load(client, dataDir)
  expect(
    await client.db.selectFrom('actor_identity').select('name').where('name', 'like', 'Zulfaq%').execute(),
  ).toEqual([])
  const [reject] = await client.db.selectFrom('import_reject').select('problems').execute()
  expect(reject!.problems).toContain('row.erased')
})

test('nobody is corrected into somebody who was erased: she would be taken for her, and erased herself', async () => {
  const { client, dataDir, id, send, context } = await office()
  const hers = (await getCorrectable(client.db, id))!
  await send({ intent: 'erase', kode: actorCode(id) })
  const other = await client.db.selectFrom('actor').select('id').where('is_demo', '=', 0).executeTakeFirstOrThrow()
  const stood = (await getCorrectable(client.db, other.id))!
  const correct = (values: CorrectableValues) => {
    const form = new FormData()
    form.set('intent', 'correct')
    for (const [field, value] of Object.entries(stood)) form.set(`was_${field}`, value ?? '')
    for (const [field, value] of Object.entries(values)) form.set(field, value ?? '')
    return actOnRights(context, other.id, form)
  }
  expect(await correct(hers)).toMatchObject({ status: 400, refusal: { errors: [{ field: 'name' }], typed: hers } })
  expect(await replayErasures(client, { by: SYSTEM, now: NOW, dataDir, always: true })).toBe(0)
  expect(await correct({ ...hers, business_name: 'Usahacanary Dua' })).toHaveProperty('next')
})

test('a restored backup is cleaned again, once, from the ledger outside the database', async () => {
  const { client, dataDir, id, send } = await office()
  client.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  const backup = join(dataDir, 'backup')
  mkdirSync(backup)
  copyFileSync(join(dataDir, 'sinergi.sqlite'), join(backup, 'sinergi.sqlite'))
  await send({ intent: 'erase', kode: actorCode(id) })
  expect(readFileSync(ledgerFile(dataDir), 'utf8')).not.toMatch(/zulfaq|canary/i)
  const restored = createDb(join(backup, 'sinergi.sqlite'))
  const replay = () => replayErasures(restored, { by: SYSTEM, now: NOW, dataDir })
  expect(await restored.db.selectFrom('actor').select('id').where('id', '=', id).execute()).toHaveLength(1)
  expect(await replay()).toBe(1)
  expect(await restored.db.selectFrom('actor').select('id').where('id', '=', id).execute()).toEqual([])
  expect(await replay()).toBe(0)
  expect(
    (await findAuditEvents(restored.db, { actions: ['actor:erase'] }, { page: 1, size: 9 })).map((one) => one.because),
  ).toEqual(['restore'])
  await restored.close()
})
