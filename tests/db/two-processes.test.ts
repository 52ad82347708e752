import { expect, test } from 'vitest'
import { createDb, type DbClient } from '#db/client.ts'
import { putSetting } from '#db/queries/settings.ts'
import { fileDb } from '#tests/support/file-db.ts'

/** Counts one up, as most writes do: what is written follows from what was read before in the same transaction. */
async function countUp(client: DbClient, between: () => Promise<void> = async () => {}): Promise<void> {
  await client.db.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('setting').select('value').where('key', '=', 'uji').executeTakeFirst()
    await between()
    await putSetting(trx, 'uji', Number(row?.value ?? 0) + 1)
  })
}

test('a transaction that reads first and writes then is not refused because another process has written meanwhile', async () => {
  const { client, dataDir } = await fileDb(0)
  const other = createDb(`${dataDir}/sinergi.sqlite`)
  other.sqlite.pragma('busy_timeout = 50')
  let tried: unknown
  await countUp(client, async () => {
    tried = await countUp(other).catch((error: { code?: string }) => error.code)
  })
  expect(tried).toBe('SQLITE_BUSY')
  await countUp(other)
  const row = await client.db.selectFrom('setting').select('value').where('key', '=', 'uji').executeTakeFirst()
  expect(row?.value).toBe('2')
  await other.close()
})

test('who only reads holds nobody up: a connection for reading, and a transaction that says so', async () => {
  const { client, dataDir } = await fileDb(0)
  const reader = createDb(`${dataDir}/sinergi.sqlite`, { readonly: true })
  const other = createDb(`${dataDir}/sinergi.sqlite`)
  await reader.db.transaction().execute(async (trx) => {
    await trx.selectFrom('setting').select('key').execute()
    await other.db
      .transaction()
      .setAccessMode('read only')
      .execute(async (quiet) => {
        await quiet.selectFrom('setting').select('key').execute()
        await countUp(client)
      })
  })
  await reader.close()
  await other.close()
})
