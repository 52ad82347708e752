import { readConfig } from '#app/config.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { type ProposalPaper, proposalInView } from './proposal-in-view.server.ts'
import { recordProposalReading, tellsSales } from './record-proposal-reading.server.ts'

/**
 * A proposal for paper, with the address its QR code leads to: what the partner may read, whoever prints it. What it tells of
 * each actor is recorded as read.
 * @throws Response 401, 403 or 404.
 */
export async function loadSheet(
  context: RequestContext,
  id: string,
): Promise<{ readonly page: ProposalPaper; readonly address: string }> {
  demand(context.viewer, 'proposals:read')
  const view = await proposalInView(context, id)
  const readings = view.rows.flatMap((row) => {
    const allowed =
      row.actor_id !== null && view.sight.known.has(row.actor_id) ? view.fields.get(row.actor_id) : undefined
    const readsSales = allowed?.includes('sales_band') && tellsSales(view.matchOf(row))
    return allowed && row.actor_id !== null
      ? [{ actorId: row.actor_id, identity: [], sensitive: readsSales ? (['sales_band'] as const) : [] }]
      : []
  })
  await recordProposalReading(context, { proposal: id }, readings)
  return { page: view.paper, address: `${readConfig().publicUrl}${paths.proposal(id)}` }
}
