import MiniSearch, { type SearchResult } from 'minisearch'
import { fieldText } from '#search/documents/value-words.ts'
import type { FacetKey, SearchDocument } from '#search/engine.ts'
import { INDEXES } from '#search/indexes.ts'
import { typoLimit } from '#search/text/edit-distance.ts'
import type { Contender } from './contender.ts'
import { corpus } from './corpus.ts'

const fields = INDEXES.actors.fields.filter((field) => field.shown)

/** MiniSearch with the same rule for typos; facets are counted over its results, filters passed to it as a function. */
export function miniContender(): Contender {
  const index = new MiniSearch<Record<string, string>>({ fields: fields.map((field) => field.key), idField: 'id' })
  const facetsOf = new Map<string, SearchDocument['facets']>()
  const entry = (document: SearchDocument) => ({
    id: document.id,
    ...Object.fromEntries(fields.map((field) => [field.key, fieldText(field, document)])),
  })
  return {
    async build(count) {
      for (const document of corpus(count)) {
        index.add(entry(document))
        facetsOf.set(document.id, document.facets)
      }
    },
    async open() {},
    async settle() {},
    async search(query) {
      const chosen = Object.entries(query.filters) as [FacetKey, readonly string[]][]
      const filter = ({ id }: SearchResult) =>
        chosen.every(([facet, values]) => facetsOf.get(id)?.[facet]?.some((value) => values.includes(value)) ?? false)
      const open = /[\p{L}\p{N}]$/u.test(query.text)
      const results = index.search(query.text.trim() === '' ? MiniSearch.wildcard : query.text, {
        combineWith: 'AND',
        fuzzy: (term) => typoLimit(term) || false,
        prefix: (_term, at, terms) => open && at === terms.length - 1,
        ...(chosen.length > 0 ? { filter } : {}),
      })
      for (const facet of query.facets) {
        const counts = new Map<string, number>()
        for (const { id } of results) {
          for (const value of facetsOf.get(id)?.[facet] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1)
        }
      }
      const start = (query.page - 1) * query.pageSize
      return { total: results.length, ids: results.slice(start, start + query.pageSize).map(({ id }) => id) }
    },
    async update(document) {
      index.replace(entry(document))
      facetsOf.set(document.id, document.facets)
    },
    bytes: () => null,
  }
}
