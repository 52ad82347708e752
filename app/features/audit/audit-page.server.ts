import type { ChainFinding, ChainHead } from '#app/domain/audit/chain.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { type AuditFilter, auditHead, countAuditEvents, findAuditEvents, verifyAudit } from '#db/queries/audit.ts'
import { countErasures } from '#db/queries/erasures.ts'
import { type AuditLine, auditLines } from './audit-lines.server.ts'
import { type AuditQuery, readAuditQuery } from './audit-query.ts'

export const AUDIT_PAGE_SIZE = 50
const DAY_MS = 86_400_000

export interface AuditPage {
  readonly query: AuditQuery
  readonly lines: readonly AuditLine[]
  readonly total: number
  readonly page: number
  readonly head: ChainHead
  /** Actors erased in all; nothing of them is left but the counts. */
  readonly erased: number
  /** What verifying found just now; null when it was not asked for. */
  readonly findings: readonly ChainFinding[] | null
}

/**
 * The log for administrators, who see that something was done to a record, and never the record.
 * @throws Response 401 or 403 for anybody else.
 */
export async function loadAuditPage(
  context: Pick<RequestContext, 'db' | 'viewer'>,
  address: URLSearchParams,
): Promise<AuditPage> {
  const { db, viewer } = context
  demand(viewer, 'audit:read')
  const query = readAuditQuery(address)
  const filter = filterOf(query)
  const total = await countAuditEvents(db, filter)
  const page = Math.min(query.page, Math.max(1, Math.ceil(total / AUDIT_PAGE_SIZE)))
  const rows = await findAuditEvents(db, filter, { page, size: AUDIT_PAGE_SIZE })
  return {
    query,
    lines: await auditLines(db, rows),
    total,
    page,
    head: await auditHead(db),
    erased: await countErasures(db, null),
    findings: query.verify ? (await verifyAudit(db)).findings : null,
  }
}

function filterOf(query: AuditQuery): AuditFilter {
  const instant = (day: string, days: number) =>
    new Date(Date.parse(`${day}T00:00:00+07:00`) + days * DAY_MS).toISOString()
  return {
    ...(query.action ? { actions: [query.action] } : {}),
    ...(query.role ? { role: query.role } : {}),
    ...(query.actor ? { subject: { type: 'actor', id: query.actor } } : {}),
    ...(query.from ? { from: instant(query.from, 0) } : {}),
    // why: the last day counts whole
    ...(query.until ? { until: instant(query.until, 1) } : {}),
  }
}
