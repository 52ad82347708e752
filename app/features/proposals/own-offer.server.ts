import type { Permission } from '#app/domain/access/permissions.ts'
import type { Viewer } from '#app/domain/access/viewer.ts'
import { demand, demandPartner } from '#app/lib/guard.server.ts'
import { notFound } from '#app/lib/responses.server.ts'
import type { Db } from '#db/client.ts'
import { getOffer, type OfferDetail } from '#db/queries/offers.ts'

/** An offer of a partner the viewer may act for. @throws Response 401, 403 or 404. */
export async function ownOffer(trx: Db, viewer: Viewer, permission: Permission, offerId: string): Promise<OfferDetail> {
  demand(viewer, permission)
  const offer = await getOffer(trx, offerId)
  if (!offer) throw notFound()
  demandPartner(viewer, offer.partnerId)
  return offer
}
