import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openProposal } from '#app/features/proposals/open-proposal.server.ts'
import { actOnProposal } from '#app/features/proposals/proposal-action.server.ts'
import { ProposalView } from '#app/features/proposals/proposal-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return openProposal(await requestContext(request), params.proposalId ?? '', new URL(request.url).searchParams)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await actOnProposal(await requestContext(request), params.proposalId ?? '', form)
  return 'refusal' in result ? json(result.refusal, { status: 400 }) : seeOther(result.next)
}

export default function Proposal() {
  const { page, fileProblem } = useLoaderData<typeof loader>()
  return <ProposalView page={page} fileProblem={fileProblem} refusal={useActionData<typeof action>() ?? null} />
}
