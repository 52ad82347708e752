import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadAccountsPage } from '#app/features/accounts/accounts-page.server.ts'
import { AccountsView } from '#app/features/accounts/accounts-view.tsx'
import { inviteAccount } from '#app/features/accounts/invite-account.server.ts'
import { typedPost } from '#app/features/accounts/typed-post.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { paths, withQuery } from '#app/lib/paths.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return loadAccountsPage(await requestContext(request))
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await inviteAccount(await requestContext(request), form)
  if ('errors' in result) return json({ errors: result.errors, ...typedPost(form) }, { status: 400 })
  return seeOther(withQuery(paths.managedAccount(result.accountId), { selesai: 'undangan' }))
}

export default function Accounts() {
  return <AccountsView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
