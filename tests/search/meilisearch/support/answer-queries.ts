import type { MultiSearchQuery } from 'meilisearch'
import type { StoredDocument } from '#search/meilisearch/document.ts'
import type { Result } from '#search/meilisearch/hit-window.ts'
import { readFilter } from './read-filter.ts'

/**
 * What a query of a multi-search asks for, worked out document by document as the reference documentation describes filter,
 * sort, distinct, pagination and facets. It checks the queries we write; how a server answers them only a server can show.
 */
export function answerQuery(documents: readonly StoredDocument[], query: MultiSearchQuery): Result {
  const passes = query.filter === undefined ? () => true : readFilter(query.filter as string)
  const candidates = documents.filter(passes)
  const facetDistribution = Object.fromEntries(
    (query.facets ?? []).map((facet) => [facet, countValues(candidates, facet)]),
  )
  const shared = { indexUid: query.indexUid, query: '', processingTimeMs: 0, facetDistribution }
  if (query.hitsPerPage !== undefined) return { ...shared, hits: [], totalHits: candidates.length } as unknown as Result
  const sorted = [...candidates].sort((a, b) => compare(a, b, query.sort ?? []))
  const distinct = query.distinct === undefined ? sorted : firstOfEach(sorted, query.distinct)
  const offset = query.offset ?? 0
  return {
    ...shared,
    hits: distinct.slice(offset, offset + (query.limit ?? 20)).map((hit) => only(hit, query.attributesToRetrieve)),
    estimatedTotalHits: candidates.length,
  } as unknown as Result
}

function countValues(documents: readonly StoredDocument[], facet: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const document of documents) {
    for (const value of new Set(document[facet] as readonly string[])) counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}

function compare(a: StoredDocument, b: StoredDocument, sort: readonly string[]): number {
  for (const rule of sort) {
    const [field, direction] = rule.split(':') as [string, string]
    const difference = (a[field] as number) - (b[field] as number)
    if (difference !== 0) return direction === 'asc' ? difference : -difference
  }
  return 0
}

function firstOfEach(documents: readonly StoredDocument[], field: string): StoredDocument[] {
  const seen = new Set<string>()
  return documents.filter((document) => {
    const values = document[field] as readonly string[]
    if (values.some((value) => seen.has(value))) return false
    for (const value of values) seen.add(value)
    return true
  })
}

function only(document: StoredDocument, fields: readonly string[] | undefined): StoredDocument {
  if (!fields) return document
  return Object.fromEntries(Object.entries(document).filter(([name]) => fields.includes(name))) as StoredDocument
}
