import { smoothedRate } from '../loop/record.ts'
import { type ActorProfile, type ClusterId, type NeedId, provinceOf, type SectorId } from '../values/actor.ts'
import type { Offer } from '../values/offer.ts'
import { distanceKm, type MatchContext } from './context.ts'
import { needWeight, type Policy } from './policy.ts'

/** Points are hundredths of a point of 100: whole numbers from 0 to 10,000, so that order never hangs on rounding. */
export type Points = number
export const FULL_POINTS = 10_000

export type FitComponent = 'need' | 'sector' | 'region' | 'cluster' | 'record'

export interface FitPart {
  readonly component: FitComponent
  /** The most this component can give. */
  readonly of: Points
  readonly points: Points
}

/** Share of the rank-weighted needs that an offer serves, in points. */
export function needPoints(policy: Policy, needs: readonly NeedId[], served: (need: NeedId) => boolean): Points {
  let all = 0
  let met = 0
  needs.forEach((need, rank) => {
    const weight = needWeight(policy, rank)
    all += weight
    if (served(need)) met += weight
  })
  return all === 0 ? 0 : Math.round((policy.weights.need * 100 * met) / all)
}

function familyOf(policy: Policy, sector: SectorId): string | null {
  for (const [family, members] of Object.entries(policy.sectorFamilies)) if (members.includes(sector)) return family
  return null
}

/** Named sector, else all sectors, else one of the same family. */
export function sectorPoints(policy: Policy, sectors: readonly SectorId[] | null, offer: Offer): Points {
  const own = sectors ?? []
  const weight = policy.weights.sector
  if (own.some((sector) => offer.sectors.includes(sector))) return weight * policy.sector.named
  const family = own.some((sector) => {
    const name = familyOf(policy, sector)
    return name !== null && offer.sectors.some((other) => familyOf(policy, other) === name)
  })
  const shares = [0]
  if (offer.sectors.includes('*')) shares.push(policy.sector.all)
  if (family) shares.push(policy.sector.family)
  return weight * Math.max(...shares)
}

/** Regency over province over national; a service point nearer than `farKm` lifts the share towards the full one. */
export function regionPoints(context: MatchContext, regency: string | null, offer: Offer): Points {
  const { policy, places } = context
  const { level, regions, known } = offer.coverage
  let share: number
  if (level === 'national') share = known ? policy.region.national : 0
  else if (regency === null) share = 0
  else if (level === 'province') share = regions.includes(provinceOf(regency)) ? policy.region.province : 0
  else share = regions.includes(regency) ? policy.region.regency : 0
  const seat = regency === null ? undefined : places.get(regency)
  if (share > 0 && seat && offer.servicePoints?.length) {
    const km = Math.min(...offer.servicePoints.map((point) => distanceKm(seat, point)))
    share = Math.round(share + (100 - share) * Math.max(0, 1 - km / policy.region.farKm))
  }
  return policy.weights.region * share
}

export function clusterPoints(policy: Policy, cluster: ClusterId | null, offer: Offer): Points {
  if (cluster === null || !offer.clusters.includes(cluster)) return 0
  const served = new Set(offer.clusters).size
  const share = served === 1 ? policy.cluster.one : served === 2 ? policy.cluster.two : policy.cluster.three
  return policy.weights.cluster * share
}

/**
 * Helped rate of this offer among actors of the same cluster, shrunk to the rate of all offers as if `strength`
 * referrals had gone that way (a beta prior); with no outcome yet it is that rate itself.
 */
export function recordPoints(context: MatchContext, cluster: ClusterId | null, offer: Offer): Points {
  const { strength } = context.policy.record
  let helped = 0
  let closed = 0
  for (const record of offer.record ?? []) {
    if (cluster !== null && record.cluster !== cluster) continue
    helped += record.helped
    closed += record.closed
  }
  const rate = smoothedRate({ hits: helped, of: closed }, { mean: context.overallRate, strength })
  return Math.round(context.policy.weights.record * 100 * rate)
}

/** Fit with its parts; the parts total the points. */
export function scoreFit(
  context: MatchContext,
  actor: ActorProfile,
  offer: Offer,
): { readonly points: Points; readonly parts: readonly FitPart[] } {
  const { policy } = context
  const given: Record<FitComponent, Points> = {
    need: needPoints(policy, actor.needs ?? [], (need) => offer.needs.includes(need)),
    sector: sectorPoints(policy, actor.sectors, offer),
    region: regionPoints(context, actor.regency, offer),
    cluster: clusterPoints(policy, actor.cluster, offer),
    record: recordPoints(context, actor.cluster, offer),
  }
  const parts = (Object.keys(given) as FitComponent[]).map((component) => ({
    component,
    of: policy.weights[component] * 100,
    points: given[component],
  }))
  return { points: parts.reduce((sum, part) => sum + part.points, 0), parts }
}
