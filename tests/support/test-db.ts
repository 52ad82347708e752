import SQLite from 'better-sqlite3'
import { createDb, type DbClient, wrapSqlite } from '#db/client.ts'
import { migrate } from '#db/migrator.ts'

let template: Buffer | undefined

/** A fresh migrated database in memory; cloning the template costs under a millisecond. */
export async function testDb(): Promise<DbClient> {
  if (!template) {
    const source = createDb(':memory:')
    await migrate(source.db, source.dialect)
    template = source.sqlite.serialize()
    await source.close()
  }
  const connection = new SQLite(template)
  connection.pragma('foreign_keys = ON')
  return wrapSqlite(connection)
}
