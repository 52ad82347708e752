import type { Selectable } from 'kysely'

/** A search that somebody keeps under a name. */
export interface SavedSearchTable {
  id: string
  /** SHA-256 of the secret in the browser's cookie: the table alone opens nobody's searches. */
  owner: string
  name: string
  /** The list and its filters as the site itself writes them; once for each owner. */
  path_and_query: string
  created_at: string
}

export type SavedSearchRow = Selectable<SavedSearchTable>
