import type { LoaderFunctionArgs } from '@remix-run/node'
import { templateFile } from '#app/features/intake/import-files.server.ts'
import { requestContext } from '#app/lib/context.server.ts'

/** /impor/templat.xlsx and .csv: an empty list with two marked examples. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const kind = new URL(request.url).pathname.endsWith('.csv') ? 'csv' : 'xlsx'
  return templateFile(await requestContext(request), kind)
}
