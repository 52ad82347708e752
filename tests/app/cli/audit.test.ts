import { expect, onTestFinished, test } from 'vitest'
import { SYSTEM } from '#app/domain/audit/event.ts'
import { createDb } from '#db/client.ts'
import { migrate } from '#db/migrator.ts'
import { recordRead } from '#db/queries/audit.ts'
import { command, temporaryFolder } from '#tests/support/cli.ts'

async function folderWithLog() {
  const folder = temporaryFolder()
  const client = createDb(`${folder.path}/sinergi.sqlite`)
  onTestFinished(async () => {
    await client.close()
    folder.remove()
  })
  await migrate(client.db, client.dialect)
  for (const id of ['a', 'b', 'c']) {
    const at = '2026-11-24T00:00:00.000Z'
    await recordRead(client.db, SYSTEM, { at, action: 'actor:read', subject: { type: 'actor', id } })
  }
  const audit = (...args: string[]) => command(['audit', ...args, '--data-dir', folder.path])
  return { client, audit }
}

test('an honest log is said to be whole, and its end can be noted and asked for again', async () => {
  const { audit } = await folderWithLog()
  const { code, stdout } = await audit('verify', '--json')
  expect(code).toBe(0)
  const { ok, head } = JSON.parse(stdout)
  expect({ ok, count: head.count }).toEqual({ ok: true, count: 3 })
  expect((await audit('verify', '--head', head.pin)).stdout).toContain('utuh: 3 baris')
  expect((await audit('verify', '--head', `2:${'0'.repeat(64)}`)).stdout).toContain('Baris 2 bukan')
})

test('a row removed behind the back of the database fails the command and is named', async () => {
  const { client, audit } = await folderWithLog()
  client.sqlite.exec('drop trigger audit_event_no_delete; delete from audit_event where seq = 2')
  const { code, stdout, stderr } = await audit('verify')
  expect(code).toBe(1)
  expect(stdout).toContain('Baris 2 hilang.')
  expect(stderr).toContain('tidak dapat dipercaya')
  expect(JSON.parse((await audit('verify', '--json')).stdout)).toMatchObject({
    ok: false,
    findings: [{ fault: 'missing', seq: 2 }],
  })
})

test('a wrong call is told what would be right', async () => {
  const { audit } = await folderWithLog()
  expect(await audit()).toMatchObject({ code: 2, stdout: '' })
  expect((await audit('verify', '--head', '3')).stderr).toContain('64 angka heksadesimal')
})
