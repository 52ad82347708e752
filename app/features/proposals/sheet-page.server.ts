import { readConfig } from '#app/config.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { loadProposalPage, type ProposalPage } from './proposal-page.server.ts'

/** A proposal for paper, with the address its QR code leads to. @throws Response 401, 403 or 404. */
export async function loadSheet(
  context: RequestContext,
  id: string,
): Promise<{ readonly page: ProposalPage; readonly address: string }> {
  demand(context.viewer, 'proposals:read')
  return { page: await loadProposalPage(context, id), address: `${readConfig().publicUrl}${paths.proposal(id)}` }
}
