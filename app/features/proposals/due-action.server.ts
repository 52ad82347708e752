import { type ClockedProposal, type DueAction, dueActions } from '#app/domain/loop/clocks.ts'
import type { Db, DbClient } from '#db/client.ts'
import { getOffer } from '#db/queries/offers.ts'
import { getProposal } from '#db/queries/proposals.ts'
import type { ProposalRow } from '#db/schema/proposal.ts'
import { handOutAnswerLink } from './answer-link.server.ts'
import { partsOf } from './end-part.server.ts'
import { type LetterKind, postToAccounts, postToAddress } from './letters.server.ts'
import { CLOCK } from './loop-context.server.ts'
import { addressOf } from './proposal-address.server.ts'
import { companionAccounts, officeAccounts, partnerAccounts } from './recipients.server.ts'
import { stepWithin } from './take-step.server.ts'

/** The clock went back behind the day an action fell due: it has to wait for that day again, not to be forgotten. */
export class NotYetDue extends Error {}

/** A stored proposal as the clock reads it. */
export function clockedProposal(
  row: Pick<ProposalRow, 'id' | 'state' | 'round' | 'asked_on' | 'response_days' | 'moved_on'>,
): ClockedProposal {
  return {
    id: row.id,
    state: row.state,
    round: row.round,
    askedOn: row.asked_on,
    responseDays: row.response_days,
    movedOn: row.moved_on,
  }
}

/**
 * Does what fell due for a proposal, in the transaction of its job; nothing where it is due no more.
 * @throws NotYetDue before the day it falls due.
 */
export async function doDueAction(
  trx: Db,
  db: DbClient['db'],
  action: DueAction,
  { today, now }: { readonly today: string; readonly now: string },
): Promise<void> {
  const proposal = await getProposal(trx, action.proposalId)
  if (!proposal) return
  if (today < action.since) throw new NotYetDue(action.key)
  // why: an answer may have come between finding it due and doing it
  if (!dueActions(clockedProposal(proposal), today).some((one) => one.key === action.key)) return
  if (action.kind === 'expire') {
    await stepWithin(trx, { db, viewer: CLOCK, via: 'clock', today, now }, proposal.id, { step: 'expire' })
    return
  }
  const letter = { letter: action.kind as LetterKind, key: action.key, facts: await factsOf(trx, proposal), now }
  await postToAccounts(trx, await recipientsOf(trx, proposal, action), { ...letter, secret: null })
  if (action.kind !== 'remind_answer' || proposal.origin !== 'office') return
  const address = await addressOf(trx, proposal.id)
  if (address === null) return
  // why: who has no account can answer by a link alone, and of the first one only the hash is kept
  const secret = await handOutAnswerLink(trx, proposal, { accountId: null, now })
  await postToAddress(trx, address, { ...letter, secret })
}

async function recipientsOf(trx: Db, proposal: ProposalRow, { kind }: DueAction): Promise<string[]> {
  const office = () => officeAccounts(trx, proposal.regency_code, proposal.created_by)
  const answerer = proposal.origin === 'office' ? () => partnerAccounts(trx, proposal.partner_id) : office
  const proposer = proposal.origin === 'office' ? office : () => partnerAccounts(trx, proposal.partner_id)
  const actorIds = (await partsOf(trx, proposal)).flatMap((actor) => actor.actor_id ?? [])
  const companions = await companionAccounts(trx, actorIds)
  const found =
    kind === 'remind_answer'
      ? await answerer()
      : kind === 'remind_question'
        ? await proposer()
        : kind === 'remind_outcome' && companions.length > 0
          ? companions
          : await office()
  return found.map(({ id }) => id)
}

async function factsOf(trx: Db, proposal: ProposalRow) {
  const offer = await getOffer(trx, proposal.offer_id)
  return {
    proposalId: proposal.id,
    offerName: offer?.name ?? proposal.offer_id,
    partnerName: offer?.partnerName ?? proposal.partner_id,
    dueOn: proposal.asked_on,
    responseDays: proposal.response_days,
  }
}
