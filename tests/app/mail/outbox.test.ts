import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { drainOutbox, enqueueMail } from '#app/mail/outbox.server.ts'
import { folderTransport, type Letter, type MailTransport } from '#app/mail/transport.server.ts'
import type { DbClient } from '#db/client.ts'
import { insertAccount, updateAccount } from '#db/queries/accounts.ts'
import { exampleAccount } from '#tests/support/sign-in.ts'
import { testDb } from '#tests/support/test-db.ts'

const START = '2026-11-24T00:00:00.000Z'
const after = (minutes: number) => new Date(Date.parse(START) + minutes * 60_000).toISOString()
const DAY = 24 * 60

async function outbox(): Promise<DbClient> {
  const client = await testDb()
  onTestFinished(() => client.close())
  return client
}

const write = (client: DbClient, over: Partial<Parameters<typeof enqueueMail>[1]> = {}) =>
  client.db.transaction().execute((trx) =>
    enqueueMail(trx, {
      kind: 'contoh',
      dedupeKey: 'satu',
      to: { address: 'ibu@contoh.example' },
      subject: 'Judul',
      text: 'Isi dengan tautan rahasia-123',
      now: START,
      ...over,
    }),
  )

/** A mail server that can be switched off, and remembers what it took. */
function server(): MailTransport & { up: boolean; took: Letter[]; refuses?: number } {
  return {
    kind: 'smtp',
    up: true,
    took: [],
    async send(letter) {
      if (this.refuses) throw Object.assign(new Error('no such mailbox'), { responseCode: this.refuses })
      if (!this.up) throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
      this.took.push(letter)
    },
  }
}

test('a letter goes out once, and its text and address are forgotten', async () => {
  const client = await outbox()
  const smtp = server()
  expect(await write(client)).toBe(true)
  expect(await write(client)).toBe(false)
  const stored = JSON.stringify(await client.db.selectFrom('mail_outbox').selectAll().execute())
  expect(stored).not.toContain('rahasia-123')
  expect(stored).not.toContain('ibu@')
  expect(await drainOutbox(client, smtp, START)).toEqual({ sent: 1, postponed: 0, failed: 0 })
  expect(await drainOutbox(client, smtp, after(DAY))).toEqual({ sent: 0, postponed: 0, failed: 0 })
  expect(smtp.took).toMatchObject([
    { to: 'ibu@contoh.example', subject: 'Judul', text: 'Isi dengan tautan rahasia-123' },
  ])
  const row = await client.db.selectFrom('mail_outbox').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ status: 'sent', letter_sealed: null, to_address_sealed: '', sent_at: START })
})

test('a mail server down for a day loses nothing, and afterwards nothing goes twice', async () => {
  const client = await outbox()
  const smtp = server()
  smtp.up = false
  for (let n = 0; n < 20; n += 1) await write(client, { dedupeKey: `surat-${n}` })
  for (let minute = 0; minute < DAY; minute += 10) await drainOutbox(client, smtp, after(minute))
  expect(smtp.took).toEqual([])
  smtp.up = true
  for (let minute = DAY; minute < DAY + 180; minute += 10) await drainOutbox(client, smtp, after(minute))
  expect(smtp.took).toHaveLength(20)
  expect(new Set(smtp.took.map(({ messageId }) => messageId)).size).toBe(20)
})

test('two processes that empty the outbox at once send each letter once', async () => {
  const client = await outbox()
  const smtp = server()
  for (let n = 0; n < 10; n += 1) await write(client, { dedupeKey: `surat-${n}` })
  await Promise.all([1, 2, 3].map(() => drainOutbox(client, smtp, START)))
  expect(smtp.took).toHaveLength(10)
})

test('a letter whose sender died goes out again under the same Message-ID, after ten minutes', async () => {
  const client = await outbox()
  const smtp = server()
  await write(client)
  const dying: MailTransport = { kind: 'smtp', send: () => new Promise(() => {}) }
  void drainOutbox(client, dying, START)
  await new Promise((resolve) => setTimeout(resolve, 50))
  await drainOutbox(client, smtp, after(9))
  expect(smtp.took).toEqual([])
  await drainOutbox(client, smtp, after(10))
  const { id } = await client.db.selectFrom('mail_outbox').select('id').executeTakeFirstOrThrow()
  expect(smtp.took.map(({ messageId }) => messageId)).toEqual([`<contoh.${id}@sinergi-ir>`])
})

test('an address refused for good is given up at once, a greylisted one is tried again', async () => {
  const client = await outbox()
  const smtp = server()
  await write(client)
  smtp.refuses = 451
  expect(await drainOutbox(client, smtp, START)).toMatchObject({ postponed: 1 })
  smtp.refuses = 550
  expect(await drainOutbox(client, smtp, after(1))).toMatchObject({ failed: 1 })
  const row = await client.db.selectFrom('mail_outbox').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ status: 'failed', last_error: '550', letter_sealed: null })
})

test('a letter to an account goes to the address it has then; to one switched off it does not go', async () => {
  const client = await outbox()
  const smtp = server()
  const [here, gone] = [exampleAccount({ role: 'district' }), exampleAccount({ role: 'district' })]
  await insertAccount(client.db, here)
  await insertAccount(client.db, gone)
  await write(client, { dedupeKey: 'a', to: { account: here.id } })
  await write(client, { dedupeKey: 'b', to: { account: gone.id } })
  await updateAccount(client.db, here.id, { email: 'baru@contoh.example' }, START)
  await updateAccount(client.db, gone.id, { disabled_at: START }, START)
  await drainOutbox(client, smtp, START)
  expect(smtp.took.map(({ to }) => to)).toEqual(['baru@contoh.example'])
})

test('without a mail server each letter becomes a file that only its owner may read', async () => {
  const client = await outbox()
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-mail-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  await write(client, { subject: 'Undangan — Sinergi', text: 'Buka tautan ini.' })
  await drainOutbox(client, folderTransport(folder, 'Sinergi IR <a@contoh.example>'), START)
  const [file] = readdirSync(folder)
  expect(file).toMatch(/^contoh_[\w-]+_sinergi-ir\.eml$/)
  const text = readFileSync(join(folder, file!), 'utf8')
  expect(text).toContain('To: ibu@contoh.example')
  expect(text).toContain('Buka tautan ini.')
})
