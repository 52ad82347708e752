import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnDesk } from '#app/features/proposals/desk-action.server.ts'
import { loadDesk } from '#app/features/proposals/desk-page.server.ts'
import { DeskView } from '#app/features/proposals/desk-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return loadDesk(await requestContext(request))
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await actOnDesk(await requestContext(request), form)
  return 'refusal' in result ? json(result.refusal, { status: 400 }) : seeOther(result.next)
}

export default function PartnerDesk() {
  return <DeskView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
