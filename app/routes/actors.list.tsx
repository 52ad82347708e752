import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/skip-links.tsx'
import { loadActorListPage } from '#app/features/actors/actor-list-page.server.ts'
import { ActorListView } from '#app/features/actors/actor-list-view.tsx'
import { actorSearches } from '#app/features/actors/actor-search.ts'
import { requestContext } from '#app/lib/context.server.ts'

export const handle: PageHandle = { hasResults: true }

export function loader({ request }: LoaderFunctionArgs) {
  const { db, search } = requestContext(request)
  return loadActorListPage(db, search, actorSearches.parse(new URL(request.url).searchParams))
}

export default function ActorList() {
  return <ActorListView page={useLoaderData<typeof loader>()} />
}
