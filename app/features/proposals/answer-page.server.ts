import type { ProposalState } from '#app/domain/loop/states.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest } from '#app/lib/responses.server.ts'
import { answerByLink } from './answer-by-link.server.ts'
import { type DeadLink, linkHolder, lookUpAnswerLink } from './answer-link.server.ts'
import { confirmPlaces } from './confirm-offer.server.ts'
import type { StepRefusalView } from './proposal-action.server.ts'
import { loadProposalPage, type ProposalPage } from './proposal-page.server.ts'
import { readStep, typedTexts } from './read-step.ts'
import { errorsOfRefusal } from './refusal-sentence.server.ts'

/** What an open link draws of a proposal: not the thread and not its files. */
export type OpenAnswer = Omit<ProposalPage, 'thread' | 'files' | 'likelihood' | 'paper' | 'mayWrite'>

export type AnswerPage =
  | { readonly kind: 'open'; readonly page: OpenAnswer }
  | { readonly kind: 'dead'; readonly why: DeadLink; readonly state: ProposalState | null }
  | { readonly kind: 'thanks'; readonly state: 'accepted' | 'declined' | 'clarification' }

/** What a link shows. It reads only: a scanner that opens the letter's links answers nothing. */
export async function loadAnswerPage(context: RequestContext, secret: string, thanks: boolean): Promise<AnswerPage> {
  const found = await lookUpAnswerLink(context.db, secret, context.now)
  if (found.ok) {
    const viewer = linkHolder(found.link, found.proposal)
    const page = await loadProposalPage({ ...context, viewer }, found.proposal.id)
    return { kind: 'open', page: drawn(page) }
  }
  const state = found.proposal?.state ?? null
  if (thanks && found.why === 'used' && (state === 'accepted' || state === 'declined' || state === 'clarification'))
    return { kind: 'thanks', state }
  return { kind: 'dead', why: found.why, state }
}

function drawn(page: ProposalPage): OpenAnswer {
  const { proposal, offerName, partnerName, regencyName, actors, decided, steps, problems, unseen } = page
  const { conditions, dueOn, daysLeft, confirmPlaces, isPartner } = page
  return {
    proposal,
    offerName,
    partnerName,
    regencyName,
    actors,
    decided,
    steps,
    problems,
    unseen,
    conditions,
    dueOn,
    daysLeft,
    placesLeft: page.placesLeft,
    confirmPlaces,
    isPartner,
  }
}

export type AnswerActionResult = { readonly next: string } | { readonly refusal: StepRefusalView }

/** Answers by link, or confirms the places first. @throws Response 400 for a form that is none of ours. */
export async function actOnAnswer(
  context: RequestContext,
  secret: string,
  form: FormData,
): Promise<AnswerActionResult> {
  const { db, now, today } = context
  const here = paths.answer(secret)
  if (form.get('intent') === 'confirm_places') {
    const found = await lookUpAnswerLink(db, secret, now)
    if (!found.ok) return { next: here }
    const viewer = linkHolder(found.link, found.proposal)
    await confirmPlaces({ db, now, today, viewer, via: 'link' }, found.proposal.offer_id, 'same')
    return { next: here }
  }
  const read = readStep(form, 0)
  if (!read) throw badRequest()
  const { step, reason, words } = read
  if (step !== 'accept' && step !== 'decline' && step !== 'ask') throw badRequest()
  const result = await answerByLink(db, secret, { step, reason, words }, { now, today })
  if (result.ok) return { next: `${here}?terima-kasih` }
  if ('dead' in result) return { next: here }
  return { refusal: { step, errors: await errorsOfRefusal(context, result.refused), typed: typedTexts(form) } }
}
