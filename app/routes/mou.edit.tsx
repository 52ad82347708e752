import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadMouForm } from '#app/features/mou/mou-form-page.server.ts'
import { MouFormView } from '#app/features/mou/mou-form-view.tsx'
import { changeMou } from '#app/features/mou/save-mou.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return loadMouForm(await requestContext(request), params.mouId ?? '')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await changeMou(await requestContext(request), params.mouId ?? '', form)
  return 'refusal' in result ? json(result.refusal, { status: 400 }) : seeOther(result.next)
}

export default function EditMou() {
  return <MouFormView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
