import { type PublishedOffer, publishedOffer } from '#app/features/offers/published-offer.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { getPartner, type Partner } from '#db/queries/partners.ts'
import { findRegions, regionLabel } from '#db/queries/regions.ts'

export interface PartnerPage {
  readonly partner: Partner & { readonly offers: readonly PublishedOffer[] }
  /** Labels of the regions its offers name. */
  readonly regionNames: Readonly<Record<string, string>>
}

const STATUS_ORDER = { current: 0, unverified: 1, historical: 2 } as const

/** A partner with its offers, running ones first; null when there is no such partner. */
export async function loadPartnerPage(
  { db, viewer }: Pick<RequestContext, 'db' | 'viewer'>,
  partnerId: string,
): Promise<PartnerPage | null> {
  demand(viewer, 'partners:read')
  const partner = await getPartner(db, partnerId)
  if (!partner) return null
  const named = new Set(partner.offers.flatMap((offer) => offer.coverage.regions))
  const regions = (await findRegions(db)).filter((region) => named.has(region.code))
  const offers = [...partner.offers].sort((a, b) => STATUS_ORDER[a.status] - STATUS_ORDER[b.status])
  return {
    partner: { ...partner, offers: offers.map(publishedOffer) },
    regionNames: Object.fromEntries(regions.map((region) => [region.code, regionLabel(region)])),
  }
}
