import type { LoaderFunctionArgs } from '@remix-run/node'
import { actorSearches } from '#app/features/actors/actor-search.ts'
import { actorsFile } from '#app/features/actors/actors-file.server.ts'
import { recordListTaken } from '#app/features/actors/record-reading.server.ts'
import { requestContext } from '#app/lib/context.server.ts'

/** /pelaku.xlsx and /pelaku.csv: the list of the same query as a file. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const url = new URL(request.url)
  const format = url.pathname.endsWith('.csv') ? 'csv' : 'xlsx'
  const context = await requestContext(request)
  const file = await actorsFile(context, actorSearches.parse(url.searchParams), format)
  await recordListTaken(context, format)
  return file
}
