import type { RequestContext } from '#app/lib/context.server.ts'
import { appendAudit, recordRead } from '#db/queries/audit.ts'
import type { ActorPage } from './actor-page.server.ts'

type Context = Pick<RequestContext, 'db' | 'viewer' | 'now'>

/** Records that a profile was opened, and field by field what of it names her or is sensitive. */
export async function recordProfileRead({ db, viewer, now }: Context, page: ActorPage): Promise<void> {
  const named = (
    [
      ['name', page.name],
      ['business_name', page.businessName],
      ['village', page.village],
    ] as const
  ).flatMap(([field, value]) => (value === null ? [] : [field]))
  const hasSales = page.facts.some((line) => line.fact === 'annual_sales_idr' && line.value !== null)
  const entry = { at: now, subject: { type: 'actor', id: page.id }, because: 'service' } as const
  await db.transaction().execute(async (trx) => {
    await appendAudit(
      trx,
      viewer,
      named.length > 0
        ? { ...entry, action: 'actor:identity-read', detail: { fields: named } }
        : { ...entry, action: 'actor:read' },
    )
    if (hasSales)
      await appendAudit(trx, viewer, { ...entry, action: 'actor:field-read', detail: { fields: ['sales_band'] } })
  })
}

/** Records that a list was taken out as a file. */
export async function recordListTaken({ db, viewer, now }: Context, format: string): Promise<void> {
  const subject = { type: 'list', id: null } as const
  await recordRead(db, viewer, { at: now, action: 'list:take-out', subject, because: 'service', detail: { format } })
}
