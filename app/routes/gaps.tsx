import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/skip-links.tsx'
import { loadGapPage } from '#app/features/gaps/gap-page.server.ts'
import { GapView } from '#app/features/gaps/gap-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export const handle: PageHandle = { hasResults: true }

export async function loader({ request }: LoaderFunctionArgs) {
  return loadGapPage(await requestContext(request), new URL(request.url).searchParams)
}

export default function Gaps() {
  return <GapView page={useLoaderData<typeof loader>()} />
}
