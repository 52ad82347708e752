import { TRANSITIONS } from '#app/domain/loop/transitions.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { Db, DbClient } from '#db/client.ts'
import { askConsent } from '#db/queries/consents.ts'
import { findProposalActors, findUnfinishedProposals } from '#db/queries/proposals.ts'
import { CLOCK } from './loop-context.server.ts'
import { stepWithin } from './take-step.server.ts'

/** Drafts were sent to nobody; whoever sends one is told then that a consent is missing. */
const ENDED_FROM = TRANSITIONS.withdraw.from.filter((state) => state !== 'draft')

/**
 * Withdraws every proposal that a partner has before it though none of its actors allows that partner anything any more.
 * What she has been referred for already goes on to its outcome, without her data. In the transaction of whatever ended the
 * consent.
 * @param only limits it to proposals of one actor.
 * @returns how many were withdrawn.
 */
export async function endWithoutConsent(
  trx: Db,
  context: { readonly db: DbClient['db']; readonly today: Day; readonly now: string },
  only: { readonly actorId?: string } = {},
): Promise<number> {
  let ended = 0
  for (const proposal of await findUnfinishedProposals(trx, ENDED_FROM, only.actorId)) {
    const ids = (await findProposalActors(trx, [proposal.id])).flatMap((row) => row.actor_id ?? [])
    if (ids.length === 0 || !(await allEnded(trx, ids, proposal.partner_id, context.today))) continue
    await stepWithin(trx, { ...context, viewer: CLOCK, via: 'clock' }, proposal.id, {
      step: 'withdraw',
      reason: { id: 'consent_ended', condition: null, text: null },
    })
    ended += 1
  }
  return ended
}

/** Taken back or run out: a consent that never was, or that a clock set back has not reached yet, ends nothing. */
async function allEnded(trx: Db, actorIds: readonly string[], partnerId: string, on: Day): Promise<boolean> {
  for (const actorId of actorIds) {
    const answer = await askConsent(trx, { actorId, partnerId, purpose: 'referral', fields: [], on })
    if (answer.answer !== 'refused' || (answer.reason !== 'withdrawn' && answer.reason !== 'expired')) return false
  }
  return true
}
