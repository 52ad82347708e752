import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadResetPage, submitReset } from '#app/features/accounts/reset-page.server.ts'
import { ResetView } from '#app/features/accounts/reset-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await loadResetPage(await requestContext(request), params.token ?? '')
  return json(page, { status: page.open ? 200 : 410, headers: { 'Cache-Control': 'private, no-store' } })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await submitReset(await requestContext(request), params.token ?? '', form)
  return result instanceof Response ? result : json(result, { status: result.open ? 400 : 410 })
}

export function headers({ loaderHeaders }: { loaderHeaders: Headers }) {
  return loaderHeaders
}

export default function ResetPassword() {
  const page = useLoaderData<typeof loader>()
  return <ResetView page={useActionData<typeof action>() ?? page} />
}
