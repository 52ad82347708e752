import { randomUUID } from 'node:crypto'
import { coversRegency } from '#app/domain/access/viewer.ts'
import { type Reason, type ReasonProblem, reasonProblem } from '#app/domain/loop/reasons.ts'
import { demand, demandPartner } from '#app/lib/guard.server.ts'
import { notFound } from '#app/lib/responses.server.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { getOffer } from '#db/queries/offers.ts'
import { getPartnerRequest, insertPartnerRequest, settlePartnerRequest } from '#db/queries/partner-requests.ts'
import { auditorOf, type LoopContext } from './loop-context.server.ts'

/** Asks a district for candidates for an offer of one's own. @throws Response 401, 403 or 404. */
export async function askDistrict(
  context: LoopContext,
  wanted: {
    readonly offerId: string
    readonly regency: string
    readonly places: number | null
    readonly note: string | null
  },
): Promise<string> {
  demand(context.viewer, 'proposals:create')
  return context.db.transaction().execute(async (trx) => {
    const offer = await getOffer(trx, wanted.offerId)
    if (!offer) throw notFound()
    demandPartner(context.viewer, offer.partnerId)
    const id = randomUUID()
    await insertPartnerRequest(trx, {
      id,
      partner_id: offer.partnerId,
      offer_id: offer.id,
      regency_code: wanted.regency,
      places: wanted.places,
      note: wanted.note,
      state: 'open',
      reason: null,
      reason_text: null,
      created_by: context.viewer.accountId,
      created_at: context.now,
      answered_by: null,
      answered_at: null,
    })
    await appendAudit(trx, auditorOf(context), {
      at: context.now,
      action: 'proposal:send',
      subject: { type: 'offer', id: offer.id },
      partnerId: offer.partnerId,
      because: 'proposal',
      detail: { step: 'request', regency: wanted.regency },
    })
    return id
  })
}

/** Declines the request of a partner, with a reason. @throws Response 401, 403 or 404. */
export async function declineRequest(
  context: LoopContext,
  id: string,
  reason: Reason | null,
): Promise<ReasonProblem | null> {
  demand(context.viewer, 'proposals:create')
  const problem = reasonProblem('decline', reason)
  if (problem) return problem
  await context.db.transaction().execute(async (trx) => {
    const request = await getPartnerRequest(trx, id)
    if (!request || !coversRegency(context.viewer.scope, request.regency_code)) throw notFound()
    await settlePartnerRequest(trx, id, {
      state: 'declined',
      reason: reason!.id,
      text: reason!.text,
      accountId: context.viewer.accountId,
      at: context.now,
    })
    await appendAudit(trx, auditorOf(context), {
      at: context.now,
      action: 'proposal:answer',
      subject: { type: 'offer', id: request.offer_id },
      partnerId: request.partner_id,
      because: 'proposal',
      detail: { step: 'decline-request', reason: reason!.id },
    })
  })
  return null
}
