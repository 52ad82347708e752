import type { LoaderFunctionArgs } from '@remix-run/node'
import { offerFeed } from '#app/features/feeds/offer-feed.server.ts'
import { parsePartnerSearch } from '#app/features/partners/partner-search.ts'
import { requestContext } from '#app/lib/context.server.ts'

/** /mitra.atom: the offers that a search of /mitra finds, as a feed. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  return offerFeed(await requestContext(request), parsePartnerSearch(new URL(request.url).searchParams), request)
}
