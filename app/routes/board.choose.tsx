import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/skip-links.tsx'
import { loadChoosePage } from '#app/features/board/choose-page.server.ts'
import { ChooseView } from '#app/features/board/choose-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export const handle: PageHandle = { hasResults: true }

export async function loader({ request }: LoaderFunctionArgs) {
  const { client, today } = await requestContext(request)
  return loadChoosePage(client, new URL(request.url).searchParams, today)
}

export default function ChooseDistrict() {
  return <ChooseView page={useLoaderData<typeof loader>()} />
}
