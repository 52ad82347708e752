import { capacityFinding, regionFinding, statusFinding, windowFinding } from '../eligibility/structural.ts'
import type { MatchContext } from '../matching/context.ts'
import { clusterPoints, recordPoints, regionPoints, sectorPoints } from '../matching/fit.ts'
import type { ActorProfile } from '../values/actor.ts'
import type { Offer } from '../values/offer.ts'
import { type Axes, clusterFromCode, maskOf, NO_REGENCY } from './axes.ts'
import { collectPredicates, type Predicates } from './predicates.ts'

/** Three values as numbers: bit tests are cheaper than strings. */
export const FAIL = 0
export const UNKNOWN = 1
export const PASS = 2

/** Offers prepared for the engine, sorted by id: position is the order among equal scores. */
export interface CompiledOffers {
  readonly offers: readonly Offer[]
  readonly context: MatchContext
  readonly axes: Axes
  readonly predicates: Predicates
  readonly needMask: Uint32Array
  readonly sectorMask: Uint32Array
  readonly allSectors: Uint8Array
  /** Status, window and capacity together: the same for every actor. */
  readonly standing: Uint8Array
  /** Points for a sector: sectorPoints[(sector + 1) * offers + offer]; row 0 is for no sector known. */
  readonly sectorPoints: Uint16Array
}

const RESULT = { fail: FAIL, unknown: UNKNOWN, pass: PASS } as const

export function compileOffers(context: MatchContext, axes: Axes, input: readonly Offer[]): CompiledOffers {
  const offers = [...input].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const count = offers.length
  const perSector = new Uint16Array((axes.sectors.length + 1) * count)
  offers.forEach((offer, o) => {
    perSector[o] = sectorPoints(context.policy, null, offer)
    axes.sectors.forEach((sector, s) => {
      perSector[(s + 1) * count + o] = sectorPoints(context.policy, [sector], offer)
    })
  })
  return {
    offers,
    context,
    axes,
    predicates: collectPredicates(offers),
    needMask: Uint32Array.from(offers, (offer) => maskOf(axes.needAt, offer.needs)),
    sectorMask: Uint32Array.from(offers, (offer) =>
      maskOf(
        axes.sectorAt,
        offer.sectors.filter((sector) => sector !== '*'),
      ),
    ),
    allSectors: Uint8Array.from(offers, (offer) => (offer.sectors.includes('*') ? 1 : 0)),
    standing: Uint8Array.from(offers, (offer) =>
      Math.min(
        RESULT[statusFinding(offer).result],
        RESULT[windowFinding(offer, context.today).result],
        RESULT[capacityFinding(offer, context.today, context.policy).result],
      ),
    ),
    sectorPoints: perSector,
  }
}

/** An actor known only by her place: enough for the structural conditions that groups share. */
export function placeOnly(axes: Axes, regency: number, cluster: number): ActorProfile {
  return {
    id: '',
    regency: regency === NO_REGENCY ? null : axes.regencies[regency]!,
    village: null,
    sectors: null,
    cluster: clusterFromCode(cluster),
    needs: null,
    facts: {},
    factsAsOf: null,
  }
}

/** What a (regency, cluster) group shares about one offer. */
export interface GroupView {
  /** Region, cluster, status, window and capacity together. */
  readonly state: number
  /** Points of region, cluster and record. */
  readonly points: number
}

export function viewForGroup(compiled: CompiledOffers, place: ActorProfile, o: number): GroupView {
  const offer = compiled.offers[o]!
  const standing = compiled.standing[o]!
  if (standing === FAIL) return { state: FAIL, points: 0 }
  const region = RESULT[regionFinding(place, offer).result]
  const cluster = place.cluster === null ? UNKNOWN : offer.clusters.includes(place.cluster) ? PASS : FAIL
  const state = Math.min(standing, region, cluster)
  if (state === FAIL) return { state, points: 0 }
  return {
    state,
    points:
      regionPoints(compiled.context, place.regency, offer) +
      clusterPoints(compiled.context.policy, place.cluster, offer) +
      recordPoints(compiled.context, place.cluster, offer),
  }
}
