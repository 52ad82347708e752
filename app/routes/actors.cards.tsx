import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/skip-links.tsx'
import { readCardFilter } from '#app/features/cards/card-attributes.ts'
import { loadCardPage } from '#app/features/cards/card-page.server.ts'
import { CardView } from '#app/features/cards/card-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export const handle: PageHandle = { hasResults: true }

export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const page = Number.parseInt(query.get('hal') ?? '1', 10) || 1
  return loadCardPage(await requestContext(request), readCardFilter(query), page)
}

export default function ActorCards() {
  return <CardView page={useLoaderData<typeof loader>()} />
}
