import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { actOnImport } from '#app/features/intake/import-action.server.ts'
import { importSite } from '#app/features/intake/import-jobs.server.ts'
import { loadImportPage } from '#app/features/intake/import-page.server.ts'
import { ImportView } from '#app/features/intake/import-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { notFound, seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { client, viewer, now } = await requestContext(request)
  const page = await loadImportPage(importSite(client, viewer), params.batchId ?? '', now)
  if (!page) throw notFound()
  return page
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { client, viewer, today, now } = await requestContext(request)
  return seeOther(await actOnImport(importSite(client, viewer), params.batchId ?? '', form, { today, now }))
}

export default function ImportBatch() {
  return <ImportView page={useLoaderData<typeof loader>()} />
}
