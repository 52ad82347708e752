import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnPlan, loadPlanPage, type PlanPage, type UnfinishedPlan } from '#app/features/plans/plan-page.server.ts'
import { PlanView, UnfinishedPlanView } from '#app/features/plans/plan-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return loadPlanPage(await requestContext(request), params.planId!, new URL(request.url).searchParams)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const answer = await actOnPlan(await requestContext(request), params.planId!, await readForm(request))
  return answer instanceof Response ? answer : json(answer, { status: 400 })
}

export default function Plan() {
  const page = useLoaderData<typeof loader>() as PlanPage | UnfinishedPlan
  const form = useActionData<typeof action>()
  return page.kind === 'plan' ? <PlanView page={page} form={form} /> : <UnfinishedPlanView plan={page} />
}
