import { actorCode } from '#app/domain/values/actor-code.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demandActor } from '#app/lib/reached-actor.server.ts'
import { countAuditEvents, findAuditEvents } from '#db/queries/audit.ts'
import { type AuditLine, auditLines } from './audit-lines.server.ts'

export const TRAIL_PAGE_SIZE = 50

export interface TrailPage {
  readonly actorId: string
  readonly code: string
  readonly lines: readonly AuditLine[]
  readonly total: number
  readonly page: number
}

/** Who saw or changed one actor's data, for her district. @throws Response 401, 403 or 404. */
export async function loadTrailPage(
  context: Pick<RequestContext, 'db' | 'viewer'>,
  actorId: string,
  asked: string | null,
): Promise<TrailPage> {
  const { db, viewer } = context
  await demandActor(db, viewer, 'audit:actor', actorId)
  const filter = { subject: { type: 'actor', id: actorId } } as const
  const total = await countAuditEvents(db, filter)
  const last = Math.max(1, Math.ceil(total / TRAIL_PAGE_SIZE))
  const page = Math.min(last, Math.max(1, Number.parseInt(asked ?? '1', 10) || 1))
  const rows = await findAuditEvents(db, filter, { page, size: TRAIL_PAGE_SIZE })
  return { actorId, code: actorCode(actorId), lines: await auditLines(db, rows), total, page }
}
