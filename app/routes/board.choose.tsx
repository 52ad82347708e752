import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/skip-links.tsx'
import { loadChoosePage } from '#app/features/board/choose-page.server.ts'
import { ChooseView } from '#app/features/board/choose-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export const handle: PageHandle = { hasResults: true }

export async function loader({ request }: LoaderFunctionArgs) {
  return loadChoosePage(await requestContext(request), new URL(request.url).searchParams)
}

export default function ChooseDistrict() {
  return <ChooseView page={useLoaderData<typeof loader>()} />
}
