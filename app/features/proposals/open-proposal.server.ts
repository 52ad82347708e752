import { readUploadProblem, type UploadProblem } from '#app/features/documents/upload-problem.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { deliverSoon } from '#app/mail/live-mail.server.ts'
import { loadProposalPage, type ProposalPage } from './proposal-page.server.ts'
import { takeStep } from './take-step.server.ts'

export interface OpenedProposal {
  readonly page: ProposalPage
  readonly fileProblem: UploadProblem | null
}

/** The page of a proposal; that the answering side has opened it is a step of its own. */
export async function openProposal(
  context: RequestContext,
  id: string,
  query: URLSearchParams,
): Promise<OpenedProposal> {
  demand(context.viewer, 'proposals:read')
  const first = await loadProposalPage(context, id)
  const unseen = first.proposal.state === 'sent' && first.steps.includes('accept')
  const seen = unseen && (await takeStep({ ...context, via: 'page' }, id, { step: 'see' })).ok
  deliverSoon()
  return {
    page: seen ? await loadProposalPage(context, id) : first,
    fileProblem: readUploadProblem(query.get('berkas')),
  }
}
