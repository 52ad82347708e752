import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadProgrammeList } from '#app/features/programmes/programme-list-page.server.ts'
import { ProgrammeListView } from '#app/features/programmes/programme-list-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return loadProgrammeList(await requestContext(request), new URL(request.url).searchParams)
}

export default function Programmes() {
  return <ProgrammeListView page={useLoaderData<typeof loader>()} />
}
