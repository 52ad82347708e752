import type { FormError } from '#app/components/error-summary.tsx'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest, signInFirst } from '#app/lib/responses.server.ts'
import { putDigestChoice } from '#db/queries/loop-preferences.ts'
import { type AcceptedRequest, acceptRequest } from './accept-request.server.ts'
import { declineRequest } from './partner-requests.server.ts'
import { readReason, typedTexts } from './read-step.ts'
import { refusalSentence } from './refusal-sentence.server.ts'
import { problemSentences, reasonError } from './refusal-words.ts'

/** What was wrong with the answer to which request, and what had been typed. */
export interface RequestRefusal {
  readonly requestId: string
  readonly errors: readonly FormError[]
  readonly typed: Readonly<Record<string, string>>
}

export type ProposalListResult = { readonly next: string } | { readonly refusal: RequestRefusal }

/**
 * Carries out a form of the list: how often the digest comes, or a request accepted or declined. A reason that cannot be kept leaves
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
    if (problem === 'settled') {
      const message = messagesFor(context.locale).proposals.requests.settled
      return { refusal: { requestId, errors: [{ field: 'permintaan', message }], typed: {} } }
    }
    return { refusal: { requestId, errors: [reasonError(context.locale, problem)], typed: typedTexts(form) } }
  }
  if (intent === 'accept_request') {
    const requestId = String(form.get('permintaan'))
    const accepted = await acceptRequest({ ...context, via: 'page' }, requestId)
    if (accepted.ok) return { next: paths.proposal(accepted.proposalId) }
    const field = `permintaan-${requestId}`
    const messages = await whyNot(context, accepted)
    return { refusal: { requestId, errors: messages.map((message) => ({ field, message })), typed: {} } }
  }
  const choice = form.get('ringkasan')
  if (intent !== 'digest' || (choice !== 'none' && choice !== 'daily' && choice !== 'weekly')) throw badRequest()
  const { accountId } = context.viewer
  if (accountId === null) throw signInFirst()
  await context.db.transaction().execute((trx) => putDigestChoice(trx, accountId, choice, context.now))
  return { next: `${paths.proposals()}#ringkasan` }
}

async function whyNot(
  context: RequestContext,
  result: Extract<AcceptedRequest, { ok: false }>,
): Promise<readonly string[]> {
  const { db, locale, today } = context
  if (result.why === 'settled') return [messagesFor(locale).proposals.requests.settled]
  if (result.why === 'step') return [await refusalSentence(context, result.refused)]
  const { regionName } = await matchWorld(db, today)
  return problemSentences(locale, result.problems, regionName)
}
