import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/skip-links.tsx'
import { loadGroupsPage } from '#app/features/board/groups-page.server.ts'
import { GroupsView } from '#app/features/board/groups-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export const handle: PageHandle = { hasResults: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  return loadGroupsPage(await requestContext(request), params.regencyCode!, new URL(request.url).searchParams)
}

export default function BoardGroups() {
  return <GroupsView page={useLoaderData<typeof loader>()} />
}
