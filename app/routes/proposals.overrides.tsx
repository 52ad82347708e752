import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadOverrideReport } from '#app/features/proposals/override-report.server.ts'
import { OverrideView } from '#app/features/proposals/override-view.tsx'
import { showMatchAgain } from '#app/features/proposals/overrides.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { paths } from '#app/lib/paths.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return loadOverrideReport(await requestContext(request))
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  await showMatchAgain({ ...(await requestContext(request)), via: 'page' }, String(form.get('tampilkan')))
  return seeOther(paths.overrides())
}

export default function Overrides() {
  return <OverrideView page={useLoaderData<typeof loader>()} />
}
