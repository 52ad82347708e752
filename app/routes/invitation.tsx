import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadInvitationPage, submitInvitation } from '#app/features/accounts/invitation-page.server.ts'
import { InvitationView } from '#app/features/accounts/invitation-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await loadInvitationPage(await requestContext(request), params.token ?? '')
  return json(page, {
    status: page.state === 'closed' ? 410 : 200,
    headers: { 'Cache-Control': 'private, no-store' },
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await submitInvitation(request, await requestContext(request), params.token ?? '', form)
  return result instanceof Response ? result : json(result, { status: result.state === 'closed' ? 410 : 400 })
}

export function headers({ loaderHeaders }: { loaderHeaders: Headers }) {
  return loaderHeaders
}

export default function Invitation() {
  const page = useLoaderData<typeof loader>()
  return <InvitationView page={useActionData<typeof action>() ?? page} />
}
