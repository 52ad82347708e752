import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { importSite } from '#app/features/intake/import-jobs.server.ts'
import { loadImportsPage } from '#app/features/intake/import-page.server.ts'
import { ImportsView } from '#app/features/intake/imports-view.tsx'
import { previewImport } from '#app/features/intake/preview-import.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { paths } from '#app/lib/paths.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { client, viewer, today, now } = await requestContext(request)
  return loadImportsPage(importSite(client, viewer), { today, now })
}

export async function action({ request }: ActionFunctionArgs) {
  const { client, viewer, today, now } = await requestContext(request)
  const result = await previewImport(importSite(client, viewer), request, { today, now })
  if ('refusal' in result) return json(result.refusal, { status: 400 })
  return seeOther(paths.importBatch(result.batchId))
}

export default function Imports() {
  return <ImportsView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
