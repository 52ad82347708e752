import type SQLite from 'better-sqlite3'
import type { FacetKey, IndexName } from '../engine.ts'
import { type IndexDefinition, storedFields } from '../indexes.ts'

/** What FTS5 gathers in memory before it writes a segment; its own default is the smaller one. */
const NORMAL_HASH_BYTES = 1024 * 1024
const BUILD_HASH_BYTES = 48 * 1024 * 1024

/** What the file keeps of a document beside its columns. */
export interface StoredDocument {
  readonly slot: number
  readonly id: string
  readonly handle: string | null
  /** The texts of the stored fields as JSON. */
  readonly texts: string
}

/**
 * The tables of one generation of one index: documents by slot, the inverted index (FTS5), pages of facet and sort columns,
 * the words with their numbers of documents, and the sets of values that the facet columns number. A rebuild fills the next
 * generation beside this one.
 */
export class IndexFile {
  private readonly prefix: string
  private readonly statements = new Map<string, SQLite.Statement>()

  constructor(
    private readonly sqlite: SQLite.Database,
    private readonly definition: IndexDefinition,
    readonly generation: number,
  ) {
    this.prefix = `${definition.name}_${generation}`
  }

  create(): void {
    const columns = storedFields(this.definition)
      .map((field) => field.key)
      .join(', ')
    this.drop()
    this.sqlite.exec(`
      create table ${this.prefix}_doc (slot integer primary key, id text not null unique, handle text,
        texts text not null) strict;
      create index ${this.prefix}_doc_handle on ${this.prefix}_doc (handle) where handle is not null;
      create table ${this.prefix}_page (page integer primary key, data blob not null) strict;
      create table ${this.prefix}_set (facet text not null, number integer not null, value text not null,
        primary key (facet, number)) strict, without rowid;
      create virtual table ${this.prefix}_fts using fts5(${columns}, content='', contentless_delete=1, detail=column,
        prefix='2 3', tokenize="unicode61 remove_diacritics 2");
      create virtual table ${this.prefix}_vocab using fts5vocab(${this.prefix}_fts, 'row');
      create table ${this.prefix}_word (term text primary key, documents integer not null) strict, without rowid;
    `)
  }

  drop(): void {
    for (const part of ['word', 'vocab', 'fts', 'set', 'page', 'doc']) {
      this.sqlite.exec(`drop table if exists ${this.prefix}_${part}`)
    }
  }

  find(id: string): StoredDocument | undefined {
    return this.prepared(`select slot, id, handle, texts from ${this.prefix}_doc where id = ?`).get(id) as
      | StoredDocument
      | undefined
  }

  read(slot: number): StoredDocument | undefined {
    return this.prepared(`select slot, id, handle, texts from ${this.prefix}_doc where slot = ?`).get(slot) as
      | StoredDocument
      | undefined
  }

  /** Every document, by slot. */
  documents(): IterableIterator<StoredDocument> {
    return this.prepared(
      `select slot, id, handle, texts from ${this.prefix}_doc order by slot`,
    ).iterate() as IterableIterator<StoredDocument>
  }

  lastSlot(): number {
    const row = this.prepared(`select max(slot) as last from ${this.prefix}_doc`).get() as { last: number | null }
    return row.last ?? 0
  }

  insert(document: StoredDocument, words: readonly string[]): void {
    this.prepared(`insert into ${this.prefix}_doc (slot, id, handle, texts) values (@slot, @id, @handle, @texts)`).run(
      document,
    )
    this.insertWords(document.slot, words)
  }

  /** Null leaves the words as they are. */
  replace(document: StoredDocument, words: readonly string[] | null): void {
    this.prepared(`update ${this.prefix}_doc set handle = @handle, texts = @texts where slot = @slot`).run(document)
    if (words === null) return
    this.prepared(`delete from ${this.prefix}_fts where rowid = ?`).run(document.slot)
    this.insertWords(document.slot, words)
  }

  delete(slot: number): void {
    this.prepared(`delete from ${this.prefix}_doc where slot = ?`).run(slot)
    this.prepared(`delete from ${this.prefix}_fts where rowid = ?`).run(slot)
  }

  addSet(facet: FacetKey, number: number, values: readonly string[]): void {
    this.prepared(`insert into ${this.prefix}_set (facet, number, value) values (?, ?, ?)`).run(
      facet,
      number,
      JSON.stringify(values),
    )
  }

  /** The stored sets in the order of their numbers. */
  *sets(): Generator<{ facet: FacetKey; values: readonly string[] }> {
    const rows = this.prepared(`select facet, value from ${this.prefix}_set order by facet, number`).iterate()
    for (const row of rows as IterableIterator<{ facet: FacetKey; value: string }>) {
      yield { facet: row.facet, values: JSON.parse(row.value) as string[] }
    }
  }

  writePage(page: number, data: Uint8Array): void {
    this.prepared(`insert or replace into ${this.prefix}_page (page, data) values (?, ?)`).run(page, data)
  }

  pages(): IterableIterator<{ page: number; data: Buffer }> {
    return this.prepared(`select page, data from ${this.prefix}_page order by page`).iterate() as IterableIterator<{
      page: number
      data: Buffer
    }>
  }

  /** Counts every word anew from the inverted index, which takes a look at all of it. */
  countWords(): void {
    this.sqlite.exec(`delete from ${this.prefix}_word;
      insert into ${this.prefix}_word (term, documents) select term, doc from ${this.prefix}_vocab;`)
  }

  /** So many documents more or fewer have the word. */
  changeWord(term: string, by: 1 | -1): void {
    this.prepared(
      `insert into ${this.prefix}_word (term, documents) values (?, ?)
        on conflict (term) do update set documents = documents + excluded.documents`,
    ).run(term, by)
  }

  /** Every word with the number of documents that have it. */
  *vocabulary(): Generator<[string, number]> {
    // why: two long texts cross over from SQLite in a third of the time that hundreds of thousands of rows take
    const joined = this.prepared(
      `select group_concat(term, ' ') as terms, group_concat(documents, ' ') as counts
        from ${this.prefix}_word where documents > 0`,
    ).get() as { terms: string | null; counts: string | null }
    if (joined.terms === null || joined.counts === null) return
    const counts = joined.counts.split(' ')
    for (const [at, term] of joined.terms.split(' ').entries()) yield [term, Number(counts[at])]
  }

  /** The slots of the documents with this handle. */
  withHandle(term: string): number[] {
    return this.prepared(`select slot from ${this.prefix}_doc where handle = ?`).pluck().all(term) as number[]
  }

  /**
   * The slots whose columns (of `columnFilter`) have the word, ascending. Only letters and digits ever reach MATCH, quoted.
   */
  match(term: string, prefix: boolean, columns: string): Uint32Array {
    const safe = term.replace(/[^\p{L}\p{N}]/gu, '')
    if (safe === '') return new Uint32Array(0)
    // why: one long text crosses over from SQLite several times as quickly as a row for every document
    const joined = this.prepared(
      `select cast(group_concat(rowid, ' ') as blob) from ${this.prefix}_fts where ${this.prefix}_fts match ?`,
    )
      .pluck()
      .get(`${columns}"${safe}"${prefix ? ' *' : ''}`) as Buffer | null
    return joined === null ? new Uint32Array(0) : numbersIn(joined)
  }

  /** Lets the inverted index gather more in memory before it writes, for the time of a build. */
  buildMode(on: boolean): void {
    const bytes = on ? BUILD_HASH_BYTES : NORMAL_HASH_BYTES
    this.sqlite.exec(`insert into ${this.prefix}_fts(${this.prefix}_fts, rank) values ('hashsize', ${bytes})`)
  }

  /** Merges the inverted index a little; false when there was nothing left to merge. */
  mergeStep(): boolean {
    const before = this.sqlite.prepare('select total_changes() as n').get() as { n: number }
    this.sqlite.prepare(`insert into ${this.prefix}_fts(${this.prefix}_fts, rank) values ('merge', -400)`).run()
    const after = this.sqlite.prepare('select total_changes() as n').get() as { n: number }
    return after.n - before.n >= 2
  }

  private insertWords(slot: number, words: readonly string[]): void {
    const columns = storedFields(this.definition).map((field) => field.key)
    this.prepared(
      `insert into ${this.prefix}_fts (rowid, ${columns.join(', ')}) values (?${', ?'.repeat(columns.length)})`,
    ).run(slot, ...words)
  }

  /** Which columns count up to a level, as MATCH wants them: '' for all of them, null for none. */
  columnFilter(level: number): string | null {
    const stored = storedFields(this.definition)
    const columns = stored.filter((field) => field.level <= level).map((field) => field.key)
    if (columns.length === stored.length) return ''
    return columns.length === 0 ? null : `{${columns.join(' ')}} : `
  }

  private prepared(sql: string): SQLite.Statement {
    let statement = this.statements.get(sql)
    if (!statement) {
      statement = this.sqlite.prepare(sql)
      this.statements.set(sql, statement)
    }
    return statement
  }

  /** The name is part of every table's; used in messages. */
  get name(): IndexName {
    return this.definition.name
  }
}

const SPACE = 32
const ZERO = 48

/** The numbers of a text that parts them with spaces. */
function numbersIn(text: Uint8Array): Uint32Array {
  let count = 1
  for (let at = 0; at < text.length; at++) if (text[at] === SPACE) count++
  const numbers = new Uint32Array(count)
  let found = 0
  let number = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (sign === SPACE) {
      numbers[found++] = number
      number = 0
    } else {
      number = number * 10 + sign - ZERO
    }
  }
  numbers[found] = number
  return numbers
}
