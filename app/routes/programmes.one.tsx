import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnProgramme } from '#app/features/programmes/programme-action.server.ts'
import { loadProgramme } from '#app/features/programmes/programme-page.server.ts'
import { ProgrammeView } from '#app/features/programmes/programme-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requestContext(request)
  return loadProgramme(context, params.programmeId ?? '', new URL(request.url).searchParams)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await actOnProgramme(await requestContext(request), params.programmeId ?? '', form)
  return 'refusal' in result ? json(result.refusal, { status: 400 }) : seeOther(result.next)
}

export default function OneProgramme() {
  return <ProgrammeView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
