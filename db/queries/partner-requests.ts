import type { Scope } from '#app/domain/access/viewer.ts'
import type { ReasonId } from '#app/domain/loop/reasons.ts'
import type { Db } from '../client.ts'
import type { PartnerRequestRow } from '../schema/proposal.ts'

export async function insertPartnerRequest(trx: Db, row: PartnerRequestRow): Promise<void> {
  await trx.insertInto('partner_request').values(row).execute()
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
