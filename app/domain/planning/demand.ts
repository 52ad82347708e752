import type { ClusterId, NeedId } from '../values/actor.ts'
import type { CoverageLevel } from '../values/offer.ts'

/** An offer whose places a plan may spend. */
export interface PlanOffer {
  readonly id: string
  readonly partnerId: string
  readonly level: CoverageLevel
  readonly needs: readonly NeedId[]
  readonly places: number
}

/**
 * Which offers are open to an actor for a need. The same for very many actors, so each set stands once.
 * An empty `open` and `hand` is a need nobody can serve in this plan, and `why` says for what reason.
 */
export interface OpenSet {
  /** Positions of offers, ascending. */
  readonly open: readonly number[]
  /** Positions of offers whose number of places here was set by hand: they take no others. */
  readonly hand: readonly number[]
  readonly why: NoPlaceReason | null
}

/** Why a need got no place. */
export const NO_PLACE_REASONS = [
  /** No offer of the scope serves the need for her place, cluster and sector. */
  'no_offer',
  /** Offers reach her, and she meets the conditions of none. */
  'not_eligible',
  /** It is not decided whether she meets them. */
  'undecided',
  /** She is eligible, and the partner's places are not confirmed. */
  'unconfirmed',
  /** She has a proposal or a place of an offer for it already. */
  'under_way',
  /** Somebody decided that the offers there are be not proposed to her. */
  'hidden',
  /** The offers there are take nobody today. */
  'out_of_window',
  /** She or the offer was changed while the plan was made, and she is no longer eligible for it. */
  'changed_meanwhile',
  /** Taken out by hand. */
  'forbidden',
  /** Offers are open to her, and their places went to others. */
  'no_places',
  /** She has as many partners as the plan allows. */
  'enough_partners',
] as const
export type NoPlaceReason = (typeof NO_PLACE_REASONS)[number]

/**
 * The actors of a plan's scope as columns of plain numbers, sorted by (regency, cluster, id): large enough for the
 * country and the same after it was stored and read again.
 */
export interface PlanActors {
  readonly ids: readonly string[]
  /** Position in `regencies`. */
  readonly regency: readonly number[]
  /** 0 for an unknown cluster, else 1 to 3. */
  readonly cluster: readonly number[]
  /** The day she has waited since, as a day number; null where it is not recorded. */
  readonly since: readonly (number | null)[]
  /** 1 where nobody has helped her yet. */
  readonly first: readonly number[]
  /** How many more places she may get. */
  readonly room: readonly number[]
  /** Her needs are need[start[i] .. start[i + 1]), the most urgent first. */
  readonly start: readonly number[]
  /** Position in `needs`. */
  readonly need: readonly number[]
  /** Position in `sets`, for each need. */
  readonly set: readonly number[]
}

/** Everything a plan is made from besides the scenario: plain values, stored with the result so that it can be replayed. */
export interface PlanDemand {
  readonly regencies: readonly string[]
  readonly needs: readonly NeedId[]
  readonly offers: readonly PlanOffer[]
  readonly sets: readonly OpenSet[]
  readonly actors: PlanActors
}

/** Actors of one kabupaten, cluster, need and set of open offers who wait, with how many. */
export interface Segment {
  readonly regency: number
  readonly cluster: number
  readonly need: number
  readonly set: number
  /** 1 for women nobody has helped yet. */
  readonly first: number
  readonly waiting: number
}

/** The actors of a kabupaten and cluster together: how many women, and how many places they can take at most. */
export interface DemandGroup {
  readonly regency: number
  readonly cluster: number
  readonly first: number
  readonly women: number
  readonly most: number
}

/** What waits, counted: the size of a model does not depend on the number of actors. */
export interface CountedDemand {
  readonly segments: readonly Segment[]
  readonly groups: readonly DemandGroup[]
}

const CLUSTERS: readonly (ClusterId | null)[] = [null, 'IR1', 'IR2', 'IR3']
/** The cluster of a code of the columns. */
export const clusterOfCode = (code: number): ClusterId | null => CLUSTERS[code] ?? null

/** Counts the needs that some offer is open for, by segment, and their women by group. */
export function countDemand(demand: PlanDemand): CountedDemand {
  const { actors, sets, needs } = demand
  const width = sets.length
  const segments = new Map<number, { -readonly [K in keyof Segment]: Segment[K] }>()
  const groups = new Map<number, { -readonly [K in keyof DemandGroup]: DemandGroup[K] }>()
  for (let i = 0; i < actors.ids.length; i++) {
    const place = { regency: actors.regency[i]!, cluster: actors.cluster[i]!, first: actors.first[i]! }
    const groupKey = (place.regency * 4 + place.cluster) * 2 + place.first
    let servable = 0
    for (let n = actors.start[i]!; n < actors.start[i + 1]!; n++) {
      const set = actors.set[n]!
      if (actors.room[i] === 0 || sets[set]!.open.length + sets[set]!.hand.length === 0) continue
      servable++
      const key = (groupKey * needs.length + actors.need[n]!) * width + set
      const segment = segments.get(key)
      if (segment) segment.waiting++
      else segments.set(key, { ...place, need: actors.need[n]!, set, waiting: 1 })
    }
    if (servable === 0) continue
    const most = Math.min(servable, actors.room[i]!)
    const group = groups.get(groupKey)
    if (group) {
      group.women++
      group.most += most
    } else groups.set(groupKey, { ...place, women: 1, most })
  }
  return { segments: [...segments.values()], groups: [...groups.values()] }
}
