import type { LoaderFunctionArgs } from '@remix-run/node'
import { templateFile } from '#app/features/intake/import-files.server.ts'
import { localeOf } from '#app/i18n/locale.server.ts'

/** /impor/templat.xlsx and .csv: an empty list with two marked examples. */
export function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const kind = new URL(request.url).pathname.endsWith('.csv') ? 'csv' : 'xlsx'
  return templateFile(localeOf(request), kind)
}
