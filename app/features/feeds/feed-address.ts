import { type PartnerSearch, partnerSearches } from '#app/features/partners/partner-search.ts'
import { canonicalQuery } from '#app/features/saved-searches/saved-target.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { paths } from '#app/lib/paths.ts'

/** Path and query of the feed of a search. The order is the feed's own; a reader's program has no cookie for its language. */
export function feedAddress(search: PartnerSearch, locale: Locale): string {
  const query = canonicalQuery(partnerSearches, { ...search, sort: 'relevance' })
  return paths.partnersFeed({ ...query, lang: locale === 'id' ? null : locale })
}
