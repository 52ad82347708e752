import type { LoaderFunctionArgs } from '@remix-run/node'
import { rejectsFile } from '#app/features/intake/import-files.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { notFound } from '#app/lib/responses.server.ts'

/** /impor/:batchId/ditolak.xlsx and .csv: the rejected rows to mend. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const context = await requestContext(request)
  const kind = new URL(request.url).pathname.endsWith('.csv') ? 'csv' : 'xlsx'
  const file = await rejectsFile(context, params.batchId ?? '', kind)
  if (!file) throw notFound()
  return file
}
