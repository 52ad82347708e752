import SQLite from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely'

class TransactionalDdlAdapter extends SqliteAdapter {
  /** SQLite rolls DDL back; Kysely's default says otherwise and would leave half a migration behind. */
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/**
 * Takes the right to write when a transaction begins. Kysely's own asks for it at the first write: when another process has
 * written since the transaction began to read, SQLite refuses that at once, however long it may wait (SQLITE_BUSY_SNAPSHOT).
 * A transaction set to 'read only' and a connection for reading hold nobody up.
 */
class ImmediateSqliteDriver extends SqliteDriver {
  constructor(private readonly connection: SQLite.Database) {
    super({ database: connection })
  }

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const reads = this.connection.readonly || settings?.accessMode === 'read only'
    await connection.executeQuery(CompiledQuery.raw(reads ? 'begin' : 'begin immediate'))
  }
}

class TransactionalSqliteDialect extends SqliteDialect {
  constructor(private readonly connection: SQLite.Database) {
    super({ database: connection })
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalDdlAdapter()
  }

  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver(this.connection)
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
    // why: rows that are gone must not be readable in the free pages of the file either
    connection.pragma('secure_delete = ON')
  }
  return connection
}

export function sqliteDialect(connection: SQLite.Database): SqliteDialect {
  return new TransactionalSqliteDialect(connection)
}
