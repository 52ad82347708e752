import type { Viewer } from '#app/domain/access/viewer.ts'
import { expiresOn } from '#app/domain/loop/clocks.ts'
import { AWAITING_ANSWER } from '#app/domain/loop/states.ts'
import { newSecret, secretHash } from '#app/lib/secret.server.ts'
import type { Db } from '#db/client.ts'
import { answersForPartner } from '#db/queries/accounts.ts'
import { getAnswerLink, insertAnswerLink } from '#db/queries/answer-links.ts'
import { getProposal } from '#db/queries/proposals.ts'
import type { AnswerLinkRow, ProposalRow } from '#db/schema/proposal.ts'

/** Midnight in Jakarta at the beginning of a day, as an instant. */
const jakartaMidnight = (day: string) => new Date(`${day}T00:00:00+07:00`).toISOString()

/**
 * Makes the secret of a link that answers one proposal once. Only its hash is kept; it ends when the proposal expires.
 * A question that was answered begins a new round, and links of the round before no longer answer; while the question
 * waits they do.
 */
export async function handOutAnswerLink(
  trx: Db,
  proposal: ProposalRow,
  what: { readonly accountId: string | null; readonly now: string },
): Promise<string> {
  const secret = newSecret()
  await insertAnswerLink(trx, {
    token_hash: secretHash(secret),
    proposal_id: proposal.id,
    account_id: what.accountId,
    round: proposal.round,
    created_at: what.now,
    expires_at: jakartaMidnight(expiresOn(proposal.asked_on!, proposal.response_days)),
    used_at: null,
  })
  return secret
}

/** Whether a link is of the round a proposal is in; a question begins one for the office's reply alone. */
export function isOfRound(link: Pick<AnswerLinkRow, 'round'>, proposal: Pick<ProposalRow, 'round' | 'state'>): boolean {
  return link.round === proposal.round || (proposal.state === 'clarification' && link.round === proposal.round - 1)
}

/**
 * Why a link answers nothing: there is none, it did already, its time is over, the proposal has moved on, or the account it
 * was sent to answers for the partner no longer.
 */
export type DeadLink = 'unknown' | 'used' | 'expired' | 'moved_on' | 'revoked'

export type LinkLookUp =
  | { readonly ok: true; readonly link: AnswerLinkRow; readonly proposal: ProposalRow }
  | { readonly ok: false; readonly why: DeadLink; readonly proposal: ProposalRow | null }

/** What a link opens. Reading changes nothing: letters are opened by scanners before people. */
export async function lookUpAnswerLink(db: Db, secret: string, now: string): Promise<LinkLookUp> {
  const link = await getAnswerLink(db, secretHash(secret))
  const proposal = link && (await getProposal(db, link.proposal_id))
  if (!link || !proposal) return { ok: false, why: 'unknown', proposal: null }
  if (link.used_at !== null) return { ok: false, why: 'used', proposal }
  if (link.expires_at <= now) return { ok: false, why: 'expired', proposal }
  if (link.account_id !== null && !(await answersForPartner(db, link.account_id, proposal.partner_id)))
    return { ok: false, why: 'revoked', proposal: null }
  if (!isOfRound(link, proposal) || !AWAITING_ANSWER.includes(proposal.state))
    return { ok: false, why: 'moved_on', proposal }
  return { ok: true, link, proposal }
}

/** Whoever holds the link of a letter acts for the partner in this one proposal. */
export function linkHolder(link: AnswerLinkRow, proposal: ProposalRow): Viewer {
  return { accountId: link.account_id, role: 'partner', scope: { reach: 'partner', partnerId: proposal.partner_id } }
}
