import { createDb } from '#db/client.ts'
import { migrate } from '#db/migrator.ts'
import type { Verb } from '../verb.ts'

export const migrateVerb: Verb = {
  name: 'migrate',
  options: {},
  async run(_, io) {
    const client = createDb(io.config.databaseFile)
    try {
      const applied = await migrate(client.db, client.dialect)
      const database = io.config.databaseFile
      io.answer({ database, applied }, () => io.t.verbs.migrate.done(applied.length, database))
    } finally {
      await client.close()
    }
  },
}
