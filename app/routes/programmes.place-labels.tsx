import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnPlaceLabels, loadPlaceLabels } from '#app/features/programmes/place-label-page.server.ts'
import { PlaceLabelView } from '#app/features/programmes/place-label-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return loadPlaceLabels(await requestContext(request))
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await actOnPlaceLabels(await requestContext(request), form)
  return 'refusal' in result ? json(result.refusal, { status: 400 }) : seeOther(result.next)
}

export default function PlaceLabels() {
  return <PlaceLabelView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
