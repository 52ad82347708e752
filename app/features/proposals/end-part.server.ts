import { randomUUID } from 'node:crypto'
import type { Db } from '#db/client.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { askConsent } from '#db/queries/consents.ts'
import {
  findProposalActors,
  insertProposalEvent,
  moveProposalFrom,
  updateProposalActor,
} from '#db/queries/proposals.ts'
import type { ProposalActorRow, ProposalRow } from '#db/schema/proposal.ts'
import { changePlaces } from './count-places.server.ts'
import { auditorOf, type LoopContext } from './loop-context.server.ts'

/** The actors who are still part of a proposal, in their order. */
export async function partsOf(trx: Db, proposal: Pick<ProposalRow, 'id'>): Promise<ProposalActorRow[]> {
  return (await findProposalActors(trx, [proposal.id])).filter((row) => row.left_on === null)
}

/**
 * Who of these took her consent back, or saw it run out. A consent that never was, or that a clock set back has not reached
 * yet, ends nothing.
 */
export async function withEndedConsent(
  trx: Db,
  rows: readonly ProposalActorRow[],
  partnerId: string,
  on: string,
): Promise<ProposalActorRow[]> {
  const ended: ProposalActorRow[] = []
  for (const row of rows) {
    if (row.actor_id === null) continue
    const answer = await askConsent(trx, { actorId: row.actor_id, partnerId, purpose: 'referral', fields: [], on })
    if (answer.answer === 'refused' && (answer.reason === 'withdrawn' || answer.reason === 'expired')) ended.push(row)
  }
  return ended
}

/**
 * Ends for some what goes on for the others: not helped, because the consent ended; the places they held are free again.
 * Nothing happens where it would leave nobody.
 * @returns the proposal as it stands then.
 */
export async function endParts(
  trx: Db,
  context: Pick<LoopContext, 'viewer' | 'via' | 'today' | 'now'>,
  proposal: ProposalRow,
): Promise<ProposalRow> {
  const { today, now, viewer, via } = context
  const parts = (await partsOf(trx, proposal)).filter((row) => row.actor_id !== null)
  const ended = await withEndedConsent(trx, parts, proposal.partner_id, today)
  if (ended.length === 0 || ended.length === parts.length) return proposal
  if (!(await moveProposalFrom(trx, proposal.id, proposal.version, { updated_at: now }))) return proposal
  for (const { position } of ended)
    await updateProposalActor(trx, proposal.id, position, {
      outcome: 'not_helped',
      outcome_reason: 'consent_ended',
      outcome_on: today,
      left_on: today,
    })
  if (proposal.state === 'accepted') {
    const left = (await partsOf(trx, proposal)).length
    await changePlaces(trx, context, proposal, { from: left + ended.length, to: left })
  }
  const after = { ...proposal, updated_at: now, version: proposal.version + 1 }
  await insertProposalEvent(trx, {
    id: randomUUID(),
    proposal_id: proposal.id,
    version: after.version,
    step: 'end_part',
    from_state: proposal.state,
    to_state: proposal.state,
    account_id: viewer.accountId,
    role: via === 'clock' ? 'system' : viewer.role,
    via,
    reason: 'consent_ended',
    reason_condition: null,
    reason_text: null,
    at: now,
  })
  await appendAudit(trx, auditorOf(context), {
    at: now,
    action: 'proposal:withdraw',
    subject: { type: 'proposal', id: proposal.id },
    partnerId: proposal.partner_id,
    because: 'proposal',
    detail: { step: 'end_part', reason: 'consent_ended', actors: ended.length, via },
  })
  return after
}
