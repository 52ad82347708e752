import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { parsePartnerSearch } from '#app/features/partners/partner-search.ts'
import { loadPartnerSearchPage } from '#app/features/partners/partner-search-page.server.ts'
import { PartnerSearchView } from '#app/features/partners/partner-search-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export const handle = { hasResults: true }

export function loader({ request }: LoaderFunctionArgs) {
  const search = parsePartnerSearch(new URL(request.url).searchParams)
  const { db, search: engine } = requestContext(request)
  return loadPartnerSearchPage(db, engine, search)
}

export default function PartnerList() {
  return <PartnerSearchView page={useLoaderData<typeof loader>()} />
}
