import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnManagedAccount, loadManagedAccount } from '#app/features/accounts/managed-account.server.ts'
import { ManagedAccountView } from '#app/features/accounts/managed-account-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { paths, withQuery } from '#app/lib/paths.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await loadManagedAccount(await requestContext(request), params.accountId ?? '')
  return { page, done: new URL(request.url).searchParams.get('selesai') }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request)
  const id = params.accountId ?? ''
  const errors = await actOnManagedAccount(await requestContext(request), id, form)
  if (errors) return json({ errors }, { status: 400 })
  return seeOther(withQuery(paths.managedAccount(id), { selesai: 'ya' }))
}

export default function ManagedAccount() {
  const { page, done } = useLoaderData<typeof loader>()
  return <ManagedAccountView page={page} done={done} errors={useActionData<typeof action>()?.errors ?? []} />
}
