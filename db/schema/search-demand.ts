import type { Selectable } from 'kysely'

/**
 * Searches that found nothing, counted by day. Who asked is not kept; of the text only words that the product knows, so that
 * nobody's name, number or address can stand here (app/features/finder/demand-of.ts).
 */
export interface SearchDemandTable {
  /** YYYY-MM-DD. */
  day: string
  index_name: 'offers' | 'actors'
  /** Known words, each once, in alphabetical order; '' when only filters were set. */
  words: string
  /** JSON: facet keys of the index with their values, both in alphabetical order. */
  filters: string
  /** The kabupaten or kota, else the province, when filters or words name just one. */
  region: string | null
  sector: string | null
  need: string | null
  searches: number
}

export type SearchDemandRow = Selectable<SearchDemandTable>
