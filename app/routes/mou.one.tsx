import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadMou } from '#app/features/mou/mou-page.server.ts'
import { MouView } from '#app/features/mou/mou-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return loadMou(await requestContext(request), params.mouId ?? '')
}

export default function OneMou() {
  return <MouView page={useLoaderData<typeof loader>()} />
}
