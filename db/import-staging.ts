import SQLite from 'better-sqlite3'
import type { Mentions } from '#app/domain/privacy/mentions.ts'
import type { NewActor } from './schema/actor.ts'

/** A woman the file brings. */
export interface StagedNew {
  readonly actor: Pick<
    NewActor,
    'id' | 'regency_code' | 'village' | 'cluster' | 'sectors' | 'needs' | 'products' | 'facts' | 'facts_as_of'
  >
  readonly name: string
  readonly businessName: string | null
  readonly naturalKey: string
}

/** New content of a stored actor, with the state it was compared with. */
export interface StagedChange {
  readonly actor: Pick<NewActor, 'id' | 'cluster' | 'sectors' | 'needs' | 'products' | 'facts' | 'facts_as_of'>
  readonly seenUpdatedAt: string
  /** Values as JSON, null where unknown. */
  readonly changes: readonly { id: string; fact: string; oldValue: string | null; newValue: string | null }[]
}

export interface StagedReject {
  readonly row: number
  /** JSON string[]. */
  readonly cells: string
  /** JSON of the problems. */
  readonly problems: string
}

export interface ImportStaging {
  /** Stores a piece of the reading; all or nothing. */
  add(piece: {
    readonly created: readonly StagedNew[]
    readonly changed: readonly StagedChange[]
    readonly rejected: readonly StagedReject[]
    readonly sample: readonly { row: number; data: string }[]
  }): void
  /** The first rows as they were understood, as JSON. */
  sample(): string[]
  /** The first rejected rows, in the order of the file. */
  rejects(limit: number): StagedReject[]
  close(): void
}

const TABLES = `
  create table if not exists created (id text, regency_code text, village text, cluster text, sectors text, needs text,
    products text, facts text, facts_as_of text, name text, business_name text, natural_key text);
  create table if not exists changed (id text, cluster text, sectors text, needs text, products text, facts text,
    facts_as_of text, seen_updated_at text);
  create table if not exists fact_change (id text, actor_id text, fact text, old_value text, new_value text);
  create table if not exists rejected (row_number integer primary key, cells text, problems text);
  create table if not exists sample (row_number integer primary key, data text);`

/**
 * The waiting room of one load: a SQLite file of its own, so that reading a large file takes no lock of the database.
 * @param file created when it is not there.
 */
export function openStaging(file: string, options: { readonly?: boolean } = {}): ImportStaging {
  const connection = new SQLite(file, { readonly: options.readonly ?? false })
  if (!options.readonly) {
    // why: the file is thrown away when anything goes wrong, so it needs no journal
    connection.pragma('journal_mode = OFF')
    connection.pragma('synchronous = OFF')
    connection.exec(TABLES)
  }
  const insert = (table: string, count: number) =>
    connection.prepare(`insert into ${table} values (${Array.from({ length: count }, () => '?').join(', ')})`)
  const statements = options.readonly
    ? null
    : {
        created: insert('created', 12),
        changed: insert('changed', 8),
        change: insert('fact_change', 5),
        rejected: insert('rejected', 3),
        sample: insert('sample', 2),
      }
  return {
    add(piece) {
      if (!statements) throw new Error('staging is open for reading only')
      connection.transaction(() => {
        for (const { actor: a, name, businessName, naturalKey } of piece.created) {
          statements.created.run(
            ...[a.id, a.regency_code, a.village, a.cluster, a.sectors, a.needs, a.products, a.facts, a.facts_as_of],
            ...[name, businessName, naturalKey],
          )
        }
        for (const { actor: a, seenUpdatedAt, changes } of piece.changed) {
          statements.changed.run(
            ...[a.id, a.cluster, a.sectors, a.needs, a.products, a.facts, a.facts_as_of, seenUpdatedAt],
          )
          for (const one of changes) statements.change.run(one.id, a.id, one.fact, one.oldValue, one.newValue)
        }
        for (const reject of piece.rejected) statements.rejected.run(reject.row, reject.cells, reject.problems)
        for (const { row, data } of piece.sample) statements.sample.run(row, data)
      })()
    },
    sample: () => connection.prepare('select data from sample order by row_number').pluck().all() as string[],
    rejects: (limit) =>
      connection
        .prepare('select row_number as row, cells, problems from rejected order by row_number limit ?')
        .all(limit) as StagedReject[],
    close: () => void connection.close(),
  }
}

/**
 * Takes one woman out of a waiting room: her rows, and the sample and rejected rows that speak of her.
 * @returns how many rows were removed.
 */
export function forgetInStaging(
  file: string,
  her: { readonly id: string; readonly naturalKey: string | null; readonly mentions: Mentions },
): number {
  const connection = new SQLite(file)
  try {
    connection.exec(TABLES)
    connection.pragma('secure_delete = ON')
    let removed = 0
    const run = (sql: string, ...values: unknown[]) => {
      removed += connection.prepare(sql).run(...values).changes
    }
    run('delete from created where natural_key = ?', her.naturalKey)
    run('delete from changed where id = ?', her.id)
    run('delete from fact_change where actor_id = ?', her.id)
    for (const { table, text } of [
      { table: 'rejected', text: 'cells' },
      { table: 'sample', text: 'data' },
    ]) {
      const rows = connection.prepare(`select row_number as row, ${text} as text from ${table}`).all()
      for (const { row, text: json } of rows as { row: number; text: string }[])
        if (her.mentions.inCells(textsOf(JSON.parse(json)))) run(`delete from ${table} where row_number = ?`, row)
    }
    return removed
  } finally {
    connection.close()
  }
}

/** Every text within a JSON value, in its order. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}
