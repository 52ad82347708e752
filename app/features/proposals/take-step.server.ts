import { randomUUID } from 'node:crypto'
import type { Reason, ReasonProblem } from '#app/domain/loop/reasons.ts'
import { reasonProblem } from '#app/domain/loop/reasons.ts'
import type { SendingProblem } from '#app/domain/loop/sending.ts'
import type { ProposalState } from '#app/domain/loop/states.ts'
import { nextState, type Step, TRANSITIONS } from '#app/domain/loop/transitions.ts'
import { demand } from '#app/lib/guard.server.ts'
import { forbidden, notFound } from '#app/lib/responses.server.ts'
import type { Db } from '#db/client.ts'
import { appendAudit } from '#db/queries/audit.ts'
import {
  findProposalActors,
  findProposalEvents,
  getReachedProposal,
  insertProposalEvent,
  insertProposalMessage,
  moveProposalFrom,
} from '#db/queries/proposals.ts'
import type { ProposalRow } from '#db/schema/proposal.ts'
import { endParts } from './end-part.server.ts'
import { auditorOf, type LoopContext, roleOf, sideOf } from './loop-context.server.ts'
import { notifyOfStep } from './notify-of-step.server.ts'
import { reachesAll } from './partner-may-know.server.ts'
import { type OutcomeInput, type StepEffect, stepEffect } from './step-effects.server.ts'

/** Longest question, answer or note, in characters. */
export const WORDS_LIMIT = 2000

export interface StepInput {
  readonly step: Step
  readonly reason?: Reason | null
  readonly words?: string
  readonly outcomes?: readonly OutcomeInput[]
  /** An address to send the signed link to besides the accounts of the partner. */
  readonly address?: string | null
  /** Nobody is written to: the other side takes the next step itself, at once. */
  readonly untold?: boolean
}

export type StepRefused =
  | { readonly kind: 'conflict'; readonly state: ProposalState; readonly accountId: string | null; readonly at: string }
  | { readonly kind: 'reason'; readonly problem: ReasonProblem }
  | { readonly kind: 'words'; readonly problem: 'missing' | 'long' }
  | { readonly kind: 'outcomes'; readonly positions: readonly number[]; readonly problem: ReasonProblem | null }
  | { readonly kind: 'sending'; readonly problems: readonly SendingProblem[] }
  | { readonly kind: 'consent'; readonly actorIds: readonly string[] }
  | { readonly kind: 'capacity'; readonly problem: 'stale' | 'full' }

export type StepResult =
  | { readonly ok: true; readonly proposal: ProposalRow }
  | { readonly ok: false; readonly refused: StepRefused }

const AUDITED: Record<Step, Parameters<typeof appendAudit>[2]['action']> = {
  send: 'proposal:send',
  see: 'proposal:answer',
  ask: 'proposal:answer',
  reply: 'proposal:answer',
  accept: 'proposal:answer',
  decline: 'proposal:answer',
  withdraw: 'proposal:withdraw',
  refer: 'proposal:refer',
  start: 'proposal:report',
  helped: 'proposal:report',
  not_helped: 'proposal:report',
  expire: 'proposal:withdraw',
}

/** A step that cannot be taken; whoever shares the transaction has to roll it back. */
export class Refused extends Error {
  constructor(readonly refused: StepRefused) {
    super(refused.kind)
  }
}

/**
 * Takes one step of a proposal: the state, what the step brings with it, the history, the audit and the letters, together
 * or not at all. Of two people who act at once one is first; the other is told what happened meanwhile.
 * @throws Response 401, 403 or 404 for who may not see the proposal or take the step.
 */
export async function takeStep(context: LoopContext, id: string, input: StepInput): Promise<StepResult> {
  if (context.via === 'page') demand(context.viewer, 'proposals:read')
  return asResult(() => context.db.transaction().execute((trx) => stepWithin(trx, context, id, input)))
}

/** What a transaction with `stepWithin` gave, or why it was refused and rolled back. */
export async function asResult(run: () => Promise<ProposalRow>): Promise<StepResult> {
  try {
    return { ok: true, proposal: await run() }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refused: error.refused }
    throw error
  }
}

/** The same within a transaction of somebody else, who has to roll back when it throws. */
export async function stepWithin(trx: Db, context: LoopContext, id: string, input: StepInput): Promise<ProposalRow> {
  // why: the write lock comes before anything is read, so that what was read still holds when it is written
  await trx
    .updateTable('proposal')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('id', '=', id)
    .execute()
  const reached = await getReachedProposal(trx, context.viewer.scope, id)
  if (!reached) throw notFound()
  const { step } = input
  const next = nextState(reached.state, step, roleOf(context), reached.origin)
  if (!next.ok && next.why === 'wrong_person') throw forbidden()
  // why: a step is one for all of them, and says how it went for each
  if (context.viewer.role === 'companion') {
    const rows = await findProposalActors(trx, [id])
    if (!(await reachesAll(trx, context.viewer.scope, rows))) throw forbidden()
  }
  if (!next.ok) throw new Refused(await conflictOf(trx, reached))
  checkInput(input)
  // why: one who no longer consents keeps none of the others waiting
  const found = step === 'refer' ? await endParts(trx, context, reached) : reached
  const effect = await stepEffect(trx, context, found, input)
  if ('refused' in effect) throw new Refused(effect.refused)
  return write(trx, context, found, next.to, input, effect)
}

function checkInput({ step, reason, words }: StepInput): void {
  const { requires } = TRANSITIONS[step]
  // why: where outcomes are required, each of them brings its own reason
  if (requires.includes('reason') && !requires.includes('outcomes')) {
    const problem = reasonProblem(step === 'withdraw' ? 'withdraw' : 'decline', reason ?? null)
    if (problem) throw new Refused({ kind: 'reason', problem })
  }
  if (requires.includes('words') && !words?.trim()) throw new Refused({ kind: 'words', problem: 'missing' })
  if ((words?.length ?? 0) > WORDS_LIMIT) throw new Refused({ kind: 'words', problem: 'long' })
}

async function conflictOf(trx: Db, { id, state, updated_at }: ProposalRow): Promise<StepRefused> {
  const last = (await findProposalEvents(trx, id)).filter((event) => event.to_state === state).at(0)
  return { kind: 'conflict', state, accountId: last?.account_id ?? null, at: last?.at ?? updated_at }
}

async function write(
  trx: Db,
  context: LoopContext,
  before: ProposalRow,
  to: ProposalState,
  input: StepInput,
  effect: StepEffect,
): Promise<ProposalRow> {
  const { now, today, viewer } = context
  const ends = to === 'declined' || to === 'withdrawn' || to === 'not_helped'
  const reason = effect.endReason ?? input.reason ?? null
  const change: Partial<ProposalRow> = {
    state: to,
    moved_on: today,
    updated_at: now,
    ...(ends && reason ? { end_reason: reason.id, end_condition: reason.condition, end_text: reason.text } : {}),
    ...effect.change,
  }
  const moved = await moveProposalFrom(trx, before.id, before.version, change)
  if (!moved) throw new Refused(await conflictOf(trx, before))
  const after: ProposalRow = { ...before, ...change, version: before.version + 1 }
  await insertProposalEvent(trx, {
    id: randomUUID(),
    proposal_id: before.id,
    version: after.version,
    step: input.step,
    from_state: before.state,
    to_state: to,
    account_id: viewer.accountId,
    role: context.via === 'clock' ? 'system' : viewer.role,
    via: context.via,
    reason: ends ? (reason?.id ?? null) : null,
    reason_condition: ends ? (reason?.condition ?? null) : null,
    reason_text: ends ? (reason?.text ?? null) : null,
    at: now,
  })
  if (input.words?.trim()) {
    await insertProposalMessage(trx, {
      id: randomUUID(),
      proposal_id: before.id,
      kind: input.step === 'ask' ? 'question' : input.step === 'reply' ? 'answer' : 'note',
      side: sideOf(viewer),
      account_id: viewer.accountId,
      body: input.words.trim(),
      at: now,
    })
  }
  await appendAudit(trx, auditorOf(context), {
    at: now,
    action: AUDITED[input.step],
    subject: { type: 'proposal', id: before.id },
    partnerId: before.partner_id,
    because: 'proposal',
    detail: { step: input.step, from: before.state, to, via: context.via, ...effect.detail },
  })
  if (!input.untold) await notifyOfStep(trx, context, after, input)
  return after
}
