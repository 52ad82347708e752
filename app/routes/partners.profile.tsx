import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadPartnerPage } from '#app/features/partners/partner-page.server.ts'
import { PartnerView } from '#app/features/partners/partner-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'
import { notFound } from '#app/lib/responses.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await loadPartnerPage(await requestContext(request), params.partnerId ?? '')
  if (!page) throw notFound()
  return page
}

export default function PartnerProfile() {
  return <PartnerView page={useLoaderData<typeof loader>()} />
}
