import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadSheet } from '#app/features/proposals/sheet-page.server.ts'
import { SheetView } from '#app/features/proposals/sheet-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return loadSheet(await requestContext(request), params.proposalId ?? '')
}

export default function ProposalSheet() {
  return <SheetView {...useLoaderData<typeof loader>()} />
}
