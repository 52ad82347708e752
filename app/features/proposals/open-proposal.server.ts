import { stepsFor } from '#app/domain/loop/transitions.ts'
import { readUploadProblem, type UploadProblem } from '#app/features/documents/upload-problem.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { notFound } from '#app/lib/responses.server.ts'
import { deliverSoon } from '#app/mail/live-mail.server.ts'
import { getReachedProposal } from '#db/queries/proposals.ts'
import { loadProposalPage, type ProposalPage } from './proposal-page.server.ts'
import { takeStep } from './take-step.server.ts'

export interface OpenedProposal {
  readonly page: ProposalPage
  readonly fileProblem: UploadProblem | null
}

/** The page of a proposal; that the answering side has opened it is a step of its own. @throws Response 401, 403 or 404. */
export async function openProposal(
  context: RequestContext,
  id: string,
  query: URLSearchParams,
): Promise<OpenedProposal> {
  const { db, viewer } = context
  demand(viewer, 'proposals:read')
  const proposal = await getReachedProposal(db, viewer.scope, id)
  if (!proposal) throw notFound()
  const { state, origin } = proposal
  if (state === 'sent' && stepsFor(state, viewer.role, origin).includes('accept'))
    await takeStep({ ...context, via: 'page' }, id, { step: 'see' })
  deliverSoon()
  return { page: await loadProposalPage(context, id), fileProblem: readUploadProblem(query.get('berkas')) }
}
