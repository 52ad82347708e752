import type { Scope } from '#app/domain/access/viewer.ts'
import type { AnswerHistory } from '#app/domain/loop/likelihood.ts'
import { outcomeRecords, type RecordedReferral } from '#app/domain/loop/record.ts'
import type { OutcomeRecord } from '#app/domain/values/offer.ts'
import type { Db } from '../client.ts'
import { reachedBy } from './actor-scope.ts'

/** One actor of a proposal that was sent, with what rates and records count. */
export interface SentReferral extends RecordedReferral {
  readonly proposalId: string
  readonly actorId: string | null
  readonly partnerId: string
  readonly regency: string
  readonly needs: readonly string[]
  readonly referredOn: string | null
  readonly isDemo: boolean
  /** She left before anybody was referred. */
  readonly hasLeft: boolean
}

/** All referrals that were ever sent, in the order of sending; those of a scope, a partner or an offer. */
export async function findSentReferrals(
  db: Db,
  only: { readonly scope?: Scope; readonly partnerId?: string; readonly offerIds?: readonly string[] } = {},
): Promise<SentReferral[]> {
  if (only.offerIds?.length === 0) return []
  let query = db
    .selectFrom('proposal_actor')
    .innerJoin('proposal', 'proposal.id', 'proposal_actor.proposal_id')
    .select([
      'proposal.id',
      'proposal.is_demo',
      'proposal.offer_id',
      'proposal.partner_id',
      'proposal.state',
      'proposal.sent_on',
      'proposal.referred_on',
      'proposal_actor.actor_id',
      'proposal_actor.regency_code',
      'proposal_actor.cluster',
      'proposal_actor.needs',
      'proposal_actor.outcome',
      'proposal_actor.left_on',
    ])
    .where('proposal.sent_on', 'is not', null)
    .orderBy('proposal.sent_on')
    .orderBy('proposal.id')
    .orderBy('proposal_actor.position')
  const { scope } = only
  if (only.partnerId) query = query.where('proposal.partner_id', '=', only.partnerId)
  if (only.offerIds) query = query.where('proposal.offer_id', 'in', only.offerIds)
  if (scope?.reach === 'province') query = query.where('proposal.regency_code', 'like', `${scope.province}.%`)
  if (scope?.reach === 'regency') query = query.where('proposal.regency_code', '=', scope.regency)
  if (scope?.reach === 'companion')
    query = query.where('proposal_actor.actor_id', 'in', (eb) =>
      eb.selectFrom('actor').select('actor.id').where(reachedBy(scope)),
    )
  if (scope?.reach === 'partner') query = query.where('proposal.partner_id', '=', scope.partnerId)
  if (scope?.reach === 'none') return []
  const rows = await query.execute()
  return rows.map((row) => ({
    proposalId: row.id,
    isDemo: row.is_demo === 1,
    actorId: row.actor_id,
    offerId: row.offer_id,
    partnerId: row.partner_id,
    regency: row.regency_code,
    state: row.state,
    sentOn: row.sent_on,
    referredOn: row.referred_on,
    cluster: row.cluster,
    needs: JSON.parse(row.needs),
    outcome: row.outcome,
    hasLeft: row.left_on !== null,
  }))
}

/**
 * Outcomes of offers by cluster, for the record component of fit; offers without any are left out. Invented proposals of
 * the demo say nothing about a real partner and do not count, nor does who left before she was referred.
 */
export async function findOutcomeRecords(
  db: Db,
  offerIds?: readonly string[],
): Promise<ReadonlyMap<string, readonly OutcomeRecord[]>> {
  const sent = await findSentReferrals(db, offerIds ? { offerIds } : {})
  return outcomeRecords(sent.filter((referral) => !referral.isDemo && !referral.hasLeft))
}

/**
 * State and partner of every proposal an office really sent: what the likelihood of an answer is learnt from. Those a
 * partner began are answered by an office and say nothing about the partner.
 */
export async function findAnswerHistory(db: Db): Promise<AnswerHistory[]> {
  const rows = await db
    .selectFrom('proposal')
    .leftJoin('proposal_event', (join) =>
      join.onRef('proposal_event.proposal_id', '=', 'proposal.id').on('proposal_event.step', '=', 'expire'),
    )
    .select(['proposal.partner_id', 'proposal.state', 'proposal.sent_on', 'proposal_event.from_state'])
    .where('proposal.origin', '=', 'office')
    .where('proposal.sent_on', 'is not', null)
    .where('proposal.is_demo', '=', 0)
    .execute()
  return rows.map((row) => ({
    partnerId: row.partner_id,
    state: row.state,
    sentOn: row.sent_on,
    expiredFrom: row.from_state,
  }))
}
