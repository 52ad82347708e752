import type { Viewer } from '#app/domain/access/viewer.ts'
import type { SendingProblem } from '#app/domain/loop/sending.ts'
import { createWithin } from './create-proposal.server.ts'
import type { LoopContext } from './loop-context.server.ts'
import { openRequest } from './partner-requests.server.ts'
import { Refused, type StepRefused, stepWithin } from './take-step.server.ts'

export type AcceptedRequest =
  | { readonly ok: true; readonly proposalId: string }
  | { readonly ok: false; readonly why: 'settled' }
  | { readonly ok: false; readonly why: 'problems'; readonly problems: readonly SendingProblem[] }
  | { readonly ok: false; readonly why: 'step'; readonly refused: StepRefused }

class Rollback extends Error {
  constructor(readonly result: Extract<AcceptedRequest, { ok: false }>) {
    super(result.why)
  }
}

/**
 * The district says yes to the women a partner asked for: a proposal that the partner began and the district accepts, in
 * one transaction. Everything that sending checks is checked today; what stands in the way leaves the request open.
 * @throws Response 401, 403 or 404.
 */
export async function acceptRequest(context: LoopContext, requestId: string): Promise<AcceptedRequest> {
  try {
    return await context.db.transaction().execute(async (trx) => {
      const open = await openRequest(trx, context, requestId)
      if (!open) throw new Rollback({ ok: false, why: 'settled' })
      const { request, actorIds } = open
      // why: the partner's part is taken within its reach, but who presses the button is who is written down
      const viewer: Viewer = { ...context.viewer, scope: { reach: 'partner', partnerId: request.partner_id } }
      const asked: LoopContext = { ...context, viewer, onBehalfOf: 'partner' }
      const wanted = { offerId: request.offer_id, actorIds, isGroup: false, note: request.note, requestId }
      const made = await createWithin(trx, asked, wanted)
      if (!made.ok)
        throw new Rollback({ ok: false, why: 'problems', problems: made.why === 'problems' ? made.problems : [] })
      await stepWithin(trx, asked, made.id, { step: 'send', untold: true })
      await stepWithin(trx, context, made.id, { step: 'accept' })
      return { ok: true, proposalId: made.id }
    })
  } catch (error) {
    if (error instanceof Rollback) return error.result
    if (error instanceof Refused)
      return error.refused.kind === 'sending'
        ? { ok: false, why: 'problems', problems: error.refused.problems }
        : { ok: false, why: 'step', refused: error.refused }
    throw error
  }
}
