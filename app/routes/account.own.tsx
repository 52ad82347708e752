import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requestDesk } from '#app/auth/request-desk.server.ts'
import { requirePerson } from '#app/auth/require-person.server.ts'
import { actOnOwnAccount } from '#app/features/accounts/own-account-action.server.ts'
import { loadOwnAccountPage } from '#app/features/accounts/own-account-page.server.ts'
import { OwnAccountView } from '#app/features/accounts/own-account-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { client, db, now } = await requestContext(request)
  const person = await requirePerson(request, client)
  return loadOwnAccountPage(db, person, now, new URL(request.url).searchParams.get('selesai'))
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { client, now, locale } = await requestContext(request)
  const person = await requirePerson(request, client)
  const result = await actOnOwnAccount({ ...requestDesk(request, client, now), locale }, person, form)
  return 'errors' in result ? json(result, { status: 400 }) : seeOther(result.next)
}

export default function OwnAccount() {
  return <OwnAccountView page={useLoaderData<typeof loader>()} errors={useActionData<typeof action>()?.errors ?? []} />
}
