import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnActor } from '#app/features/actors/actor-action.server.ts'
import { loadActorPage } from '#app/features/actors/actor-page.server.ts'
import { ActorView } from '#app/features/actors/actor-view.tsx'
import { followChanges } from '#app/features/actors/follow-changes.server.ts'
import { recordProfileRead } from '#app/features/actors/record-reading.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { notFound, seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const context = await requestContext(request)
  const page = await loadActorPage(context, params.actorId ?? '', {
    change: query.get('perubahan'),
    showAll: query.has('semua'),
  })
  if (!page) throw notFound()
  await recordProfileRead(context, page)
  return page
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await actOnActor(await requestContext(request), params.actorId ?? '', form)
  if ('refusal' in result) return json(result.refusal, { status: result.status })
  followChanges()
  return seeOther(result.next)
}

export default function ActorProfile() {
  return <ActorView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
