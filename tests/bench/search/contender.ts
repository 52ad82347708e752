import type { SearchDocument, SearchQuery } from '#search/engine.ts'

/** An engine as the benchmark drives it; each runs in a process of its own. */
export interface Contender {
  /** Fills the index in the folder. */
  build(count: number): Promise<void>
  /** Opens what `build` left, ready for queries of every kind. */
  open(): Promise<void>
  /** What the engine does by itself in the first idle seconds after it opened. */
  settle(): Promise<void>
  /** The number of documents that answer, with the counts of every facet the query names and one page of ids. */
  search(query: SearchQuery): Promise<{ readonly total: number; readonly ids: readonly string[] }>
  /** Replaces one document, so that the next search sees it and a killed process keeps it, where the engine can. */
  update(document: SearchDocument): Promise<void>
  /** Bytes on disk after `build`; null when the engine keeps nothing there. */
  bytes(): number | null
}

export const CONTENDERS = ['embedded', 'sql', 'minisearch'] as const
export type ContenderName = (typeof CONTENDERS)[number]

/** Milliseconds of the queries of a class, in their order; a slow engine gets no further than the first few. */
export interface ClassTimes {
  /** Each asked for the first time. */
  readonly first: readonly number[]
  /** The same queries asked again, of each the median; empty where there was no time for it. */
  readonly again: readonly number[]
}

/** What one process measured, in milliseconds unless said otherwise. */
export interface Measured {
  readonly buildSeconds: number
  readonly diskMb: number | null
  readonly rssMb: number
  readonly ready: number
  readonly settled: number
  readonly update: { readonly p50: number; readonly p95: number }
  readonly classes: Readonly<Record<string, ClassTimes>>
}
