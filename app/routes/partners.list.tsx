import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { feedMeta } from '#app/features/feeds/feed-meta.ts'
import { parsePartnerSearch } from '#app/features/partners/partner-search.ts'
import { loadPartnerSearchPage } from '#app/features/partners/partner-search-page.server.ts'
import { PartnerSearchView } from '#app/features/partners/partner-search-view.tsx'
import { loadSavedHere } from '#app/features/saved-searches/saved-searches-page.server.ts'
import { requestContext } from '#app/lib/context.server.ts'

export const handle = { hasResults: true }

export async function loader({ request }: LoaderFunctionArgs) {
  const search = parsePartnerSearch(new URL(request.url).searchParams)
  const context = await requestContext(request)
  return {
    locale: context.locale,
    page: await loadPartnerSearchPage(context, search),
    saved: await loadSavedHere(context, request, { list: 'mitra', search }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? feedMeta(data.page.search, data.locale) : [])

export default function PartnerList() {
  return <PartnerSearchView {...useLoaderData<typeof loader>()} />
}
