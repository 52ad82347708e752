import type { Scope } from '#app/domain/access/viewer.ts'
import type { ReasonId } from '#app/domain/loop/reasons.ts'
import type { Db } from '../client.ts'
import type { PartnerRequestActorRow, PartnerRequestRow } from '../schema/proposal.ts'

/** Stores a request, with the cards it was made from where it was made from cards. */
export async function insertPartnerRequest(
  trx: Db,
  row: PartnerRequestRow,
  cards: readonly { readonly actorId: string; readonly card: string }[] = [],
): Promise<void> {
  await trx.insertInto('partner_request').values(row).execute()
  for (const [position, { actorId, card }] of cards.entries())
    await trx
      .insertInto('partner_request_actor')
      .values({ request_id: row.id, position, actor_id: actorId, card })
      .execute()
}

/** The cards requests were made from, in their order; requests without cards have none. */
export async function findRequestedActors(db: Db, requestIds: readonly string[]): Promise<PartnerRequestActorRow[]> {
  if (requestIds.length === 0) return []
  return db
    .selectFrom('partner_request_actor')
    .selectAll()
    .where('request_id', 'in', requestIds)
    .orderBy('request_id')
    .orderBy('position')
    .execute()
}

/** Open requests of an offer to a district that name no card: any proposal of that offer from there answers them. */
export async function findOpenInvitations(db: Db, offerId: string, regency: string): Promise<string[]> {
  const rows = await db
    .selectFrom('partner_request')
    .select('id')
    .where('offer_id', '=', offerId)
    .where('regency_code', '=', regency)
    .where('state', '=', 'open')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('partner_request_actor')
            .select('partner_request_actor.position')
            .whereRef('partner_request_actor.request_id', '=', 'partner_request.id'),
        ),
      ),
    )
    .execute()
  return rows.map((row) => row.id)
}

/** Requests within a scope, the latest first; those still open only when told. */
export async function findPartnerRequests(
  db: Db,
  scope: Scope,
  only: { readonly open?: boolean; readonly partnerId?: string } = {},
): Promise<PartnerRequestRow[]> {
  let query = db.selectFrom('partner_request').selectAll().orderBy('created_at', 'desc').orderBy('id').limit(200)
  if (only.open) query = query.where('state', '=', 'open')
  if (only.partnerId) query = query.where('partner_id', '=', only.partnerId)
  switch (scope.reach) {
    case 'all':
      return query.execute()
    case 'province':
      return query.where('regency_code', 'like', `${scope.province}.%`).execute()
    case 'regency':
      return query.where('regency_code', '=', scope.regency).execute()
    case 'partner':
      return query.where('partner_id', '=', scope.partnerId).execute()
    default:
      return []
  }
}

export async function getPartnerRequest(db: Db, id: string): Promise<PartnerRequestRow | undefined> {
  return db.selectFrom('partner_request').selectAll().where('id', '=', id).executeTakeFirst()
}

/**
 * Settles an open request.
 * @returns false when it was settled already.
 */
export async function settlePartnerRequest(
  trx: Db,
  id: string,
  answer: {
    readonly state: 'answered' | 'declined'
    readonly reason: ReasonId | null
    readonly text: string | null
    readonly accountId: string | null
    readonly at: string
  },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('partner_request')
    .set({
      state: answer.state,
      reason: answer.reason,
      reason_text: answer.text,
      answered_by: answer.accountId,
      answered_at: answer.at,
    })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}
