import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnPlans, loadPlansPage } from '#app/features/plans/plans-page.server.ts'
import { PlansView } from '#app/features/plans/plans-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return loadPlansPage(await requestContext(request))
}

export async function action({ request }: ActionFunctionArgs) {
  const answer = await actOnPlans(await requestContext(request), await readForm(request))
  return answer instanceof Response ? answer : json(answer, { status: 400 })
}

export default function Plans() {
  return <PlansView page={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
