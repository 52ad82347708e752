import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changePolicy } from '#app/features/policy/change-policy.server.ts'
import { loadPolicyPage } from '#app/features/policy/policy-page.server.ts'
import { PolicyView } from '#app/features/policy/policy-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return loadPolicyPage(await requestContext(request))
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await changePolicy(await requestContext(request), form)
  return 'refusal' in result ? json(result.refusal, { status: 400 }) : seeOther(result.next)
}

export default function MatchingPolicy() {
  return <PolicyView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
