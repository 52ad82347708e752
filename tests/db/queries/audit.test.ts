import { expect, test } from 'vitest'
import type { ChainHead } from '#app/domain/audit/chain.ts'
import { SYSTEM } from '#app/domain/audit/event.ts'
import type { DbClient } from '#db/client.ts'
import {
  appendAudit,
  auditHead,
  countAuditEvents,
  findAuditEvents,
  recordRead,
  verifyAudit,
} from '#db/queries/audit.ts'
import { testDb } from '#tests/support/test-db.ts'
import { districtViewer } from '#tests/support/viewers.ts'

const viewer = districtViewer('33.24')
const at = (n: number) => `2026-11-24T00:00:${String(n).padStart(2, '0')}.000Z`

/** A log of some lines, as several people leave it. */
async function logOf(lines: number): Promise<DbClient> {
  const client = await testDb()
  for (let n = 1; n <= lines; n++) {
    await recordRead(client.db, n % 3 === 0 ? SYSTEM : viewer, {
      at: at(n),
      action: n % 2 === 0 ? 'actor:identity-read' : 'actor:answer',
      subject: { type: 'actor', id: `demo-${n % 4}` },
      because: 'service',
      detail: { n },
    })
  }
  return client
}

/** What somebody with the file in hand could do: the triggers off, then SQL. */
function tamper(client: DbClient, sql: string): void {
  client.sqlite.exec('drop trigger audit_event_no_update; drop trigger audit_event_no_delete')
  client.sqlite.exec(sql)
}

const faultsOf = async (client: DbClient, pin?: ChainHead) =>
  (await verifyAudit(client.db, pin)).findings.map(({ fault, seq }) => `${fault} ${seq}`)

test('an honest log verifies, and its head is the last line', async () => {
  const client = await logOf(9)
  const { head, findings } = await verifyAudit(client.db)
  expect(findings).toEqual([])
  expect(head).toEqual(await auditHead(client.db))
  expect(head.count).toBe(9)
  expect(await faultsOf(await testDb())).toEqual([])
})

test('the database refuses to change or remove a line', async () => {
  const { db } = await logOf(2)
  await expect(db.updateTable('audit_event').set({ role: 'admin' }).execute()).rejects.toThrow('append-only')
  await expect(db.deleteFrom('audit_event').execute()).rejects.toThrow('append-only')
  expect(await faultsOf(await logOf(2))).toEqual([])
})

test.each([
  ['a changed value', "update audit_event set role = 'admin' where seq = 4", ['changed 4']],
  ['a missing line', 'delete from audit_event where seq = 4', ['missing 4']],
  ['several missing lines', 'delete from audit_event where seq in (3, 4, 7)', ['missing 3', 'missing 7']],
  ['the first line gone', 'delete from audit_event where seq = 1', ['missing 1']],
  ['the end cut off', 'delete from audit_event where seq > 6', ['truncated 7']],
  ['everything gone', 'delete from audit_event', ['truncated 1']],
  [
    'two lines swapped',
    'update audit_event set seq = -1 where seq = 4; update audit_event set seq = 4 where seq = 5; update audit_event set seq = 5 where seq = -1',
    ['changed 4', 'unlinked 4', 'changed 5', 'unlinked 5', 'unlinked 6'],
  ],
  [
    'the lines moved up over a gap',
    'delete from audit_event where seq = 4; update audit_event set seq = seq - 1 where seq > 4',
    ['changed 4', 'unlinked 4', 'changed 5', 'changed 6', 'changed 7', 'changed 8', 'truncated 9'],
  ],
])('%s is found', async (_what, sql, faults) => {
  const client = await logOf(9)
  tamper(client, sql)
  expect(await faultsOf(client)).toEqual(faults)
})

test('a log that was rewritten as a whole still differs from a head noted elsewhere', async () => {
  const honest = await logOf(9)
  const pin = await auditHead(honest.db)
  const forged = await logOf(7)
  await recordRead(forged.db, viewer, { at: at(8), action: 'list:take-out', subject: { type: 'list', id: null } })
  await recordRead(forged.db, viewer, { at: at(9), action: 'list:take-out', subject: { type: 'list', id: null } })
  expect(await faultsOf(forged)).toEqual([])
  expect(await faultsOf(forged, pin)).toEqual(['head 9'])
  expect(await faultsOf(await logOf(5), pin)).toEqual(['truncated 6'])
  await recordRead(honest.db, viewer, { at: at(10), action: 'actor:read', subject: { type: 'actor', id: 'demo-1' } })
  expect(await faultsOf(honest, pin)).toEqual([])
})

test('a line falls with the transaction it belongs to, and the chain goes on', async () => {
  const client = await logOf(3)
  const entry = { at: at(4), action: 'actor:correct', subject: { type: 'actor', id: 'demo-1' } } as const
  await expect(
    client.db.transaction().execute(async (trx) => {
      await appendAudit(trx, viewer, entry)
      throw new Error('the deed failed')
    }),
  ).rejects.toThrow('the deed failed')
  await recordRead(client.db, viewer, entry)
  expect(await faultsOf(client)).toEqual([])
  expect((await auditHead(client.db)).count).toBe(4)
})

test('a hundred lines at once make one chain', async () => {
  const client = await testDb()
  await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      recordRead(client.db, viewer, { at: at(1), action: 'actor:read', subject: { type: 'actor', id: `demo-${n}` } }),
    ),
  )
  expect(await verifyAudit(client.db)).toMatchObject({ head: { count: 100 }, findings: [] })
})

test('lines are found by action, role, account, subject and time, the latest first', async () => {
  const { db } = await logOf(9)
  const seqs = async (filter: Parameters<typeof countAuditEvents>[1]) => {
    const rows = await findAuditEvents(db, filter, { page: 1, size: 50 })
    expect(await countAuditEvents(db, filter)).toBe(rows.length)
    return rows.map((row) => row.seq)
  }
  expect(await seqs({ actions: ['actor:identity-read'] })).toEqual([8, 6, 4, 2])
  expect(await seqs({ role: 'system' })).toEqual([9, 6, 3])
  expect(await seqs({ accountId: 'test-district', from: at(7) })).toEqual([8, 7])
  expect(await seqs({ subject: { type: 'actor', id: 'demo-1' }, until: at(9) })).toEqual([5, 1])
  expect((await findAuditEvents(db, {}, { page: 2, size: 4 })).map((row) => row.seq)).toEqual([5, 4, 3, 2])
})
