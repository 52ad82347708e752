import { syncSearch } from '#app/search.server.ts'

/**
 * Has the search take up a change just stored, without waiting for it: nobody's answer should hang on an index. Should it
 * fail, the next search brings the index up to the change log itself.
 */
export function followChanges(): void {
  syncSearch().catch(() => {})
}
