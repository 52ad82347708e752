import type { Day } from '../values/day.ts'
import type { Offer } from '../values/offer.ts'
import type { Policy } from './policy.ts'

export interface Place {
  readonly lat: number
  readonly lng: number
}

/** Everything outside the pair that a match depends on. */
export interface MatchContext {
  readonly policy: Policy
  readonly today: Day
  /** Seats of regencies by code, for distances to service points; may be empty. */
  readonly places: ReadonlyMap<string, Place>
  /** Helped rate of all offers together, 0 to 1: what few outcomes are shrunk to. */
  readonly overallRate: number
}

export function createMatchContext(input: {
  readonly policy: Policy
  readonly today: Day
  readonly offers: readonly Offer[]
  readonly places?: ReadonlyMap<string, Place>
}): MatchContext {
  let helped = 0
  let closed = 0
  for (const offer of input.offers) {
    for (const record of offer.record ?? []) {
      helped += record.helped
      closed += record.closed
    }
  }
  return {
    policy: input.policy,
    today: input.today,
    places: input.places ?? new Map(),
    overallRate: closed > 0 ? helped / closed : input.policy.record.prior / 100,
  }
}

const EARTH_RADIUS_KM = 6371
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Great-circle distance in kilometres (haversine). */
export function distanceKm(a: Place, b: Place): number {
  const dLat = radians(b.lat - a.lat)
  const dLng = radians(b.lng - a.lng)
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLng / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}
