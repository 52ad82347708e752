import type { AuditEntry } from '#app/domain/audit/event.ts'
import type { ConsentField } from '#app/domain/consent/receipt.ts'
import type { Match } from '#app/domain/matching/match.ts'
import { appendAudit } from '#db/queries/audit.ts'
import type { ProposalContext } from './proposal-in-view.server.ts'

/** What was read of one actor in or for a proposal. */
export interface ActorReading {
  readonly actorId: string
  /** Fields that say who she is; empty where none was read. */
  readonly identity: readonly ConsentField[]
  /** Whether her sales, or her number, were read. */
  readonly sensitive: readonly ('sales_band' | 'phone')[]
}

/** Whether a trace of hers that is shown as it stands tells her sales. */
export const tellsSales = (match: Pick<Match, 'trace'> | undefined): boolean =>
  match?.trace.some(({ condition, actual }) => condition === 'annual_sales_idr' && actual !== null) ?? false

/**
 * Records what a page reads of each actor, all of it in one transaction; call it before anything is handed out.
 * @param about the proposal, or the offer of one that does not exist yet.
 */
export async function recordProposalReading(
  { db, viewer, now }: Pick<ProposalContext, 'db' | 'viewer' | 'now'>,
  about: { readonly proposal: string } | { readonly offer: string },
  readings: readonly ActorReading[],
): Promise<void> {
  if (readings.length === 0) return
  const by = { accountId: viewer.accountId, role: viewer.role }
  const partnerId = viewer.scope.reach === 'partner' ? viewer.scope.partnerId : null
  await db.transaction().execute(async (trx) => {
    for (const { actorId, identity, sensitive } of readings) {
      const entry = { at: now, subject: { type: 'actor', id: actorId }, partnerId, because: 'proposal' } as const
      const record = (action: AuditEntry['action'], fields: readonly string[]) =>
        appendAudit(trx, by, { ...entry, action, detail: { ...about, ...(fields.length > 0 ? { fields } : {}) } })
      await record(identity.length > 0 ? 'actor:identity-read' : 'actor:read', identity)
      if (sensitive.length > 0) await record('actor:field-read', sensitive)
    }
  })
}
