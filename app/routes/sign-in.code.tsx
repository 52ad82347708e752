import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadCodePage, submitCode } from '#app/features/accounts/code-page.server.ts'
import { CodeView } from '#app/features/accounts/code-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'

export function loader({ request }: LoaderFunctionArgs) {
  return loadCodePage(request)
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { client, now } = await requestContext(request)
  const result = await submitCode(request, client, form, now)
  return result instanceof Response ? result : json({ errors: result.errors }, { status: result.status })
}

export default function SignInCode() {
  return <CodeView back={useLoaderData<typeof loader>().back} errors={useActionData<typeof action>()?.errors ?? []} />
}
