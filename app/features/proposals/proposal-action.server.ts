import type { FormError } from '#app/components/error-summary.tsx'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest, notFound } from '#app/lib/responses.server.ts'
import { findProposalActors, getReachedProposal } from '#db/queries/proposals.ts'
import { confirmPlaces } from './confirm-offer.server.ts'
import type { LoopContext } from './loop-context.server.ts'
import { isAddress, readStep, STEP_FIELDS, typedTexts } from './read-step.ts'
import { errorsOfRefusal } from './refusal-sentence.server.ts'
import { takeStep } from './take-step.server.ts'

/** What was wrong with which step, and what had been typed. */
export interface StepRefusalView {
  readonly step: string
  readonly errors: readonly FormError[]
  readonly typed: Readonly<Record<string, string>>
}

export type ProposalActionResult = { readonly next: string } | { readonly refusal: StepRefusalView }

/** Takes the step of a form of the proposal's page. @throws Response 400, 401, 403 or 404. */
export async function actOnProposal(
  context: RequestContext,
  id: string,
  form: FormData,
): Promise<ProposalActionResult> {
  const { db, viewer, locale } = context
  demand(viewer, 'proposals:read')
  const loop: LoopContext = { ...context, via: 'page' }
  const proposal = await getReachedProposal(db, viewer.scope, id)
  if (!proposal) throw notFound()
  if (form.get('intent') === 'confirm_places') {
    await confirmPlaces(loop, proposal.offer_id, 'same')
    return { next: `${paths.proposal(id)}#langkah` }
  }
  const read = readStep(form, (await findProposalActors(db, [id])).length)
  if (!read) throw badRequest()
  const refuse = (errors: readonly FormError[]): ProposalActionResult => ({
    refusal: { step: read.step, errors, typed: typedTexts(form) },
  })
  if (read.address && !isAddress(read.address))
    return refuse([{ field: STEP_FIELDS.address, message: messagesFor(locale).proposals.fresh.addressProblem }])
  const { address, ...rest } = read
  const result = await takeStep(loop, id, { ...rest, ...(read.step === 'send' ? { address } : {}) })
  if (result.ok) return { next: paths.proposal(id) }
  return refuse(await errorsOfRefusal(context, result.refused))
}
