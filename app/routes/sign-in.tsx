import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadSignInPage, submitSignIn } from '#app/features/accounts/sign-in-page.server.ts'
import { SignInView } from '#app/features/accounts/sign-in-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'

export function loader({ request }: LoaderFunctionArgs) {
  return loadSignInPage(request)
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { client, now } = await requestContext(request)
  const result = await submitSignIn(request, client, form, now)
  return result instanceof Response ? result : json(result.refusal, { status: result.status })
}

export default function SignIn() {
  return <SignInView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
