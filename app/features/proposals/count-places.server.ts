import { placesNeeded } from '#app/domain/loop/sending.ts'
import type { Db } from '#db/client.ts'
import { logChanges } from '#db/queries/change-log.ts'
import { getOffer } from '#db/queries/offers.ts'
import type { ProposalRow } from '#db/schema/proposal.ts'

/**
 * Counts the places a proposal holds of its offer anew when as many of its women hold one as `to` says, after `from`: in
 * the unit the partner counts by. An offer without a number of places has none to count.
 */
export async function changePlaces(
  trx: Db,
  { now }: { readonly now: string },
  proposal: Pick<ProposalRow, 'offer_id' | 'is_group'>,
  women: { readonly from: number; readonly to: number },
): Promise<void> {
  const offer = await getOffer(trx, proposal.offer_id)
  if (!offer || offer.capacity.slots === null) return
  const placesOf = (count: number) => placesNeeded(offer, count, proposal.is_group === 1)
  const more = placesOf(women.to) - placesOf(women.from)
  if (more === 0) return
  await trx
    .updateTable('offer')
    .set({ capacity_taken: Math.max(0, offer.capacity.taken + more) })
    .where('id', '=', offer.id)
    .execute()
  await logChanges(trx, 'uptake', [offer.id], now)
}
