import type { Offer } from '#app/domain/values/offer.ts'
import type { Db } from '../client.ts'

export type ConfirmationKind = 'capacity' | 'rules'

/** Keeps that a partner confirmed its places or rules on a day. */
export async function putConfirmation(
  trx: Db,
  offerId: string,
  kind: ConfirmationKind,
  by: { readonly day: string; readonly accountId: string | null; readonly at: string },
): Promise<void> {
  const change = { confirmed_on: by.day, account_id: by.accountId, at: by.at }
  await trx
    .insertInto('offer_confirmation')
    .values({ offer_id: offerId, kind, ...change })
    .onConflict((conflict) => conflict.columns(['offer_id', 'kind']).doUpdateSet(change))
    .execute()
}

/** The day the rules of offers were last confirmed by their partners, by offer. */
export async function findRuleConfirmations(
  db: Db,
  offerIds?: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (offerIds?.length === 0) return new Map()
  let query = db.selectFrom('offer_confirmation').select(['offer_id', 'confirmed_on']).where('kind', '=', 'rules')
  if (offerIds) query = query.where('offer_id', 'in', offerIds)
  return new Map((await query.execute()).map((row) => [row.offer_id, row.confirmed_on]))
}

/** Stores how many places an offer has and how many are taken, as of a day. */
export async function updatePlaces(
  trx: Db,
  offerId: string,
  places: {
    readonly slots: number | null
    readonly taken: number
    readonly asOf: string
    /** What the numbers count; as before when left out. */
    readonly unit?: Offer['capacity']['unit']
  },
): Promise<void> {
  await trx
    .updateTable('offer')
    .set({
      capacity_slots: places.slots,
      capacity_taken: places.taken,
      capacity_as_of: places.asOf,
      ...(places.unit === undefined ? {} : { capacity_unit: places.unit }),
    })
    .where('id', '=', offerId)
    .execute()
}
