import type { MetaDescriptor } from '@remix-run/node'
import type { PartnerSearch } from '#app/features/partners/partner-search.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { ATOM_TYPE } from './atom-document.ts'
import { feedAddress } from './feed-address.ts'

/** The element of the head by which browsers and feed readers find the feed of a search. */
export function feedMeta(search: PartnerSearch, locale: Locale): MetaDescriptor[] {
  const title = messagesFor(locale).saved.feed.follow
  return [{ tagName: 'link', rel: 'alternate', type: ATOM_TYPE, title, href: feedAddress(search, locale) }]
}
