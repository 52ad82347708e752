import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/skip-links.tsx'
import { loadConcernedPage } from '#app/features/board/concerned-page.server.ts'
import { ConcernedView } from '#app/features/board/concerned-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export const handle: PageHandle = { hasResults: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  return loadConcernedPage(await requestContext(request), params.regencyCode!, new URL(request.url).searchParams)
}

export default function ConcernedActors() {
  return <ConcernedView page={useLoaderData<typeof loader>()} />
}
