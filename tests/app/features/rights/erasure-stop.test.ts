import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { SYSTEM } from '#app/domain/audit/event.ts'
import { eraseActor, replayErasures } from '#app/features/rights/erase-actor.server.ts'
import { finishErasures } from '#app/features/rights/finish-erasures.server.ts'
import { createDb, type DbClient } from '#db/client.ts'
import { insertImportBatch } from '#db/queries/imports.ts'
import { NOW } from '#tests/support/actor-rows.ts'
import { fileDb } from '#tests/support/file-db.ts'
import { consent, loopWorld, REGENCY } from '#tests/support/loop-world.ts'

/** Whether the process dies between the commit of an erasure and the removal of files. */
const process = { dies: false }

vi.mock('#app/features/rights/finish-erasures.server.ts', async (load) => {
  const real = await load<typeof import('#app/features/rights/finish-erasures.server.ts')>()
  return {
    ...real,
    finishErasures: async (...given: Parameters<typeof real.finishErasures>) => {
      if (process.dies) throw new Error('killed')
      return real.finishErasures(...given)
    },
  }
})

beforeEach(() => {
  process.dies = false
})

const HER = 'pelaku-1'

async function withEvidence() {
  const { client, dataDir } = await fileDb(0)
  await loopWorld(client, [
    { id: HER, regency: REGENCY },
    { id: 'pelaku-2', regency: REGENCY },
  ])
  await consent(client, HER, { purpose: 'browse', fields: ['place'] })
  const evidence = join(dataDir, 'evidence')
  mkdirSync(evidence)
  writeFileSync(join(evidence, 'bukti-1'), 'tersegel')
  await client.db
    .insertInto('consent_evidence')
    .values({
      id: 'bukti-1',
      receipt_id: `izin-${HER}-browse`,
      kind: 'scan',
      media_type: 'application/pdf',
      bytes: 8,
      file: 'bukti-1',
      added_at: NOW,
    })
    .execute()
  const erase = (actorId = HER) =>
    eraseActor(client, { actorId, by: SYSTEM, because: 'her_request', now: NOW, dataDir })
  return { client, dataDir, evidence, erase }
}

const tasks = ({ db }: DbClient) => db.selectFrom('erasure_task').select('work').execute()

test('an erasure that was cut short before her files were removed is finished at the next start, once', async () => {
  const { client, dataDir, evidence, erase } = await withEvidence()
  process.dies = true
  await expect(erase()).rejects.toThrow('killed')
  process.dies = false
  expect(await client.db.selectFrom('actor').select('id').where('id', '=', HER).execute()).toEqual([])
  expect(readdirSync(evidence)).toEqual(['bukti-1'])
  expect(await tasks(client)).toHaveLength(1)
  const start = () => replayErasures(client, { by: SYSTEM, now: NOW, dataDir })
  await start()
  expect(readdirSync(evidence)).toEqual([])
  expect(await tasks(client)).toEqual([])
  await start()
})

test('a file that cannot be removed now stays on the list, and the others are gone', async () => {
  const { client, dataDir, evidence, erase } = await withEvidence()
  rmSync(join(evidence, 'bukti-1'))
  mkdirSync(join(evidence, 'bukti-1'))
  expect(await erase()).toMatchObject({ left: 1 })
  rmSync(join(evidence, 'bukti-1'), { recursive: true })
  writeFileSync(join(evidence, 'bukti-1'), 'tersegel')
  expect(await finishErasures(client, dataDir)).toMatchObject({ files: 1, left: 0, error: null })
  expect(existsSync(join(evidence, 'bukti-1'))).toBe(false)
  expect(await tasks(client)).toEqual([])
})

test('two erasures at once both overwrite what they delete', async () => {
  const { client, erase } = await withEvidence()
  await Promise.all([erase(), erase('pelaku-2')])
  expect(client.sqlite.pragma('secure_delete', { simple: true })).toBe(1)
  expect(await client.db.selectFrom('actor').select('id').execute()).toEqual([])
})

test('while somebody reads, the log of the database cannot be emptied: it is said, and done later', async () => {
  const { client, dataDir, erase } = await withEvidence()
  const reader = createDb(client.sqlite.name, { readonly: true })
  reader.sqlite.exec('begin')
  reader.sqlite.prepare('select count(*) from actor').get()
  expect(await erase()).toMatchObject({ files: 1, left: 1 })
  expect(await tasks(client)).toEqual([{ work: null }])
  reader.sqlite.exec('commit')
  await reader.close()
  expect(await finishErasures(client, dataDir)).toMatchObject({ left: 0 })
  expect(await tasks(client)).toEqual([])
})

test('a rejected row goes when it speaks of her, not only when a cell is her name', async () => {
  const { client, erase } = await withEvidence()
  await client.db.updateTable('actor_identity').set({ name: 'Siti Aminah' }).where('actor_id', '=', HER).execute()
  const counts = { rows_total: 0, rows_new: 0, rows_changed: 0, rows_same: 0, rows_rejected: 0 }
  await insertImportBatch(client.db, {
    id: 'muatan-1',
    file_name: 'a.csv',
    sha256: 'x',
    status: 'done',
    mapping: '{}',
    created_at: NOW,
    regency_code: REGENCY,
    ...counts,
  })
  const rows = [['Ibu Siti Aminah', 'x'], ['SITI AMINAH'], ['Siti', 'Aminah'], ['Siti Aminahwati'], ['Aminah']]
  for (const [row_number, cells] of rows.entries())
    await client.db
      .insertInto('import_reject')
      .values({ batch_id: 'muatan-1', row_number, cells: JSON.stringify(cells), problems: '[]' })
      .execute()
  expect(await erase()).toMatchObject({ rejects: 3 })
  expect(await client.db.selectFrom('import_reject').select('row_number').execute()).toEqual([
    { row_number: 3 },
    { row_number: 4 },
  ])
})
