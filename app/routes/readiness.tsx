import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/skip-links.tsx'
import { loadReadinessPage } from '#app/features/readiness/readiness-page.server.ts'
import { ReadinessView } from '#app/features/readiness/readiness-view.tsx'
import { actOnTeam } from '#app/features/readiness/record-team.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export const handle: PageHandle = { hasResults: true }

export async function loader({ request }: LoaderFunctionArgs) {
  return loadReadinessPage(await requestContext(request), new URL(request.url).searchParams)
}

/** Records the team of the kabupaten or kota the page is about. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const regency = new URL(request.url).searchParams.get('wilayah') ?? ''
  const result = await actOnTeam(await requestContext(request), regency, form)
  return 'refusal' in result ? json(result.refusal, { status: 400 }) : seeOther(result.next)
}

export default function Readiness() {
  return <ReadinessView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
