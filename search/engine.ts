/**
 * The port of search: two engines (embedded, Meilisearch) answer it, one contract suite holds both to it.
 * A filter is a constraint in the query; a facet is the part of the page that sets it, with counts.
 */

export type IndexName = 'offers' | 'actors'

export type FacetKey =
  | 'need'
  | 'sector'
  | 'province'
  | 'regency'
  | 'coverage'
  | 'cluster'
  | 'tie'
  | 'partner_type'
  | 'partner'
  | 'status'
  | 'permit'
  | 'capability'
  | 'freshness'

export type FieldKey = 'partner' | 'offer' | 'products' | 'topics' | 'place' | 'description' | 'codes'

/** Whole numbers that order documents; both engines sort by the same ones. */
export type SortField = 'status_rank' | 'as_of' | 'name_1' | 'name_2' | 'name_3' | 'name_4' | 'tie'

export type SortKey = 'relevance' | 'name' | 'newest'

/**
 * Who is asking. Required with every query, so that totals and counts never speak of what the viewer may not see.
 * `public` sees no actors; `regions` sees the actors of those provinces (two digits) and regencies (NN.NN); `documents` sees
 * those alone, at most a thousand, whatever the index knows of them.
 */
export type VisibilityScope =
  | { readonly kind: 'public' }
  | { readonly kind: 'all' }
  | { readonly kind: 'regions'; readonly codes: readonly string[] }
  | { readonly kind: 'documents'; readonly ids: readonly string[] }

/** What the index may hold of one offer or actor. Made by `documents/`, which whitelists the fields. */
export interface SearchDocument {
  readonly id: string
  /** One word that finds this document as if it stood in its name: the code an actor is shown under. Never half-typed. */
  readonly handle?: string
  /** Texts of the fields that are not made of facet values (indexes.ts, `wordsOf`). */
  readonly text: { readonly [F in FieldKey]?: string }
  readonly facets: { readonly [K in FacetKey]?: readonly string[] }
  readonly sort: { readonly [S in SortField]?: number }
}

export type Filters = { readonly [K in FacetKey]?: readonly string[] }

export interface SearchQuery {
  /** As typed; '' browses. Only the first 200 characters and 12 words count. */
  readonly text: string
  /** OR inside a key, AND between keys. An empty list is no constraint. */
  readonly filters: Filters
  /** The counts wanted; a key's own filter is not applied to its counts. */
  readonly facets: readonly FacetKey[]
  readonly sort: SortKey
  /** From 1. A page beyond the last one is answered with the last one. */
  readonly page: number
  /** 1 to 200. */
  readonly pageSize: number
  readonly scope: VisibilityScope
  /** Only the best document of each group (the partner of an offer) is a hit, and `total` counts groups. */
  readonly grouped?: boolean
}

/** A text in pieces, so that no markup ever travels through the index. */
export type Highlight = readonly { readonly text: string; readonly hit: boolean }[]

export interface SearchHit {
  readonly id: string
  /** The partner of an offer; null for an actor. */
  readonly group: string | null
  /** Fields in which something matched. */
  readonly highlights: { readonly [F in FieldKey]?: Highlight }
}

export interface FacetCount {
  readonly value: string
  readonly count: number
}

export interface SearchPage {
  readonly hits: readonly SearchHit[]
  /** Exact number of hits over all pages (groups, when `grouped`). */
  readonly total: number
  /** Exact number of matching documents. */
  readonly documents: number
  /** The page that was answered, after clamping. */
  readonly page: number
  /** Counts of documents, most frequent first, then by value. */
  readonly facets: { readonly [K in FacetKey]?: readonly FacetCount[] }
  /** `some` when documents that do not have every word are among the hits. */
  readonly matched: 'all' | 'some'
  readonly answeredBy: 'embedded' | 'meilisearch'
  /** True when the engine that should have answered did not, and another stood in. */
  readonly standIn: boolean
  /** Why another stood in; absent when none did. */
  readonly standInReason?: StandInReason
}

/** Not reachable; too slow; answered with an error; or still being brought up to the change log. */
export type StandInReason = 'unreachable' | 'slow' | 'fault' | 'catching-up'

export interface IndexStatus {
  readonly documents: number
  /** Position in the change log up to which the index is true; 0 when it was never filled. */
  readonly cursor: number
}

export interface EngineStatus {
  readonly engine: 'embedded' | 'meilisearch'
  readonly up: boolean
  readonly indexes: { readonly [I in IndexName]: IndexStatus }
}

/** What the change log says between two positions, as it is to stand in an index. */
export interface LogBatch {
  readonly documents: readonly SearchDocument[]
  /** Ids that are no longer there. */
  readonly gone: readonly string[]
  /** The position up to which the index has to be true already. */
  readonly after: number
  /** The position up to which it is true afterwards. */
  readonly cursor: number
}

export interface SearchEngine {
  /** @throws SearchUnavailable when the engine cannot answer. */
  search(index: IndexName, query: SearchQuery): Promise<SearchPage>
  /** Adds or replaces. `cursor` is stored in the same transaction as the documents. */
  put(index: IndexName, documents: readonly SearchDocument[], cursor?: number): Promise<void>
  /**
   * Documents, removals and cursor at once. Does nothing to an index that is not true up to `after`, or is beyond `cursor`
   * already: whoever follows the log reads the position again and goes on from there.
   */
  apply(index: IndexName, batch: LogBatch): Promise<void>
  /** Ids that are not there are ignored. */
  remove(index: IndexName, ids: readonly string[], cursor?: number): Promise<void>
  /** Fills a new index aside and swaps it in; readers see the old or the new one, never half of either. */
  replaceAll(index: IndexName, documents: AsyncIterable<readonly SearchDocument[]>, cursor: number): Promise<void>
  status(): Promise<EngineStatus>
  /**
   * Says which database what follows is from. An index that was filled from another one is emptied, or left as it is and
   * refused, where it may still be in use.
   * @throws SearchUnavailable when it is refused.
   */
  claim?(database: string): Promise<void>
}

/** The engine did not answer: down, refused or too slow. Another engine may. */
export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable'
  /** What a page may say of it, where the engine knows. */
  readonly reason?: StandInReason
  /** It refused this one query and is well otherwise. */
  readonly ofQuery?: boolean
}

/** Keys that are no facet of the index, or values of the wrong form. A mistake of the caller, never of the typist. */
export class SearchRejected extends Error {
  override readonly name = 'SearchRejected'
}
