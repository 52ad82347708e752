import type { FormError } from '#app/components/error-summary.tsx'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest, signInFirst } from '#app/lib/responses.server.ts'
import { putDigestChoice } from '#db/queries/loop-preferences.ts'
import { declineRequest } from './partner-requests.server.ts'
import { readReason, typedTexts } from './read-step.ts'
import { reasonError } from './refusal-words.ts'

/** What was wrong with the answer to which request, and what had been typed. */
export interface RequestRefusal {
  readonly requestId: string
  readonly errors: readonly FormError[]
  readonly typed: Readonly<Record<string, string>>
}

export type ProposalListResult = { readonly next: string } | { readonly refusal: RequestRefusal }

/**
 * Carries out a form of the list: how often the digest comes, or a request declined. A reason that cannot be kept leaves
 * the request where it was, and says so.
 * @throws Response 400 for a form that is none of ours.
 */
export async function actOnProposalList(context: RequestContext, form: FormData): Promise<ProposalListResult> {
  demand(context.viewer, 'proposals:read')
  const intent = form.get('intent')
  if (intent === 'decline_request') {
    const requestId = String(form.get('permintaan'))
    const problem = await declineRequest({ ...context, via: 'page' }, requestId, readReason(form))
    if (!problem) return { next: paths.proposals() }
    return { refusal: { requestId, errors: [reasonError(context.locale, problem)], typed: typedTexts(form) } }
  }
  const choice = form.get('ringkasan')
  if (intent !== 'digest' || (choice !== 'none' && choice !== 'daily' && choice !== 'weekly')) throw badRequest()
  const { accountId } = context.viewer
  if (accountId === null) throw signInFirst()
  await context.db.transaction().execute((trx) => putDigestChoice(trx, accountId, choice, context.now))
  return { next: `${paths.proposals()}#ringkasan` }
}
