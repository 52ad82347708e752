import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadTrailPage, TRAIL_PAGE_SIZE } from '#app/features/audit/trail-page.server.ts'
import { TrailView } from '#app/features/audit/trail-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = new URL(request.url).searchParams.get('hal')
  return {
    page: await loadTrailPage(await requestContext(request), params.actorId ?? '', page),
    pageSize: TRAIL_PAGE_SIZE,
  }
}

export default function ActorTrail() {
  return <TrailView {...useLoaderData<typeof loader>()} />
}
