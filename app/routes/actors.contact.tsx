import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnContact, loadContactPage } from '#app/features/contacts/contact-page.server.ts'
import { ContactView } from '#app/features/contacts/contact-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return loadContactPage(await requestContext(request), params.actorId ?? '', new URL(request.url).searchParams)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await actOnContact(await requestContext(request), params.actorId ?? '', form)
  if ('refusal' in result) return json(result.refusal, { status: 400 })
  return seeOther(result.next)
}

export default function ActorContact() {
  return <ContactView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
