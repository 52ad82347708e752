import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { setup } from '#app/setup.server.ts'
import { createDb, type DbClient } from '#db/client.ts'
import { migrate } from '#db/migrator.ts'
import { findAuditEvents } from '#db/queries/audit.ts'
import { insertProposalMessage } from '#db/queries/proposals.ts'
import { NOW } from '#tests/support/actor-rows.ts'
import { command, temporaryFolder } from '#tests/support/cli.ts'
import { addProposal, loopWorld, OFFER, PARTNER, REGENCY } from '#tests/support/loop-world.ts'

const HER = 'pelaku-1'
const SECRET = 'Katarahasia'

/** A data folder with her in one proposal of her own and in one with somebody else, words in both. */
async function folder() {
  const { path, remove } = temporaryFolder()
  const client = createDb(join(path, 'sinergi.sqlite'))
  onTestFinished(async () => {
    await client.close()
    remove()
  })
  await migrate(client.db, client.dialect)
  await loopWorld(client, [
    { id: HER, regency: REGENCY },
    { id: 'pelaku-2', regency: REGENCY },
  ])
  for (const id of ['sendiri', 'bersama']) await proposalWithWords(client, path, id)
  await client.db
    .insertInto('proposal_actor')
    .values({
      proposal_id: 'bersama',
      position: 1,
      actor_id: 'pelaku-2',
      cluster: 'IR1',
      regency_code: REGENCY,
      needs: '[]',
      decision_id: null,
      outcome: null,
      outcome_reason: null,
      outcome_condition: null,
      outcome_text: null,
      outcome_on: null,
      left_on: null,
    })
    .execute()
  const erase = (...args: string[]) => command(['erase', ...args, '--data-dir', path])
  return { client, path, erase }
}

async function proposalWithWords(client: DbClient, path: string, id: string): Promise<void> {
  await addProposal(client, { id, actorId: HER, regency: REGENCY, partnerId: PARTNER, offerId: OFFER, state: 'helped' })
  const words = { note: `${SECRET} ${id}`, end_text: `${SECRET} ${id}` }
  await client.db.updateTable('proposal').set(words).where('id', '=', id).execute()
  await client.db.updateTable('proposal_event').set({ reason_text: SECRET }).where('proposal_id', '=', id).execute()
  const outcome = { outcome: 'helped', outcome_text: `${SECRET} hasil` } as const
  await client.db.updateTable('proposal_actor').set(outcome).where('proposal_id', '=', id).execute()
  const said = { kind: 'note', side: 'office', account_id: null, at: NOW } as const
  await insertProposalMessage(client.db, { id: `pesan-${id}`, proposal_id: id, body: `${SECRET} ${id}`, ...said })
  const file = { name: 'surat.pdf', media_type: 'application/pdf', bytes: 4, sha256: 'x', account_id: null, at: NOW }
  await client.db
    .insertInto('attachment')
    .values({ id: `berkas-${id}`, proposal_id: id, side: 'office', ...file })
    .execute()
  mkdirSync(join(path, 'attachments'), { recursive: true })
  writeFileSync(join(path, 'attachments', `berkas-${id}`), '%PDF')
}

test('the verb erases her, with the words and files of proposals that concern her alone', async () => {
  const { client, path, erase } = await folder()
  const { code, stdout } = await erase(HER, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ files: 1 })
  const { db } = client
  expect(await db.selectFrom('actor').select('id').execute()).toEqual([{ id: 'pelaku-2' }])
  const proposals = await db.selectFrom('proposal').select(['id', 'state', 'note', 'end_text']).orderBy('id').execute()
  expect(proposals).toEqual([
    { id: 'bersama', state: 'helped', note: `${SECRET} bersama`, end_text: `${SECRET} bersama` },
    { id: 'sendiri', state: 'helped', note: null, end_text: null },
  ])
  const messages = await db.selectFrom('proposal_message').select(['id', 'body']).orderBy('id').execute()
  expect(messages.map((one) => one.body)).toEqual([`${SECRET} bersama`, ''])
  const events = await db.selectFrom('proposal_event').select('reason_text').orderBy('proposal_id').execute()
  expect(events.map((one) => one.reason_text)).toEqual([SECRET, null])
  const rows = await db.selectFrom('proposal_actor').select(['actor_id', 'outcome', 'outcome_text']).execute()
  expect(rows.filter((row) => row.actor_id === null)).toEqual([
    { actor_id: null, outcome: 'helped', outcome_text: null },
    { actor_id: null, outcome: 'helped', outcome_text: null },
  ])
  expect(await db.selectFrom('attachment').select('id').execute()).toEqual([{ id: 'berkas-bersama' }])
  expect(existsSync(join(path, 'attachments', 'berkas-sendiri'))).toBe(false)
  expect(existsSync(join(path, 'attachments', 'berkas-bersama'))).toBe(true)
  client.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  expect(readFileSync(join(path, 'sinergi.sqlite')).toString('latin1')).not.toContain(`${SECRET} sendiri`)
})

test('what others wrote of her in proposals they share, and searches under her name, go; words about others stay', async () => {
  const { client, path, erase } = await folder()
  const { db } = client
  await db.updateTable('actor_identity').set({ name: 'Sulastri Wulandari' }).where('actor_id', '=', HER).execute()
  const said = { kind: 'note', side: 'office', account_id: null, at: NOW } as const
  const say = (id: string, proposalId: string, body: string) =>
    insertProposalMessage(db, { id, proposal_id: proposalId, body, ...said })
  await proposalWithWords(client, path, 'orang-lain')
  await db.updateTable('proposal_actor').set({ actor_id: 'pelaku-2' }).where('proposal_id', '=', 'orang-lain').execute()
  await say('p1', 'bersama', 'Bu SULASTRI belum punya NIB')
  await say('p2', 'bersama', 'Yang lain sudah lengkap')
  await say('p3', 'orang-lain', 'sama seperti Sulastri Wulandari')
  await say('p4', 'orang-lain', 'Sulastri dari desa sebelah')
  await db.updateTable('proposal').set({ note: 'kelompok Wulandari' }).where('id', '=', 'bersama').execute()
  await db.updateTable('attachment').set({ name: 'surat_sulastri.pdf' }).where('id', '=', 'berkas-bersama').execute()
  const search = (id: string, name: string, path: string) => ({
    id,
    owner: 'x',
    name,
    path_and_query: path,
    created_at: NOW,
  })
  await db
    .insertInto('saved_search')
    .values([search('s1', 'Batik', '/pelaku?q=batik'), search('s2', 'Lihat', '/pelaku?q=Sulastri+Wulandari')])
    .execute()
  const { stdout } = await erase(HER, '--json')
  expect(JSON.parse(stdout)).toMatchObject({ texts: 4, filesToCheck: 1 })
  const messages = await db.selectFrom('proposal_message').select(['id', 'body']).orderBy('id').execute()
  expect(messages.filter(({ id }) => /^p\d/.test(id)).map(({ body }) => body)).toEqual([
    '',
    'Yang lain sudah lengkap',
    '',
    'Sulastri dari desa sebelah',
  ])
  const { note } = await db.selectFrom('proposal').select('note').where('id', '=', 'bersama').executeTakeFirstOrThrow()
  expect(note).toBeNull()
  const names = await db.selectFrom('attachment').select('name').where('proposal_id', '=', 'bersama').execute()
  expect(names).toEqual([{ name: 'berkas.pdf' }])
  expect(await db.selectFrom('saved_search').select('id').execute()).toEqual([{ id: 's1' }])
})

test('somebody unknown is said to be unknown, and a wrong call is told what would be right', async () => {
  const { erase } = await folder()
  expect((await erase('tidak-ada')).code).toBe(1)
  expect((await erase()).code).toBe(2)
  expect((await erase(HER, '--replay')).code).toBe(2)
})

test('a start on a restored backup erases her again, and so does the verb when asked', async () => {
  const { client, path, erase } = await folder()
  client.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(join(path, 'sinergi.sqlite'), join(path, 'cadangan'))
  await erase(HER)
  const restoredFolder = temporaryFolder()
  copyFileSync(join(path, 'cadangan'), join(restoredFolder.path, 'sinergi.sqlite'))
  copyFileSync(join(path, 'erasures.jsonl'), join(restoredFolder.path, 'erasures.jsonl'))
  const restored = createDb(join(restoredFolder.path, 'sinergi.sqlite'))
  onTestFinished(async () => {
    await restored.close()
    restoredFolder.remove()
  })
  const said: string[] = []
  const start = () =>
    setup({ demoActors: 0, demoAccounts: false, dataDir: restoredFolder.path }, (line) => said.push(line), restored)
  await start()
  expect(said.filter((line) => line.includes('dihapus lagi'))).toEqual([expect.stringMatching(/^1 pelaku/)])
  expect(await restored.db.selectFrom('actor').select('id').where('id', '=', HER).execute()).toEqual([])
  const events = await findAuditEvents(restored.db, { actions: ['actor:erase'] }, { page: 1, size: 9 })
  expect(events.map((event) => event.because)).toEqual(['restore'])
  rmSync(join(path, 'cadangan'))
  expect(JSON.parse((await erase('--replay', '--json')).stdout)).toEqual({ erased: 0 })
})
