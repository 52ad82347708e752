import type { Db } from '../client.ts'
import type { CapacityLinkRow, CapacityRequestRow } from '../schema/capacity-request.ts'

export async function insertCapacityRequest(trx: Db, row: CapacityRequestRow): Promise<void> {
  await trx.insertInto('capacity_request').values(row).execute()
}

export async function getCapacityRequest(db: Db, id: string): Promise<CapacityRequestRow | undefined> {
  return db.selectFrom('capacity_request').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Requests that wait for an answer, by offer. */
export async function findOpenCapacityRequests(
  db: Db,
  only: { readonly offerIds: readonly string[] },
): Promise<ReadonlyMap<string, CapacityRequestRow>> {
  if (only.offerIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('capacity_request')
    .selectAll()
    .where('answered_at', 'is', null)
    .where('offer_id', 'in', only.offerIds)
    .execute()
  return new Map(rows.map((row) => [row.offer_id, row]))
}

/** Settles what was asked about an offer's places, if anything was. */
export async function answerCapacityRequest(
  trx: Db,
  offerId: string,
  by: { readonly accountId: string | null; readonly at: string; readonly via: 'page' | 'link' | 'clock' },
): Promise<void> {
  await trx
    .updateTable('capacity_request')
    .set({ answered_by: by.accountId, answered_at: by.at, answered_via: by.via })
    .where('offer_id', '=', offerId)
    .where('answered_at', 'is', null)
    .execute()
}

export async function insertCapacityLink(trx: Db, row: CapacityLinkRow): Promise<void> {
  await trx.insertInto('capacity_link').values(row).execute()
}

export async function getCapacityLink(db: Db, tokenHash: string): Promise<CapacityLinkRow | undefined> {
  return db.selectFrom('capacity_link').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
}

/**
 * Uses a link up.
 * @returns false when it was used before, has expired, does not exist, or its account answers for the partner no longer: of
 * two at once one gets true.
 */
export async function claimCapacityLink(trx: Db, tokenHash: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('capacity_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where((eb) =>
      eb.or([
        eb('account_id', 'is', null),
        eb.exists(
          eb
            .selectFrom('account')
            .innerJoin('capacity_request', 'capacity_request.partner_id', 'account.partner_id')
            .select('account.id')
            .whereRef('account.id', '=', 'capacity_link.account_id')
            .whereRef('capacity_request.id', '=', 'capacity_link.request_id')
            .where('account.disabled_at', 'is', null),
        ),
      ]),
    )
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}
