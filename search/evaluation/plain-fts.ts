import SQLite from 'better-sqlite3'
import { fieldText } from '../documents/value-words.ts'
import { INDEX_NAMES, INDEXES } from '../indexes.ts'
import type { Corpus } from './corpus.ts'
import type { Ranker } from './ranker.ts'

/**
 * What a developer gets from SQLite alone: FTS5 with its tokenizer `unicode61`, the texts that people see as columns, words
 * of the query joined by AND or by OR, best BM25 first.
 */
export function plainFts(name: string, corpus: Corpus, join: 'AND' | 'OR'): Ranker {
  const sqlite = new SQLite(':memory:')
  for (const index of INDEX_NAMES) {
    const fields = INDEXES[index].fields.filter((field) => field.shown)
    const columns = fields.map((field) => field.key).join(', ')
    sqlite.exec(`create virtual table ${index} using fts5(id unindexed, ${columns}, tokenize = 'unicode61')`)
    const insert = sqlite.prepare(`insert into ${index} values (?${', ?'.repeat(fields.length)})`)
    for (const document of corpus.documents[index]) {
      insert.run(document.id, ...fields.map((field) => fieldText(field, document)))
    }
  }
  return {
    name,
    search: async (index, text, depth) => {
      const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
      if (words.length === 0) return []
      return sqlite
        .prepare(`select id from ${index} where ${index} match ? order by bm25(${index}), rowid limit ?`)
        .pluck()
        .all(words.map((word) => `"${word}"`).join(` ${join} `), depth) as string[]
    },
    close: () => sqlite.close(),
  }
}
