import type { PartnerSearch } from '#app/features/partners/partner-search.ts'
import { useLocale, useMessages } from '#app/i18n/context.tsx'
import { ATOM_TYPE } from './atom-document.ts'
import { feedAddress } from './feed-address.ts'

/** The visible link to the feed of a search. */
export function FeedLink({ search }: { search: PartnerSearch }) {
  const t = useMessages().saved.feed
  const locale = useLocale()
  return (
    <a href={feedAddress(search, locale)} type={ATOM_TYPE} className="inline-flex min-h-9 items-center">
      {t.follow}
    </a>
  )
}
