import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/skip-links.tsx'
import { loadReadinessPage } from '#app/features/readiness/readiness-page.server.ts'
import { ReadinessView } from '#app/features/readiness/readiness-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export const handle: PageHandle = { hasResults: true }

export async function loader({ request }: LoaderFunctionArgs) {
  return loadReadinessPage(await requestContext(request), new URL(request.url).searchParams)
}

export default function Readiness() {
  return <ReadinessView page={useLoaderData<typeof loader>()} />
}
