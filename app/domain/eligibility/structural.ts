import type { Policy } from '../matching/policy.ts'
import { type ActorProfile, provinceOf } from '../values/actor.ts'
import { type Day, daysBetween } from '../values/day.ts'
import type { Offer } from '../values/offer.ts'
import type { Finding } from './finding.ts'

/** Where an actor stands towards an offer's area. */
export function regionFinding(actor: Pick<ActorProfile, 'regency'>, offer: Offer): Finding {
  const { level, regions, known } = offer.coverage
  const threshold = level === 'national' ? ['*'] : regions
  const base = { condition: 'region', actual: actor.regency, threshold } as const
  if (level === 'national' && known) return { ...base, result: 'pass', code: 'region.national' }
  if (actor.regency === null) return { ...base, result: 'unknown', code: 'region.actor_unknown' }
  const place = level === 'province' ? provinceOf(actor.regency) : actor.regency
  if (regions.includes(place))
    return { ...base, result: 'pass', code: level === 'province' ? 'region.province' : 'region.regency' }
  // why: a limited area whose list is not known is neither everywhere nor nowhere
  if (!known) return { ...base, result: 'unknown', code: 'region.ask_partner' }
  return { ...base, result: 'fail', code: 'region.outside' }
}

export function clusterFinding(actor: Pick<ActorProfile, 'cluster'>, offer: Offer): Finding {
  const base = { condition: 'cluster', actual: actor.cluster, threshold: offer.clusters } as const
  if (actor.cluster === null) return { ...base, result: 'unknown', code: 'cluster.unknown' }
  return offer.clusters.includes(actor.cluster)
    ? { ...base, result: 'pass', code: 'cluster.served' }
    : { ...base, result: 'fail', code: 'cluster.not_served' }
}

export function sectorFinding(actor: ActorProfile, offer: Offer): Finding {
  const base = { condition: 'sector', actual: actor.sectors, threshold: offer.sectors } as const
  if (actor.sectors?.some((sector) => offer.sectors.includes(sector)))
    return { ...base, result: 'pass', code: 'sector.named' }
  if (offer.sectors.includes('*')) return { ...base, result: 'pass', code: 'sector.all' }
  if (actor.sectors === null || actor.sectors.length === 0)
    return { ...base, result: 'unknown', code: 'sector.unknown' }
  return { ...base, result: 'fail', code: 'sector.not_served' }
}

export function needFinding(actor: ActorProfile, offer: Offer): Finding {
  const base = { condition: 'need', actual: actor.needs, threshold: offer.needs } as const
  if (actor.needs === null) return { ...base, result: 'unknown', code: 'need.unknown' }
  return actor.needs.some((need) => offer.needs.includes(need))
    ? { ...base, result: 'pass', code: 'need.shared' }
    : { ...base, result: 'fail', code: 'need.none_shared' }
}

/** A programme of the past fails; one not yet verified passes and carries the mark. */
export function statusFinding(offer: Offer): Finding {
  const base = { condition: 'status', actual: offer.status, threshold: ['current', 'unverified'] } as const
  if (offer.status === 'historical') return { ...base, result: 'fail', code: 'status.historical' }
  return { ...base, result: 'pass', code: offer.status === 'current' ? 'status.current' : 'status.unverified' }
}

export function windowFinding(offer: Offer, today: Day): Finding {
  const { opens, closes } = offer.window
  const base = { condition: 'window', actual: today, threshold: [opens, closes].map((day) => day ?? '') } as const
  if (opens === null && closes === null) return { ...base, result: 'pass', code: 'window.none_stated' }
  if ((daysBetween(opens, today) ?? 0) < 0) return { ...base, result: 'fail', code: 'window.not_yet' }
  if ((daysBetween(today, closes) ?? 0) < 0) return { ...base, result: 'fail', code: 'window.closed' }
  return { ...base, result: 'pass', code: 'window.open' }
}

/** Places left. A figure older than the policy allows is unknown; where none was published nothing limits. */
export function capacityFinding(offer: Offer, today: Day, policy: Policy): Finding {
  const { slots, taken, asOf } = offer.capacity
  if (slots === null)
    return { condition: 'capacity', result: 'pass', code: 'capacity.not_stated', actual: null, threshold: null }
  const left = Math.max(0, slots - taken)
  const base = { condition: 'capacity', actual: left, threshold: 1 } as const
  const age = daysBetween(asOf, today)
  if (age === null || age > policy.capacityMaxAgeDays) return { ...base, result: 'unknown', code: 'capacity.stale' }
  return left > 0
    ? { ...base, result: 'pass', code: 'capacity.places_left' }
    : { ...base, result: 'fail', code: 'capacity.full' }
}

/** Only where collaborations are recorded: an actor is not proposed twice for one offer. */
export function collaborationFinding(actor: ActorProfile, offer: Offer): Finding | null {
  if (!actor.collaborations) return null
  const engaged = actor.collaborations.includes(offer.id)
  return {
    condition: 'collaboration',
    result: engaged ? 'fail' : 'pass',
    code: engaged ? 'collaboration.existing' : 'collaboration.none',
    actual: engaged,
    threshold: false,
  }
}
