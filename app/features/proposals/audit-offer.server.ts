import type { Db } from '#db/client.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { auditorOf, type LoopContext } from './loop-context.server.ts'

/** Writes into the audit what was done about an offer within the loop, by which door. */
export async function auditOffer(
  trx: Db,
  context: LoopContext,
  done: {
    readonly action: 'proposal:send' | 'proposal:answer'
    readonly offerId: string
    readonly partnerId: string
    readonly detail: Readonly<Record<string, string | number | null>>
  },
): Promise<void> {
  await appendAudit(trx, auditorOf(context), {
    at: context.now,
    action: done.action,
    subject: { type: 'offer', id: done.offerId },
    partnerId: done.partnerId,
    because: 'proposal',
    detail: { via: context.via, ...done.detail },
  })
}
