import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type SQLite from 'better-sqlite3'
import { Kysely, type Transaction } from 'kysely'
import type { DialectName } from './dialect/dialect.ts'
import { openSqlite, sqliteDialect } from './dialect/sqlite.ts'
import type { Database } from './schema/index.ts'

/** What query functions take: the database or a transaction of it. */
export type Db = Kysely<Database> | Transaction<Database>

export interface DbClient {
  readonly db: Kysely<Database>
  readonly dialect: DialectName
  /** The SQLite connection, for bulk reads and writes that must not go row by row through Kysely. */
  readonly sqlite: SQLite.Database
  close(): Promise<void>
}

/** Opens the database at a file path (or ":memory:"). Nothing is migrated. */
export function createDb(file: string, options: { readonly?: boolean } = {}): DbClient {
  if (file !== ':memory:' && !options.readonly) mkdirSync(dirname(file), { recursive: true })
  return wrapSqlite(openSqlite(file, options))
}

/** A client over a connection that is already open (tests clone a migrated template). */
export function wrapSqlite(sqlite: SQLite.Database): DbClient {
  const db = new Kysely<Database>({ dialect: sqliteDialect(sqlite) })
  return { db, dialect: 'sqlite', sqlite, close: () => db.destroy() }
}
