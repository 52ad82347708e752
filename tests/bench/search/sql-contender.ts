import { statSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { fieldText } from '#search/documents/value-words.ts'
import type { FacetKey, SearchDocument, SearchQuery } from '#search/engine.ts'
import { INDEXES } from '#search/indexes.ts'
import type { Contender } from './contender.ts'
import { corpus } from './corpus.ts'

const { facets, fields } = INDEXES.actors
const textFields = fields.filter((field) => field.shown)

/**
 * FTS5 and GROUP BY as one builds it by the book: an inverted index with BM25, a table of facet values, what matched put
 * into a temporary table once, counted per facet. It knows no typos; disjunctive counts are not asked of it.
 */
export function sqlContender(folder: string): Contender {
  const file = `${folder}/plain.sqlite`
  let sqlite: SQLite.Database
  let insert: ReturnType<typeof insertInto>
  const connect = () => {
    sqlite = new SQLite(file)
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = NORMAL')
    sqlite.pragma('cache_size = -65536')
    sqlite.pragma('mmap_size = 1073741824')
    sqlite.pragma('temp_store = MEMORY')
    sqlite.exec('create temp table if not exists matched (doc integer primary key)')
  }
  return {
    async build(count) {
      connect()
      const columns = textFields.map((field) => field.key).join(', ')
      sqlite.exec(`
        create table document (doc integer primary key, id text not null unique, as_of integer not null, tie integer not null);
        create table facet (facet text not null, value text not null, doc integer not null,
          primary key (facet, value, doc)) without rowid;
        create virtual table words using fts5(${columns}, tokenize="unicode61 remove_diacritics 2", prefix='2 3');
      `)
      insert = insertInto(sqlite)
      let doc = 0
      let batch: SearchDocument[] = []
      const flush = sqlite.transaction(() => {
        for (const document of batch) insert(++doc, document)
      })
      for (const document of corpus(count)) {
        if (batch.push(document) < 5000) continue
        flush()
        batch = []
      }
      flush()
      sqlite.exec(
        'create index facet_of_document on facet (doc, facet, value); create index by_date on document (as_of desc, tie); analyze',
      )
      sqlite.close()
    },
    async open() {
      connect()
      insert = insertInto(sqlite)
    },
    async settle() {},
    async search(query) {
      return answer(sqlite, query)
    },
    async update(document) {
      sqlite.transaction(() => {
        const row = sqlite.prepare('select doc from document where id = ?').get(document.id) as { doc: number }
        sqlite.prepare('delete from words where rowid = ?').run(row.doc)
        sqlite.prepare('delete from facet where doc = ?').run(row.doc)
        sqlite.prepare('delete from document where doc = ?').run(row.doc)
        insert(row.doc, document)
      })()
    },
    bytes: () => statSync(file).size,
  }
}

function insertInto(sqlite: SQLite.Database): (doc: number, document: SearchDocument) => void {
  const addDocument = sqlite.prepare('insert into document values (?, ?, ?, ?)')
  const addWords = sqlite.prepare(
    `insert into words (rowid, ${textFields.map((field) => field.key).join(', ')}) values (?${', ?'.repeat(textFields.length)})`,
  )
  const addFacet = sqlite.prepare('insert or ignore into facet values (?, ?, ?)')
  return (doc, document) => {
    addDocument.run(doc, document.id, document.sort.as_of, document.sort.tie)
    addWords.run(doc, ...textFields.map((field) => fieldText(field, document)))
    for (const facet of facets) for (const value of document.facets[facet] ?? []) addFacet.run(facet, value, doc)
  }
}

function answer(sqlite: SQLite.Database, query: SearchQuery): { total: number; ids: string[] } {
  const words = query.text.match(/[\p{L}\p{N}]+/gu) ?? []
  const open = /[\p{L}\p{N}]$/u.test(query.text)
  const match = words.map((word, at) => `"${word}"${open && at === words.length - 1 ? ' *' : ''}`).join(' ')
  const chosen = Object.entries(query.filters).filter(([, values]) => values.length > 0)
  const inFacet = chosen
    .map(
      ([facet, values]) =>
        `doc in (select doc from facet where facet = '${facet}' and value in (${values.map(() => '?').join(', ')}))`,
    )
    .join(' and ')
  const bound = chosen.flatMap(([, values]) => values)
  const from = match === '' ? 'document' : '(select rowid as doc from words where words match ?)'
  const where = inFacet === '' ? '' : `where ${inFacet}`
  sqlite.exec('delete from matched')
  const total = sqlite
    .prepare(`insert into matched select doc from ${from} ${where}`)
    .run(...(match === '' ? [] : [match]), ...bound).changes
  for (const facet of query.facets) {
    sqlite
      .prepare('select value, count(*) from matched join facet using (doc) where facet = ? group by value')
      .raw()
      .all(facet satisfies FacetKey)
  }
  const offset = (query.page - 1) * query.pageSize
  const page =
    match === ''
      ? sqlite
          .prepare('select id from matched join document using (doc) order by as_of desc, tie limit ? offset ?')
          .pluck()
          .all(query.pageSize, offset)
      : sqlite
          .prepare(
            'select id from words join document on doc = words.rowid where words match ? order by rank limit ? offset ?',
          )
          .pluck()
          .all(match, query.pageSize, offset)
  return { total, ids: page as string[] }
}
