import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/skip-links.tsx'
import { loadActorListPage } from '#app/features/actors/actor-list-page.server.ts'
import { ActorListView } from '#app/features/actors/actor-list-view.tsx'
import { actorSearches } from '#app/features/actors/actor-search.ts'
import { ErasedNotice, readErased } from '#app/features/rights/erased-notice.tsx'
import { loadSavedHere } from '#app/features/saved-searches/saved-searches-page.server.ts'
import { requestContext } from '#app/lib/context.server.ts'

export const handle: PageHandle = { hasResults: true }

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requestContext(request)
  const asked = actorSearches.parse(new URL(request.url).searchParams)
  return {
    page: await loadActorListPage(context, asked),
    saved: await loadSavedHere(context, request, { list: 'pelaku', search: asked }),
    erased: readErased(new URL(request.url).searchParams),
  }
}

export default function ActorList() {
  const { erased, ...list } = useLoaderData<typeof loader>()
  return (
    <>
      {erased && <ErasedNotice {...erased} />}
      <ActorListView {...list} />
    </>
  )
}
