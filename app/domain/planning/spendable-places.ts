import { capacityFinding } from '../eligibility/structural.ts'
import type { Policy } from '../matching/policy.ts'
import type { Day } from '../values/day.ts'
import type { Offer } from '../values/offer.ts'
import type { PlanCapacity } from './scenario.ts'

/** Why a plan may not spend an offer's places. */
export type UnconfirmedReason =
  /** The partner has published no number. */
  | 'not_stated'
  /** The number is older than the policy allows. */
  | 'stale'
  /** Counted in groups or villages, which are not so many women. */
  | 'unit'

export type Places =
  | { readonly spendable: true; readonly places: number; readonly from: 'partner' | 'planner' }
  | { readonly spendable: false; readonly reason: UnconfirmedReason }

/**
 * The places a plan may spend: a fresh number of the partner's less what is promised of it already, or the one the planner
 * answers for with a reason.
 * @param promised places that proposals or published programmes wait for
 */
export function spendablePlaces(
  offer: Offer,
  today: Day,
  policy: Policy,
  capacities: Readonly<Record<string, PlanCapacity>>,
  promised = 0,
): Places {
  const set = Object.hasOwn(capacities, offer.id) ? capacities[offer.id] : undefined
  if (set) return { spendable: true, places: set.places, from: 'planner' }
  const finding = capacityFinding(offer, today, policy)
  if (finding.code === 'capacity.not_stated') return { spendable: false, reason: 'not_stated' }
  if (finding.result === 'unknown') return { spendable: false, reason: 'stale' }
  if (offer.capacity.unit === 'group' || offer.capacity.unit === 'village') return { spendable: false, reason: 'unit' }
  return { spendable: true, places: Math.max(0, Number(finding.actual) - promised), from: 'partner' }
}
