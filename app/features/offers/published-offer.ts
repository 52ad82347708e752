import type { OfferDetail } from '#db/queries/offers.ts'

/**
 * An offer as everybody may read it: what its partner published. What it has become here stays out, since whoever fetches
 * a page twice could subtract: places taken by proposals, and outcomes.
 */
export type PublishedOffer = Pick<
  OfferDetail,
  | 'id'
  | 'name'
  | 'tie'
  | 'status'
  | 'needs'
  | 'sectors'
  | 'clusters'
  | 'coverage'
  | 'conditions'
  | 'window'
  | 'capacityNote'
  | 'capacityPeriod'
> & { readonly capacity: Pick<OfferDetail['capacity'], 'slots' | 'unit' | 'asOf'> }

export function publishedOffer(offer: OfferDetail): PublishedOffer {
  const { id, name, tie, status, needs, sectors, clusters, coverage, conditions, window } = offer
  const { slots, unit, asOf } = offer.capacity
  const { capacityNote, capacityPeriod } = offer
  return {
    id,
    name,
    tie,
    status,
    needs,
    sectors,
    clusters,
    coverage,
    conditions,
    window,
    capacityNote,
    capacityPeriod,
    capacity: { slots, unit, asOf },
  }
}
