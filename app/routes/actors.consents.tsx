import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { followChanges } from '#app/features/actors/follow-changes.server.ts'
import { loadConsentPage } from '#app/features/consents/consent-page.server.ts'
import { ConsentView } from '#app/features/consents/consent-view.tsx'
import { actOnConsents } from '#app/features/consents/record-consent.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return loadConsentPage(await requestContext(request), params.actorId ?? '', new URL(request.url).searchParams)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await actOnConsents(await requestContext(request), params.actorId ?? '', form)
  if ('refusal' in result) return json(result.refusal, { status: 400 })
  followChanges()
  return seeOther(result.next)
}

export default function ActorConsents() {
  return <ConsentView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
