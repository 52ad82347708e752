import { type Kysely, Migrator } from 'kysely'
import type { DialectName } from './dialect/dialect.ts'
import { migrations } from './migrations/index.ts'

/**
 * Brings the database to the latest schema. Safe to repeat.
 * @returns the names of the migrations that were applied now.
 * @throws the error of the first migration that failed; its changes are rolled back.
 */
// biome-ignore lint/suspicious/noExplicitAny: migrating starts before the schema has a type
export async function migrate(db: Kysely<any>, dialect: DialectName): Promise<string[]> {
  const provider = {
    getMigrations: async () =>
      Object.fromEntries(
        Object.entries(migrations).map(([name, migration]) => [
          name,
          // biome-ignore lint/suspicious/noExplicitAny: Kysely's own signature
          { up: (connection: Kysely<any>) => migration.up(connection, dialect) },
        ]),
      ),
  }
  const { error, results } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw error
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName)
}
