import type { Db } from '#db/client.ts'
import { answerCapacityRequest } from '#db/queries/capacity-requests.ts'
import { logChanges } from '#db/queries/change-log.ts'
import { putConfirmation, updatePlaces } from '#db/queries/offer-confirmations.ts'
import type { OfferDetail } from '#db/queries/offers.ts'
import { auditOffer } from './audit-offer.server.ts'
import type { LoopContext } from './loop-context.server.ts'
import { ownOffer } from './own-offer.server.ts'

/** The places as they are: the figure on record (`same`), or a new one. */
export type Places =
  | 'same'
  | {
      readonly slots: number
      readonly taken: number
      /** What the numbers count from now on; as before when left out. */
      readonly unit?: 'actor'
    }

/** Most places an offer can have: above it the answer is a slip of the pen. */
export const MOST_PLACES = 1_000_000

/** Whether two numbers can be places in all and places taken. */
export function arePlaces(slots: number, taken: number): boolean {
  return (
    Number.isSafeInteger(slots) && Number.isSafeInteger(taken) && taken >= 0 && taken <= slots && slots <= MOST_PLACES
  )
}

/**
 * Confirms the places of an offer as of today; proposals that waited for it can be accepted.
 * @throws RangeError for numbers that cannot be places.
 */
export async function confirmPlaces(context: LoopContext, offerId: string, places: Places): Promise<void> {
  await context.db.transaction().execute((trx) => confirmPlacesWithin(trx, context, offerId, places))
}

/** The same within a transaction; a request for the figure that it answers is settled too. */
export async function confirmPlacesWithin(
  trx: Db,
  context: LoopContext,
  offerId: string,
  places: Places,
): Promise<void> {
  const offer = await ownOffer(trx, context.viewer, 'offers:confirm', offerId)
  const { slots, taken } = places === 'same' ? offer.capacity : places
  const unit = places === 'same' ? offer.capacity.unit : (places.unit ?? offer.capacity.unit)
  if (slots !== null && !arePlaces(slots, taken)) throw new RangeError('no places')
  await updatePlaces(trx, offerId, { slots, taken, unit, asOf: context.today })
  await putConfirmation(trx, offerId, 'capacity', by(context))
  await trx
    .updateTable('proposal')
    .set({ confirm_capacity: 0 })
    .where('offer_id', '=', offerId)
    .where('state', 'in', ['sent', 'seen', 'clarification'])
    .execute()
  // why: groups and villages are not so many women, so such a figure answers nothing that was asked
  if (slots !== null && unit !== 'group' && unit !== 'village')
    await answerCapacityRequest(trx, offerId, { ...by(context), via: context.via })
  await told(trx, context, offer, { step: 'confirm-places', slots, taken })
}

/** Confirms that the rules of an offer still hold: the offer counts as fresh from today. */
export async function confirmRules(context: LoopContext, offerId: string): Promise<void> {
  await context.db.transaction().execute(async (trx) => {
    const offer = await ownOffer(trx, context.viewer, 'offers:confirm', offerId)
    await putConfirmation(trx, offerId, 'rules', by(context))
    await told(trx, context, offer, { step: 'confirm-rules' })
  })
}

const by = (context: LoopContext) => ({
  day: context.today,
  accountId: context.viewer.accountId,
  at: context.now,
})

async function told(
  trx: Db,
  context: LoopContext,
  offer: OfferDetail,
  detail: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  await logChanges(trx, 'offers', [offer.id], context.now)
  await auditOffer(trx, context, { action: 'proposal:answer', offerId: offer.id, partnerId: offer.partnerId, detail })
}
