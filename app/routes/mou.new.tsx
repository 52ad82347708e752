import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadNewMou } from '#app/features/mou/mou-form-page.server.ts'
import { MouFormView } from '#app/features/mou/mou-form-view.tsx'
import { recordMou } from '#app/features/mou/save-mou.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return loadNewMou(await requestContext(request), new URL(request.url).searchParams)
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await recordMou(await requestContext(request), form)
  return 'refusal' in result ? json(result.refusal, { status: 400 }) : seeOther(result.next)
}

export default function NewMou() {
  return <MouFormView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
