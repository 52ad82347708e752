import SQLite from 'better-sqlite3'
import { fieldText } from '#search/documents/value-words.ts'
import type { IndexName, SearchDocument } from '#search/engine.ts'
import { INDEXES } from '#search/indexes.ts'

/** SQLite FTS5 as one would use it without further thought: all fields, default tokenizer, ORDER BY rank (BM25). */
export class PlainFts {
  private readonly sqlite = new SQLite(':memory:')

  constructor(index: IndexName, documents: readonly SearchDocument[]) {
    const fields = INDEXES[index].fields.filter((field) => field.shown)
    this.sqlite.exec(`create virtual table f using fts5(id unindexed, ${fields.map((field) => field.key).join(', ')})`)
    const insert = this.sqlite.prepare(`insert into f values (?${', ?'.repeat(fields.length)})`)
    this.sqlite.transaction(() => {
      for (const document of documents) insert.run(document.id, ...fields.map((field) => fieldText(field, document)))
    })()
  }

  /** `or` joins the words so that any of them is enough; the usual choice is that all must occur. */
  search(text: string, join: 'and' | 'or'): string[] {
    const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
    if (words.length === 0) return []
    const expression = words.map((word) => `"${word}"`).join(join === 'and' ? ' ' : ' OR ')
    return this.sqlite
      .prepare('select id from f where f match ? order by rank limit 10')
      .pluck()
      .all(expression) as string[]
  }
}
