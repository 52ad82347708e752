import type { LoaderFunctionArgs } from '@remix-run/node'
import { rightsFile } from '#app/features/rights/rights-page.server.ts'
import { requestContext } from '#app/lib/context.server.ts'

/** /pelaku/:actorId/hak.json: all that is known about her. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  return rightsFile(await requestContext(request), params.actorId ?? '')
}
