import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadProgrammeForm } from '#app/features/programmes/programme-form-page.server.ts'
import { ProgrammeFormView } from '#app/features/programmes/programme-form-view.tsx'
import { editProgramme } from '#app/features/programmes/save-programme.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return loadProgrammeForm(await requestContext(request), params.programmeId ?? '')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await editProgramme(await requestContext(request), params.programmeId ?? '', form)
  return 'refusal' in result ? json(result.refusal, { status: 400 }) : seeOther(result.next)
}

export default function EditProgramme() {
  return <ProgrammeFormView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
