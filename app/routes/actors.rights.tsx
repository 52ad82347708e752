import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { followChanges } from '#app/features/actors/follow-changes.server.ts'
import { dataFolder } from '#app/features/rights/data-folder.server.ts'
import { actOnRights } from '#app/features/rights/rights-action.server.ts'
import { loadRightsPage } from '#app/features/rights/rights-page.server.ts'
import { RightsView } from '#app/features/rights/rights-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return loadRightsPage(await requestContext(request), params.actorId ?? '', new URL(request.url).searchParams)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request)
  const context = { ...(await requestContext(request)), dataDir: dataFolder() }
  const result = await actOnRights(context, params.actorId ?? '', form)
  if ('refusal' in result) return json(result.refusal, { status: result.status })
  followChanges()
  return seeOther(result.next)
}

export default function ActorRights() {
  return <RightsView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
