import { expect, onTestFinished, test } from 'vitest'
import { liveDb } from '#app/db.server.ts'
import { signOut } from '#app/features/accounts/sign-out.server.ts'
import { migrate } from '#db/migrator.ts'
import { insertAccount } from '#db/queries/accounts.ts'
import { findAuditEvents } from '#db/queries/audit.ts'
import { ownDataFolder } from '#tests/support/loop-world.ts'
import { cookieFor, exampleAccount } from '#tests/support/sign-in.ts'

test('signing out ends this session alone, says so in the audit log, and clears cookie and kept pages', async () => {
  ownDataFolder()
  const client = liveDb()
  onTestFinished(() => client.close())
  await migrate(client.db, client.dialect)
  const account = exampleAccount({ role: 'district' })
  await insertAccount(client.db, account)
  const [here] = [await cookieFor(client, account), await cookieFor(client, account)]
  const leave = (cookie: string) =>
    signOut(new Request('http://localhost/keluar', { method: 'POST', headers: { Cookie: cookie } }))
  const response = await leave(here!)
  expect(response.status).toBe(303)
  expect(response.headers.get('Set-Cookie')).toMatch(/^sesi=;.*Max-Age=0/)
  expect(response.headers.get('Clear-Site-Data')).toBe('"cache"')
  expect(await client.db.selectFrom('session').selectAll().execute()).toHaveLength(1)
  // why: whoever is out already is told the same, and nothing is written
  await leave(here!)
  await leave('')
  const lines = await findAuditEvents(client.db, { actions: ['session:end'] }, { page: 1, size: 9 })
  expect(lines).toMatchObject([{ account_id: account.id, role: 'district', subject_id: account.id }])
})
