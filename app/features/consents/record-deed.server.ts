import type { AuditAction, AuditDetail } from '#app/domain/audit/event.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import type { Db } from '#db/client.ts'
import { appendAudit } from '#db/queries/audit.ts'

/** Records what was done to a consent of hers, in the transaction that does it; she asked for all of it. */
export async function recordConsentDeed(
  trx: Db,
  { viewer, now }: Pick<RequestContext, 'viewer' | 'now'>,
  deed: {
    readonly action: Extract<AuditAction, `consent:${string}`>
    readonly actorId: string
    readonly partnerId: string
    readonly detail: AuditDetail
  },
): Promise<void> {
  await appendAudit(trx, viewer, {
    at: now,
    action: deed.action,
    subject: { type: 'actor', id: deed.actorId },
    partnerId: deed.partnerId,
    because: 'her_request',
    detail: deed.detail,
  })
}
