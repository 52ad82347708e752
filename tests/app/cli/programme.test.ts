import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDb, type DbClient } from '#db/client.ts'
import { migrate } from '#db/migrator.ts'
import { command } from '#tests/support/cli.ts'
import { ownDataFolder } from '#tests/support/loop-world.ts'
import { addProgramme } from '#tests/support/programme.ts'
import { PROGRAMME, programmeWorld } from '#tests/support/programme-world.ts'

async function world(actors: number, without: readonly string[] = []): Promise<{ client: DbClient; folder: string }> {
  const folder = ownDataFolder()
  const client = createDb(join(folder, 'sinergi.sqlite'))
  await migrate(client.db, client.dialect)
  await programmeWorld(client, actors, { without })
  return { client, folder }
}

test('a programme is published from the terminal once, with progress on standard error', async () => {
  const { client, folder } = await world(13, ['pelaku-2'])
  const args = ['programme', 'publish', PROGRAMME, '--json', '--data-dir', folder]
  const first = await command(args)
  expect(first).toMatchObject({ code: 0 })
  expect(first.stderr).toContain('(2/2)')
  const answer = { id: PROGRAMME, already: false, batches: 2, done: 2, failed: 0, sent: 12, unsent: { no_consent: 1 } }
  expect(JSON.parse(first.stdout)).toEqual(answer)
  expect(JSON.parse((await command(args)).stdout)).toEqual({ ...answer, already: true })
  const list = await command(['programme', 'list', '--json', '--data-dir', folder])
  expect(JSON.parse(list.stdout).programmes).toMatchObject([
    { id: PROGRAMME, state: 'published', entries: { sent: 12, no_consent: 1 } },
  ])
  expect((await command(['programme', 'publish', PROGRAMME, '--data-dir', folder, '--lang', 'en'])).stdout).toContain(
    '1 not proposed: waiting for her consent',
  )
  expect(list.stdout + first.stdout).not.toMatch(/pelaku-\d/)
  await client.close()
})

test('what cannot be published says why, and a wrong call how to call', async () => {
  const { client, folder } = await world(1)
  await addProgramme(client, { id: 'draf' })
  await client.db.updateTable('programme').set({ ends_on: '2026-11-02' }).where('id', '=', PROGRAMME).execute()
  const run = (...words: string[]) => command(['programme', ...words, '--data-dir', folder])
  expect(await run('publish', 'tidak-ada')).toMatchObject({ code: 1, stderr: expect.stringContaining('tidak-ada') })
  expect(await run('publish', 'draf')).toMatchObject({ code: 1, stderr: expect.stringContaining('Draf') })
  expect(await run('publish', PROGRAMME)).toMatchObject({ code: 1, stderr: expect.stringContaining('sudah lewat') })
  for (const words of [[], ['publish'], ['hapus', 'draf'], ['list', 'draf']]) expect((await run(...words)).code).toBe(2)
  expect((await command(['programme', '--help'])).stdout).toContain('programme publish')
  expect(await client.db.selectFrom('job').selectAll().execute()).toEqual([])
  await client.close()
})

test('killed while it sends, it has sent whole batches; called again it sends the rest and nobody twice', async () => {
  const { client, folder } = await world(60)
  const args = ['--import', 'tsx', 'app/cli/sinergi.ts', 'programme', 'publish', PROGRAMME, '--data-dir', folder]
  const sent = async () => {
    const rows = await client.db.selectFrom('programme_entry').select(['state', 'proposal_id']).execute()
    return {
      entries: rows.filter((row) => row.state === 'sent').length,
      proposals: (await client.db.selectFrom('proposal').select('id').execute()).length,
      actors: (await client.db.selectFrom('proposal_actor').select('actor_id').execute()).length,
    }
  }
  const child = spawn(process.execPath, args, { env: { ...process.env, DATA_DIR: folder }, stdio: 'pipe' })
  const gone = once(child, 'exit')
  // the first line of progress comes after the first batch
  child.stderr.once('data', () => child.kill('SIGKILL'))
  await gone
  const cut = await sent()
  expect(cut.entries).toBe(cut.actors)
  expect(cut.entries).toBe(10 * cut.proposals)
  expect(cut.proposals).toBeGreaterThan(0)
  expect(cut.proposals).toBeLessThan(6)
  expect((await command(['programme', 'publish', PROGRAMME, '--data-dir', folder])).code).toBe(0)
  expect(await sent()).toEqual({ entries: 60, proposals: 6, actors: 60 })
  await client.close()
})
