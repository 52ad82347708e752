import type { AuditActor } from '#app/domain/audit/event.ts'
import type { LoadSummary } from '#app/intake/load/summary.ts'
import type { Db } from '#db/client.ts'
import { appendAudit } from '#db/queries/audit.ts'

/** Records that somebody handed a list in, or had it stored; with how many rows, and none of what stands in them. */
export async function recordLoad(
  trx: Db,
  by: AuditActor,
  load: {
    readonly at: string
    readonly action: 'import:start' | 'import:apply'
    readonly batchId: string
    /** What the list holds, once it is read. */
    readonly summary?: Pick<LoadSummary, 'rows'>
  },
): Promise<void> {
  const rows = load.summary?.rows
  await appendAudit(trx, by, {
    at: load.at,
    action: load.action,
    subject: { type: 'batch', id: load.batchId },
    because: 'service',
    ...(rows && { detail: { created: rows.created, changed: rows.changed, rejected: rows.rejected } }),
  })
}
