import type { LoaderFunctionArgs } from '@remix-run/node'
import { readEvidence } from '#app/features/consents/evidence.server.ts'
import { requestContext } from '#app/lib/context.server.ts'

/** /pelaku/:actorId/persetujuan/:receiptId/bukti/:evidenceId */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  return readEvidence(await requestContext(request), params.actorId ?? '', params.evidenceId ?? '')
}
