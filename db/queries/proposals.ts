import type { ExpressionBuilder } from 'kysely'
import type { Scope } from '#app/domain/access/viewer.ts'
import type { Origin, ProposalState } from '#app/domain/loop/states.ts'
import type { Db } from '../client.ts'
import type { Database } from '../schema/index.ts'
import type { ProposalActorRow, ProposalEventRow, ProposalMessageRow, ProposalRow } from '../schema/proposal.ts'
import { reachedBy } from './actor-scope.ts'

/** States in which an actor and an offer are engaged with each other. */
const ENGAGED: readonly ProposalState[] = [
  'draft',
  'sent',
  'seen',
  'clarification',
  'accepted',
  'referred',
  'in_progress',
  'helped',
]

export interface ProposalFilter {
  /** Those of any of these cases. */
  readonly cases?: readonly { readonly origin: Origin; readonly states: readonly ProposalState[] }[] | undefined
  readonly states?: readonly ProposalState[] | undefined
  readonly partnerId?: string | undefined
  readonly offerId?: string | undefined
  readonly regency?: string | undefined
  readonly actorId?: string | undefined
}

/** Proposals within a scope. A partner sees the drafts of its own side only, a companion those with an actor of hers. */
function reached(db: Db, scope: Scope) {
  const query = db.selectFrom('proposal')
  switch (scope.reach) {
    case 'all':
      return query
    case 'province':
      return query.where('proposal.regency_code', 'like', `${scope.province}.%`)
    case 'regency':
      return query.where('proposal.regency_code', '=', scope.regency).where(notForeignDraft('office'))
    case 'partner':
      return query.where('proposal.partner_id', '=', scope.partnerId).where(notForeignDraft('partner'))
    case 'companion':
      return query.where('proposal.id', 'in', (eb) =>
        eb
          .selectFrom('proposal_actor')
          .innerJoin('actor', 'actor.id', 'proposal_actor.actor_id')
          .select('proposal_actor.proposal_id')
          .where(reachedBy(scope)),
      )
    default:
      return query.where('proposal.id', '=', '')
  }
}

type DraftGuard = ExpressionBuilder<Database, 'proposal'>
const notForeignDraft = (side: 'office' | 'partner') => (eb: DraftGuard) =>
  eb.or([eb('proposal.state', '<>', 'draft'), eb('proposal.origin', '=', side)])

/** One proposal within a scope, or undefined. */
export async function getReachedProposal(db: Db, scope: Scope, id: string): Promise<ProposalRow | undefined> {
  return reached(db, scope).selectAll('proposal').where('proposal.id', '=', id).executeTakeFirst()
}

export async function getProposal(db: Db, id: string): Promise<ProposalRow | undefined> {
  return db.selectFrom('proposal').selectAll().where('id', '=', id).executeTakeFirst()
}

function filtered(db: Db, scope: Scope, filter: ProposalFilter) {
  let query = reached(db, scope)
  if (filter.states) query = query.where('proposal.state', 'in', filter.states)
  if (filter.cases) {
    const { cases } = filter
    query = query.where((eb) =>
      eb.or(
        cases.map((one) => eb.and([eb('proposal.origin', '=', one.origin), eb('proposal.state', 'in', one.states)])),
      ),
    )
  }
  if (filter.partnerId) query = query.where('proposal.partner_id', '=', filter.partnerId)
  if (filter.offerId) query = query.where('proposal.offer_id', '=', filter.offerId)
  if (filter.regency) query = query.where('proposal.regency_code', '=', filter.regency)
  if (filter.actorId) {
    const { actorId } = filter
    query = query.where('proposal.id', 'in', (eb) =>
      eb.selectFrom('proposal_actor').select('proposal_id').where('actor_id', '=', actorId),
    )
  }
  return query
}

/** Proposals of an actor in one of these states, by id. */
export async function findUnfinishedProposals(
  db: Db,
  states: readonly ProposalState[],
  actorId: string,
): Promise<Pick<ProposalRow, 'id'>[]> {
  return db
    .selectFrom('proposal')
    .select('proposal.id')
    .where('proposal.state', 'in', [...states])
    .where('proposal.id', 'in', (eb) =>
      eb.selectFrom('proposal_actor').select('proposal_id').where('actor_id', '=', actorId),
    )
    .orderBy('proposal.id')
    .execute()
}

/**
 * Ids of the proposals in one of these states with an actor who once allowed the partner to be proposed to it and does not
 * on a day: who ended it for good is asked of each.
 */
export async function findProposalsWithoutConsent(
  db: Db,
  states: readonly ProposalState[],
  on: string,
): Promise<string[]> {
  const receipts = (eb: ExpressionBuilder<Database, 'proposal' | 'proposal_actor'>) =>
    eb
      .selectFrom('consent_receipt as r')
      .select('r.id')
      .whereRef('r.actor_id', '=', 'proposal_actor.actor_id')
      .whereRef('r.partner_id', '=', 'proposal.partner_id')
      .where('r.purpose', '=', 'referral')
  const rows = await db
    .selectFrom('proposal')
    .innerJoin('proposal_actor', 'proposal_actor.proposal_id', 'proposal.id')
    .select('proposal.id')
    .distinct()
    .where('proposal.state', 'in', [...states])
    .where('proposal_actor.left_on', 'is', null)
    .where((eb) => eb.exists(receipts(eb)))
    .where((eb) =>
      eb.not(
        eb.exists(
          receipts(eb)
            .leftJoin('consent_withdrawal as w', (join) =>
              join.onRef('w.receipt_id', '=', 'r.id').on('w.withdrawn_on', '<=', on),
            )
            .where('r.given_on', '<=', on)
            .where('r.expires_on', '>=', on)
            .where('w.receipt_id', 'is', null),
        ),
      ),
    )
    .orderBy('proposal.id')
    .execute()
  return rows.map((row) => row.id)
}

/** Proposals within a scope, the last moved first. */
export async function findProposals(
  db: Db,
  scope: Scope,
  filter: ProposalFilter = {},
  page: { readonly limit: number; readonly offset?: number } = { limit: 100 },
): Promise<ProposalRow[]> {
  if (filter.states?.length === 0) return []
  return filtered(db, scope, filter)
    .selectAll('proposal')
    .orderBy('proposal.updated_at', 'desc')
    .orderBy('proposal.id')
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute()
}

/** How many proposals there are within a scope. */
export async function countProposals(db: Db, scope: Scope, filter: ProposalFilter = {}): Promise<number> {
  const row = await filtered(db, scope, filter)
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export async function insertProposal(
  trx: Db,
  row: ProposalRow,
  actors: readonly ProposalActorRow[],
  event: ProposalEventRow,
): Promise<void> {
  await trx.insertInto('proposal').values(row).execute()
  await trx
    .insertInto('proposal_actor')
    .values([...actors])
    .execute()
  await trx.insertInto('proposal_event').values(event).execute()
}

/**
 * Moves a proposal on from a version.
 * @returns false when somebody has moved it since: nothing was written.
 */
export async function moveProposalFrom(
  trx: Db,
  id: string,
  version: number,
  change: Partial<Omit<ProposalRow, 'id' | 'version'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('proposal')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

export async function insertProposalEvent(trx: Db, row: ProposalEventRow): Promise<void> {
  await trx.insertInto('proposal_event').values(row).execute()
}

export async function insertProposalMessage(trx: Db, row: ProposalMessageRow): Promise<void> {
  await trx.insertInto('proposal_message').values(row).execute()
}

export async function updateProposalActor(
  trx: Db,
  proposalId: string,
  position: number,
  change: Partial<Omit<ProposalActorRow, 'proposal_id' | 'position'>>,
): Promise<void> {
  await trx
    .updateTable('proposal_actor')
    .set(change)
    .where('proposal_id', '=', proposalId)
    .where('position', '=', position)
    .execute()
}

/** The actors of proposals, in their order. */
export async function findProposalActors(db: Db, proposalIds: readonly string[]): Promise<ProposalActorRow[]> {
  if (proposalIds.length === 0) return []
  return db
    .selectFrom('proposal_actor')
    .selectAll()
    .where('proposal_id', 'in', proposalIds)
    .orderBy('proposal_id')
    .orderBy('position')
    .execute()
}

/** What happened to a proposal, first things first. */
export async function findProposalEvents(db: Db, proposalId: string): Promise<ProposalEventRow[]> {
  return db.selectFrom('proposal_event').selectAll().where('proposal_id', '=', proposalId).orderBy('version').execute()
}

export async function findProposalMessages(db: Db, proposalId: string): Promise<ProposalMessageRow[]> {
  return db
    .selectFrom('proposal_message')
    .selectAll()
    .where('proposal_id', '=', proposalId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** Open or helpful proposals that already bring these actors together with an offer, by actor id. */
export async function findEngagements(
  db: Db,
  offerId: string,
  actorIds: readonly string[],
): Promise<{ readonly actorId: string; readonly proposalId: string; readonly state: ProposalState }[]> {
  if (actorIds.length === 0) return []
  const rows = await db
    .selectFrom('proposal_actor')
    .innerJoin('proposal', 'proposal.id', 'proposal_actor.proposal_id')
    .select(['proposal_actor.actor_id', 'proposal.id', 'proposal.state', 'proposal_actor.outcome'])
    .where('proposal.offer_id', '=', offerId)
    .where('proposal_actor.actor_id', 'in', actorIds)
    .where('proposal.state', 'in', ENGAGED)
    .execute()
  return rows.flatMap((row) =>
    row.actor_id === null || row.outcome === 'not_helped'
      ? []
      : [{ actorId: row.actor_id, proposalId: row.id, state: row.state }],
  )
}

/** Actors an offer is engaged with: proposed and not ended without help. */
export async function findEngagedActors(db: Db, offerId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('proposal_actor')
    .innerJoin('proposal', 'proposal.id', 'proposal_actor.proposal_id')
    .select(['proposal_actor.actor_id', 'proposal_actor.outcome'])
    .where('proposal.offer_id', '=', offerId)
    .where('proposal.state', 'in', ENGAGED)
    .execute()
  return rows.flatMap((row) => (row.actor_id === null || row.outcome === 'not_helped' ? [] : [row.actor_id]))
}

/** Offers an actor is engaged with: proposed and not ended without help. */
export async function findActorEngagements(db: Db, actorId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('proposal_actor')
    .innerJoin('proposal', 'proposal.id', 'proposal_actor.proposal_id')
    .select(['proposal.offer_id', 'proposal_actor.outcome'])
    .where('proposal_actor.actor_id', '=', actorId)
    .where('proposal.state', 'in', ENGAGED)
    .execute()
  return rows.flatMap((row) => (row.outcome === 'not_helped' ? [] : [row.offer_id]))
}
