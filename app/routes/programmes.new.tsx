import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadNewProgramme } from '#app/features/programmes/programme-form-page.server.ts'
import { ProgrammeFormView } from '#app/features/programmes/programme-form-view.tsx'
import { createProgramme } from '#app/features/programmes/save-programme.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return loadNewProgramme(await requestContext(request), new URL(request.url).searchParams)
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await createProgramme(await requestContext(request), form)
  return 'refusal' in result ? json(result.refusal, { status: 400 }) : seeOther(result.next)
}

export default function NewProgramme() {
  return <ProgrammeFormView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
