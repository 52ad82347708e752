import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readUploadProblem } from '#app/features/documents/upload-problem.ts'
import { loadMou } from '#app/features/mou/mou-page.server.ts'
import { MouView } from '#app/features/mou/mou-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const problem = readUploadProblem(new URL(request.url).searchParams.get('dokumen'))
  return { page: await loadMou(await requestContext(request), params.mouId ?? ''), problem }
}

export default function OneMou() {
  return <MouView {...useLoaderData<typeof loader>()} />
}
