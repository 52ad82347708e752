import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadForgotPage, submitForgot } from '#app/features/accounts/forgot-page.server.ts'
import { ForgotView } from '#app/features/accounts/forgot-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'

export function loader({ request }: LoaderFunctionArgs) {
  return loadForgotPage(request)
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { client, now } = await requestContext(request)
  const result = await submitForgot(request, client, form, now)
  return result instanceof Response ? result : json(result, { status: 400 })
}

export default function ForgotPassword() {
  return <ForgotView page={useLoaderData<typeof loader>()} errors={useActionData<typeof action>()?.errors ?? []} />
}
