import { expect, test } from 'vitest'
import { createDb } from '#db/client.ts'
import { migrate } from '#db/migrator.ts'

test('an empty database reaches the latest schema, and a second run changes nothing', async () => {
  const client = createDb(':memory:')
  expect(await migrate(client.db, client.dialect)).not.toEqual([])
  expect(await migrate(client.db, client.dialect)).toEqual([])
  const names = (await client.db.introspection.getTables()).map((table) => table.name)
  expect(names).toEqual(expect.arrayContaining(['actor', 'offer', 'partner', 'region', 'change_log']))
  await client.close()
})
