import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest, signInFirst } from '#app/lib/responses.server.ts'
import { putDigestChoice } from '#db/queries/loop-preferences.ts'
import { declineRequest } from './partner-requests.server.ts'
import { readReason } from './read-step.ts'

/**
 * Carries out a form of the list: how often the digest comes, or a request declined. A reason that cannot be kept leaves
 * the request where it was.
 * @throws Response 400 for a form that is none of ours.
 */
export async function actOnProposalList(context: RequestContext, form: FormData): Promise<string> {
  demand(context.viewer, 'proposals:read')
  const intent = form.get('intent')
  if (intent === 'decline_request') {
    const problem = await declineRequest({ ...context, via: 'page' }, String(form.get('permintaan')), readReason(form))
    if (problem) throw badRequest()
    return paths.proposals()
  }
  const choice = form.get('ringkasan')
  if (intent !== 'digest' || (choice !== 'none' && choice !== 'daily' && choice !== 'weekly')) throw badRequest()
  const { accountId } = context.viewer
  if (accountId === null) throw signInFirst()
  await context.db.transaction().execute((trx) => putDigestChoice(trx, accountId, choice, context.now))
  return `${paths.proposals()}#ringkasan`
}
