import { capacityFinding } from '#app/domain/eligibility/structural.ts'
import { type Reason, reasonProblem } from '#app/domain/loop/reasons.ts'
import { placesLeft, placesNeeded } from '#app/domain/loop/sending.ts'
import { DEFAULT_POLICY } from '#app/domain/matching/policy.ts'
import type { Db } from '#db/client.ts'
import { logChanges } from '#db/queries/change-log.ts'
import { askConsent } from '#db/queries/consents.ts'
import { insertDecision } from '#db/queries/match-decisions.ts'
import { getOffer } from '#db/queries/offers.ts'
import { findOpenInvitations, settlePartnerRequest } from '#db/queries/partner-requests.ts'
import { getActivePolicy } from '#db/queries/policies.ts'
import { findProposalActors, updateProposalActor } from '#db/queries/proposals.ts'
import type { ProposalRow } from '#db/schema/proposal.ts'
import { checkSending } from './check-sending.server.ts'
import { changePlaces } from './count-places.server.ts'
import { partsOf } from './end-part.server.ts'
import type { LoopContext } from './loop-context.server.ts'
import type { StepInput, StepRefused } from './take-step.server.ts'

/** How it ended for one actor. */
export interface OutcomeInput {
  readonly position: number
  readonly outcome: 'helped' | 'not_helped'
  readonly reason: Reason | null
}

export interface StepEffect {
  /** Columns of the proposal that change beside its state. */
  readonly change: Partial<ProposalRow>
  readonly detail: Readonly<Record<string, string | number>>
  /** The reason of the whole, where it follows from the outcomes. */
  readonly endReason?: Reason
}

type Effect = StepEffect | { readonly refused: StepRefused }

const NOTHING: StepEffect = { change: {}, detail: {} }

/** What a step brings with it besides the new state. */
export async function stepEffect(
  trx: Db,
  context: LoopContext,
  proposal: ProposalRow,
  input: StepInput,
): Promise<Effect> {
  switch (input.step) {
    case 'send':
      return send(trx, context, proposal)
    // why: each question and each answer gives the other side its own time, with reminders of its own
    case 'ask':
    case 'reply':
      return { change: { round: proposal.round + 1, asked_on: context.today }, detail: { round: proposal.round + 1 } }
    case 'accept':
      return accept(trx, context, proposal)
    case 'decline':
      await logChanges(trx, 'uptake', [proposal.offer_id], context.now)
      return { change: {}, detail: { reason: input.reason!.id } }
    case 'withdraw':
      if (proposal.state === 'accepted')
        await changePlaces(trx, context, proposal, { from: (await partsOf(trx, proposal)).length, to: 0 })
      return { change: {}, detail: { reason: input.reason!.id } }
    case 'refer':
      return refer(trx, context, proposal)
    case 'helped':
    case 'not_helped':
      return close(trx, context, proposal, input)
    default:
      return NOTHING
  }
}

async function send(trx: Db, context: LoopContext, proposal: ProposalRow): Promise<Effect> {
  const { today, now } = context
  const actors = await findProposalActors(trx, [proposal.id])
  const check = await checkSending(trx, {
    offerId: proposal.offer_id,
    actorIds: actors.flatMap((actor) => actor.actor_id ?? []),
    isGroup: proposal.is_group === 1,
    today,
    origin: proposal.origin,
    proposalId: proposal.id,
  })
  if (!check || check.problems.length > 0) return { refused: { kind: 'sending', problems: check?.problems ?? [] } }
  for (const actor of actors) {
    const checked = check.actors.find((one) => one.row.id === actor.actor_id)
    if (!checked) continue
    const decision = await insertDecision(trx, { input: checked.input, result: checked.match, today, now })
    await updateProposalActor(trx, proposal.id, actor.position, {
      decision_id: decision,
      cluster: checked.row.cluster,
      needs: JSON.stringify(checked.needs),
    })
  }
  await answerRequests(trx, context, proposal)
  return {
    change: {
      sent_on: today,
      asked_on: today,
      round: proposal.round + 1,
      confirm_capacity: check.confirmCapacity ? 1 : 0,
      policy_version: check.actors[0]!.match.policyVersion,
    },
    detail: { actors: actors.length, ...(proposal.request_id === null ? {} : { request: proposal.request_id }) },
  }
}

/** A proposal that goes out answers the request it was made for, and the open invitations of its district to the offer. */
async function answerRequests(trx: Db, context: LoopContext, proposal: ProposalRow): Promise<void> {
  const invited = await findOpenInvitations(trx, proposal.offer_id, proposal.regency_code)
  const answer = {
    state: 'answered',
    reason: null,
    text: null,
    accountId: context.viewer.accountId,
    at: context.now,
  } as const
  for (const id of new Set([...(proposal.request_id === null ? [] : [proposal.request_id]), ...invited]))
    await settlePartnerRequest(trx, id, answer)
}

async function accept(trx: Db, context: LoopContext, proposal: ProposalRow): Promise<Effect> {
  const offer = await getOffer(trx, proposal.offer_id)
  if (!offer) return NOTHING
  const actors = await partsOf(trx, proposal)
  const policy = (await getActivePolicy(trx)) ?? DEFAULT_POLICY
  if (capacityFinding(offer, context.today, policy).code === 'capacity.stale')
    return { refused: { kind: 'capacity', problem: 'stale' } }
  const left = placesLeft(offer)
  if (left !== null && left < placesNeeded(offer, actors.length, proposal.is_group === 1))
    return { refused: { kind: 'capacity', problem: 'full' } }
  await changePlaces(trx, context, proposal, { from: 0, to: actors.length })
  return { change: { confirm_capacity: 0 }, detail: { actors: actors.length } }
}

async function refer(trx: Db, context: LoopContext, proposal: ProposalRow): Promise<Effect> {
  const actors = await partsOf(trx, proposal)
  const without: string[] = []
  for (const { actor_id } of actors) {
    if (actor_id === null) continue
    const answer = await askConsent(trx, {
      actorId: actor_id,
      partnerId: proposal.partner_id,
      purpose: 'referral',
      fields: ['name'],
      on: context.today,
    })
    if (answer.answer !== 'granted') without.push(actor_id)
  }
  if (without.length > 0) return { refused: { kind: 'consent', actorIds: without } }
  return { change: { referred_on: context.today }, detail: { actors: actors.length } }
}

async function close(trx: Db, context: LoopContext, proposal: ProposalRow, input: StepInput): Promise<Effect> {
  const actors = await partsOf(trx, proposal)
  const given = new Map(
    (input.outcomes ?? [])
      .filter(({ position }) => actors.some((actor) => actor.position === position))
      .map((one) => [one.position, one]),
  )
  const missing = actors.filter((actor) => !given.has(actor.position)).map((actor) => actor.position)
  if (missing.length > 0) return { refused: { kind: 'outcomes', positions: missing, problem: null } }
  const failed = [...given.values()].filter((one) => one.outcome === 'not_helped')
  for (const one of failed) {
    const problem = reasonProblem('not_helped', one.reason)
    if (problem) return { refused: { kind: 'outcomes', positions: [one.position], problem } }
  }
  const helped = actors.length - failed.length
  // why: whether the whole has helped follows from the outcomes, so the two can never disagree
  if (input.step === 'helped' ? helped === 0 : helped > 0)
    return { refused: { kind: 'outcomes', positions: actors.map((actor) => actor.position), problem: null } }
  for (const actor of actors) {
    const { outcome, reason } = given.get(actor.position)!
    await updateProposalActor(trx, proposal.id, actor.position, {
      outcome,
      outcome_reason: outcome === 'helped' ? null : reason!.id,
      outcome_condition: outcome === 'helped' ? null : reason!.condition,
      outcome_text: outcome === 'helped' ? null : reason!.text,
      outcome_on: context.today,
    })
  }
  await changePlaces(trx, context, proposal, { from: actors.length, to: helped })
  await logChanges(trx, 'uptake', [proposal.offer_id], context.now)
  return {
    change: {},
    detail: { helped, actors: actors.length },
    ...(helped === 0 && failed[0]?.reason ? { endReason: failed[0].reason } : {}),
  }
}
