import { type Step, TRANSITIONS } from '#app/domain/loop/transitions.ts'
import type { Db } from '#db/client.ts'
import { getOffer } from '#db/queries/offers.ts'
import type { ProposalRow } from '#db/schema/proposal.ts'
import { handOutAnswerLink } from './answer-link.server.ts'
import { type LetterKind, postToAccounts, postToAddress } from './letters.server.ts'
import type { LoopContext } from './loop-context.server.ts'
import { addressOf, forgetAddress, keepAddress } from './proposal-address.server.ts'
import { officeAccounts, partnerAccounts } from './recipients.server.ts'
import type { StepInput } from './take-step.server.ts'

type Side = 'proposer' | 'answerer' | 'other'

/** Who is written to about a step, and in which letter. A step that is not listed is not worth a letter. */
const LETTERS: { readonly [S in Step]?: { readonly to: Side; readonly letter: LetterKind } } = {
  send: { to: 'answerer', letter: 'sent' },
  ask: { to: 'proposer', letter: 'asked' },
  reply: { to: 'answerer', letter: 'replied' },
  accept: { to: 'proposer', letter: 'accepted' },
  decline: { to: 'proposer', letter: 'declined' },
  withdraw: { to: 'answerer', letter: 'withdrawn' },
  refer: { to: 'other', letter: 'referred' },
  helped: { to: 'other', letter: 'closed' },
  not_helped: { to: 'other', letter: 'closed' },
  expire: { to: 'proposer', letter: 'expired' },
}

/** Letters that carry a link with which the partner answers without an account. */
const WITH_LINK: readonly Step[] = ['send', 'reply']

/** Letters that go to the address a proposal was sent to besides: what the partner has to answer, or no longer has to. */
const TO_ADDRESS: readonly Step[] = ['send', 'reply', 'withdraw']

/**
 * Puts the letters of a step into the outbox, in the transaction of the step: nothing is told that did not happen, and
 * nothing happens untold. The key of each letter is proposal, version and recipient, so none is written twice.
 */
export async function notifyOfStep(
  trx: Db,
  context: LoopContext,
  proposal: ProposalRow,
  { step, address }: StepInput,
): Promise<void> {
  if (step === 'send' && address) await keepAddress(trx, proposal.id, address, context.now)
  const plan = LETTERS[step]
  if (!plan || (step === 'withdraw' && proposal.sent_on === null)) return
  const offer = await getOffer(trx, proposal.offer_id)
  const answerer = proposal.origin === 'office' ? 'partner' : 'office'
  const proposer = proposal.origin
  const otherThanMe = context.viewer.role === 'partner' ? 'office' : 'partner'
  const side = plan.to === 'answerer' ? answerer : plan.to === 'proposer' ? proposer : otherThanMe
  const accounts =
    side === 'partner'
      ? await partnerAccounts(trx, proposal.partner_id)
      : await officeAccounts(trx, proposal.regency_code, proposal.created_by)
  const facts = {
    proposalId: proposal.id,
    offerName: offer?.name ?? proposal.offer_id,
    partnerName: offer?.partnerName ?? proposal.partner_id,
    dueOn: proposal.asked_on,
    responseDays: proposal.response_days,
  }
  const key = `${plan.letter}:${proposal.id}:${proposal.version}`
  const withLink = side === 'partner' && WITH_LINK.includes(step)
  for (const account of accounts) {
    const secret = withLink ? await handOutAnswerLink(trx, proposal, { accountId: account.id, now: context.now }) : null
    await postToAccounts(trx, [account.id], { letter: plan.letter, key, facts, secret, now: context.now })
  }
  const kept = side === 'partner' && TO_ADDRESS.includes(step) ? await addressOf(trx, proposal.id) : null
  if (kept !== null) {
    const secret = withLink ? await handOutAnswerLink(trx, proposal, { accountId: null, now: context.now }) : null
    await postToAddress(trx, kept, { letter: plan.letter, key, facts, secret, now: context.now })
  }
  // why: a proposal that can no longer be withdrawn has no more letters for somebody without an account
  if (!TRANSITIONS.withdraw.from.includes(proposal.state)) await forgetAddress(trx, proposal.id)
}
