import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadMouList } from '#app/features/mou/mou-list-page.server.ts'
import { MouListView } from '#app/features/mou/mou-list-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return loadMouList(await requestContext(request))
}

export default function Mous() {
  return <MouListView page={useLoaderData<typeof loader>()} />
}
