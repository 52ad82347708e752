import {
  capacityFinding,
  clusterFinding,
  regionFinding,
  statusFinding,
  windowFinding,
} from '../eligibility/structural.ts'
import type { MatchContext } from '../matching/context.ts'
import { clusterPoints, recordPoints, regionPoints, sectorPoints } from '../matching/fit.ts'
import { provinceOf } from '../values/actor.ts'
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
  /** By regency, then offer, so that a regency's offers lie together; the last row is for an unknown regency. */
  readonly regionState: Uint8Array
  readonly regionPoints: Uint16Array
  /** By offer, then cluster code; points are those of cluster and record together. */
  readonly clusterState: Uint8Array
  readonly clusterPoints: Uint16Array
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
    ...regionTables(context, axes, offers),
    ...clusterTables(context, offers),
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

function regionTables(context: MatchContext, axes: Axes, offers: readonly Offer[]) {
  const count = offers.length
  const regionState = new Uint8Array(count * (axes.regencies.length + 1))
  const points = new Uint16Array(regionState.length)
  offers.forEach((offer, o) => {
    const set = (at: number, regency: string | null) => {
      const state = RESULT[regionFinding({ regency }, offer).result]
      regionState[at * count + o] = state
      if (state !== FAIL) points[at * count + o] = regionPoints(context, regency, offer)
    }
    // why: almost every regency is the same to an offer; only named places and distances make a difference
    const { level, regions } = offer.coverage
    const place = level === 'province' ? provinceOf : (code: string) => code
    const named = new Set(level === 'national' ? [] : regions)
    const elsewhere = axes.regencies.findIndex((code) => !named.has(place(code)))
    if (elsewhere >= 0) set(elsewhere, axes.regencies[elsewhere]!)
    axes.regencies.forEach((code, at) => {
      if (named.has(place(code)) || offer.servicePoints?.length) set(at, code)
      else {
        regionState[at * count + o] = regionState[elsewhere * count + o]!
        points[at * count + o] = points[elsewhere * count + o]!
      }
    })
    set(axes.regencies.length, null)
  })
  return { regionState, regionPoints: points }
}

function clusterTables(context: MatchContext, offers: readonly Offer[]) {
  const clusterState = new Uint8Array(offers.length * 4)
  const points = new Uint16Array(offers.length * 4)
  offers.forEach((offer, o) => {
    for (let code = 0; code < 4; code++) {
      const cluster = clusterFromCode(code)
      clusterState[o * 4 + code] = RESULT[clusterFinding({ cluster }, offer).result]
      points[o * 4 + code] = clusterPoints(context.policy, cluster, offer) + recordPoints(context, cluster, offer)
    }
  })
  return { clusterState, clusterPoints: points }
}

/** Where a regency's row of the region tables starts. */
const regionRow = (compiled: CompiledOffers, regency: number): number =>
  (regency === NO_REGENCY ? compiled.axes.regencies.length : regency) * compiled.offers.length

/**
 * Positions of the offers that can be had in a regency by some cluster, ascending, written into `into`.
 * @returns how many there are.
 */
export function reachOf(compiled: CompiledOffers, regency: number, into: Uint16Array): number {
  const row = regionRow(compiled, regency)
  let count = 0
  for (let o = 0; o < compiled.offers.length; o++) {
    if (compiled.standing[o] !== FAIL && compiled.regionState[row + o] !== FAIL) into[count++] = o
  }
  return count
}

/**
 * Region, cluster, status, window and capacity of an offer together, for the actors of a (regency, cluster) group.
 * `regency` is a position or NO_REGENCY, `cluster` a code.
 */
export function groupState(compiled: CompiledOffers, regency: number, cluster: number, o: number): number {
  const region = compiled.regionState[regionRow(compiled, regency) + o]!
  return Math.min(compiled.standing[o]!, region, compiled.clusterState[o * 4 + cluster]!)
}

/** Points of region, cluster and record that the actors of a group share. */
export function groupPoints(compiled: CompiledOffers, regency: number, cluster: number, o: number): number {
  return compiled.regionPoints[regionRow(compiled, regency) + o]! + compiled.clusterPoints[o * 4 + cluster]!
}
