import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnProposalList } from '#app/features/proposals/proposal-list-action.server.ts'
import { loadProposalList } from '#app/features/proposals/proposal-list-page.server.ts'
import { ProposalListView } from '#app/features/proposals/proposal-list-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return loadProposalList(await requestContext(request), new URL(request.url).searchParams)
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await actOnProposalList(await requestContext(request), form)
  return 'refusal' in result ? json(result.refusal, { status: 400 }) : seeOther(result.next)
}

export default function Proposals() {
  return <ProposalListView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
