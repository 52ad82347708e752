import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/skip-links.tsx'
import { loadOfferPage, type OfferPage, readOfferFilter } from '#app/features/offers/offer-page.server.ts'
import { OfferView } from '#app/features/offers/offer-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'
import { notFound } from '#app/lib/responses.server.ts'

export const handle: PageHandle = { hasResults: (page) => (page as OfferPage).fits !== null }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const filter = readOfferFilter(new URL(request.url).searchParams)
  const page = await loadOfferPage(await requestContext(request), params.offerId ?? '', filter)
  if (!page) throw notFound()
  return page
}

export default function OfferProfile() {
  return <OfferView page={useLoaderData<typeof loader>()} />
}
