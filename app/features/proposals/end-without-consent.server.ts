import type { ProposalState } from '#app/domain/loop/states.ts'
import { TRANSITIONS } from '#app/domain/loop/transitions.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { Db, DbClient } from '#db/client.ts'
import { findProposalsWithoutConsent, findUnfinishedProposals, getProposal } from '#db/queries/proposals.ts'
import { endParts, partsOf, withEndedConsent } from './end-part.server.ts'
import { CLOCK, type LoopContext } from './loop-context.server.ts'
import { stepWithin } from './take-step.server.ts'

/** Drafts were sent to nobody; whoever sends one is told then that a consent is missing. */
const ENDED_FROM: readonly ProposalState[] = TRANSITIONS.withdraw.from.filter((state) => state !== 'draft')

type ClockContext = { readonly db: DbClient['db']; readonly today: Day; readonly now: string }

/**
 * Withdraws every proposal of an actor that a partner has before it though none of its actors allows that partner anything
 * any more; where others still do, her part of it ends alone. What she has been referred for already goes on to its
 * outcome, without her data. In the transaction of whatever ended the consent.
 */
export async function endWithoutConsent(trx: Db, context: ClockContext, actorId: string): Promise<void> {
  for (const { id } of await findUnfinishedProposals(trx, ENDED_FROM, actorId)) await endOne(trx, context, id)
}

/**
 * The same for every consent that ran out, each proposal in a short transaction of its own.
 * @param onError told of each that could not be ended; the others are, and it is tried again next time.
 * @returns how many proposals or parts of them ended.
 */
export async function endRunOutConsents(
  context: ClockContext,
  onError: (error: unknown, proposalId: string) => void,
): Promise<{ readonly done: number; readonly failed: number }> {
  const count = { done: 0, failed: 0 }
  for (const id of await findProposalsWithoutConsent(context.db, ENDED_FROM, context.today)) {
    try {
      if (await context.db.transaction().execute((trx) => endOne(trx, context, id))) count.done += 1
    } catch (error) {
      count.failed += 1
      onError(error, id)
    }
  }
  return count
}

/** @returns whether anything of it ended. */
async function endOne(trx: Db, { db, today, now }: ClockContext, id: string): Promise<boolean> {
  const context: LoopContext = { db, today, now, viewer: CLOCK, via: 'clock' }
  const proposal = await getProposal(trx, id)
  if (!proposal || !ENDED_FROM.includes(proposal.state)) return false
  const parts = (await partsOf(trx, proposal)).filter((row) => row.actor_id !== null)
  const ended = await withEndedConsent(trx, parts, proposal.partner_id, today)
  if (ended.length === 0) return false
  if (ended.length < parts.length) return (await endParts(trx, context, proposal)).version > proposal.version
  await stepWithin(trx, context, id, {
    step: 'withdraw',
    reason: { id: 'consent_ended', condition: null, text: null },
  })
  return true
}
