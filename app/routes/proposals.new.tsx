import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnNewProposal } from '#app/features/proposals/new-proposal-action.server.ts'
import { loadNewProposal, readNewProposal } from '#app/features/proposals/new-proposal-page.server.ts'
import { NewProposalView } from '#app/features/proposals/new-proposal-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return loadNewProposal(await requestContext(request), readNewProposal(new URL(request.url).searchParams))
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await actOnNewProposal(await requestContext(request), form)
  return 'refusal' in result ? json(result.refusal, { status: 400 }) : seeOther(result.next)
}

export default function NewProposal() {
  return <NewProposalView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
