import type { ActionFunctionArgs } from '@remix-run/node'
import { addEvidence } from '#app/features/consents/evidence.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { paths } from '#app/lib/paths.ts'
import { seeOther } from '#app/lib/responses.server.ts'

/** /pelaku/:actorId/persetujuan/:receiptId/bukti: a scan or recording for a consent. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actorId = params.actorId ?? ''
  const problem = await addEvidence(await requestContext(request), actorId, params.receiptId ?? '', request)
  return seeOther(`${paths.actorConsents(actorId, { bukti: problem ?? 'kept' })}#bukti`)
}
