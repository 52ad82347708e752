import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadConsentSheet } from '#app/features/consents/consent-page.server.ts'
import { SheetView } from '#app/features/consents/sheet-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return loadConsentSheet(await requestContext(request), params.actorId ?? '', new URL(request.url).searchParams)
}

export default function ActorConsentForm() {
  return <SheetView sheet={useLoaderData<typeof loader>()} />
}
