import SQLite from 'better-sqlite3'
import { SqliteAdapter, SqliteDialect } from 'kysely'

class TransactionalDdlAdapter extends SqliteAdapter {
  /** SQLite rolls DDL back; Kysely's default says otherwise and would leave half a migration behind. */
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalDdlAdapter()
  }
}

/** Opens a SQLite file with the settings every connection of ours has. */
export function openSqlite(file: string, options: { readonly?: boolean } = {}): SQLite.Database {
  const connection = new SQLite(file, { readonly: options.readonly ?? false })
  connection.pragma('busy_timeout = 5000')
  connection.pragma('foreign_keys = ON')
  if (!options.readonly) {
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = NORMAL')
  }
  return connection
}

export function sqliteDialect(connection: SQLite.Database): SqliteDialect {
  return new TransactionalSqliteDialect({ database: connection })
}
