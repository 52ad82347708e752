import { createHash } from 'node:crypto'
import { coverageWords } from '#app/features/partners/coverage-words.ts'
import type { PartnerSearch } from '#app/features/partners/partner-search.ts'
import { offerQuery } from '#app/features/partners/partner-search-engine.server.ts'
import { criteriaOf } from '#app/features/saved-searches/criteria.ts'
import { addressOf } from '#app/features/saved-searches/saved-target.ts'
import { formatterFor } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { termLabel } from '#app/i18n/terms.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { lastChangesOf } from '#db/queries/change-log.ts'
import { findOffers, type OfferDetail } from '#db/queries/offers.ts'
import { findRegions, regionLabel } from '#db/queries/regions.ts'
import type { SearchEngine } from '#search/engine.ts'
import { ATOM_TYPE, type AtomEntry, type AtomFeed, atomDocument } from './atom-document.ts'
import { feedAddress } from './feed-address.ts'
import { nameUuid } from './name-uuid.server.ts'

const ENTRIES = 50
const BATCH = 200
const PLACES_NAMED = 5
/** What a feed without entries says, because Atom asks for an instant. */
const NEVER = '1970-01-01T00:00:00Z'

type Context = Pick<RequestContext, 'db' | 'search' | 'locale' | 'viewer'>

/** Every offer a search finds, whatever its status: one that ends is news too. */
async function foundOffers(engine: SearchEngine, search: PartnerSearch): Promise<string[]> {
  const ids: string[] = []
  for (let page = 1; ; page++) {
    const answer = await engine.search('offers', offerQuery(search, { sort: 'newest', page, pageSize: BATCH }))
    if (answer.page < page) return ids
    ids.push(...answer.hits.map((hit) => hit.id))
    if (answer.hits.length < BATCH) return ids
  }
}

/** The feed of a search: the offers it finds, the last changed first. `origin` is where the reader reaches this site. */
export async function loadOfferFeed(context: Context, search: PartnerSearch, origin: string): Promise<AtomFeed> {
  const { db, locale, viewer } = context
  demand(viewer, 'offers:read')
  const t = messagesFor(locale)
  const changes = [...(await lastChangesOf(db, 'offers', await foundOffers(context.search, search)))]
  const newest = changes.sort(([a, x], [b, y]) => (x === y ? (a < b ? -1 : 1) : x < y ? 1 : -1)).slice(0, ENTRIES)
  const offers = await findOffers(db, { ids: newest.map(([id]) => id) })
  const byId = new Map(offers.map((offer) => [offer.id, offer]))
  const regions = Object.fromEntries((await findRegions(db)).map((region) => [region.code, regionLabel(region)]))
  const target = { list: 'mitra', search: { ...search, sort: 'relevance' } } as const
  const criteria = criteriaOf(target, locale, regions)
  return {
    id: `urn:uuid:${nameUuid(`feed ${locale} ${addressOf(target)}`)}`,
    language: locale,
    title: t.saved.feed.title(criteria.length > 0 ? criteria.join('; ') : t.saved.feed.all),
    subtitle: t.saved.feed.subtitle,
    author: t.common.product,
    updated: newest[0]?.[1] ?? NEVER,
    self: origin + feedAddress(search, locale),
    alternate: origin + addressOf(target),
    entries: newest.flatMap(([id, updated]) => {
      const offer = byId.get(id)
      return offer ? [entryOf(offer, updated, locale, regions, origin)] : []
    }),
  }
}

function entryOf(
  offer: OfferDetail,
  updated: string,
  locale: Locale,
  regions: Readonly<Record<string, string>>,
  origin: string,
): AtomEntry {
  const t = messagesFor(locale)
  const needs = offer.needs.map((need) => ({ term: need, label: termLabel(locale, 'need', need) }))
  const area = coverageWords(offer.coverage, regions, t.partners.coverage, formatterFor(locale), PLACES_NAMED)
  const lines = [
    needs.length > 0 ? t.saved.feed.needs(needs.map(({ label }) => label).join('; ')) : '',
    t.saved.feed.area(area),
    t.saved.feed.status(termLabel(locale, 'programme_status', offer.status)),
  ]
  return {
    id: `urn:uuid:${nameUuid(`offer ${offer.id}`)}`,
    title: t.saved.feed.entry(offer.name, offer.partnerName),
    link: origin + paths.offer(offer.id),
    updated,
    summary: lines.filter((line) => line !== '').join(' '),
    categories: needs,
  }
}

/** The feed as an answer; a reader's program that has it already gets 304. */
export async function offerFeed(context: Context, search: PartnerSearch, request: Request): Promise<Response> {
  const body = atomDocument(await loadOfferFeed(context, search, new URL(request.url).origin))
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = {
    ETag: etag,
    'Cache-Control': 'public, max-age=600',
    Vary: 'Cookie, Accept-Language',
    'Content-Language': context.locale,
  }
  const known = (request.headers.get('If-None-Match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'Content-Type': `${ATOM_TYPE}; charset=utf-8` } })
}
