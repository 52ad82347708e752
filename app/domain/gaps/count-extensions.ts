import { visitPairs } from '../board/pair-states.ts'
import { clusterCode } from '../engine/axes.ts'
import type { ActorColumns } from '../engine/columns.ts'
import type { CompiledOffers } from '../engine/compiled-offers.ts'
import type { ClusterId } from '../values/actor.ts'
import type { Offer } from '../values/offer.ts'
import type { GapFilter, OffersByActor, PlaceState, Refusals } from './count-gaps.ts'

/** What an offer would have to take in besides what it has. */
const EXTENSION_PARTS = ['region', 'cluster', 'sector'] as const
export type ExtensionPart = (typeof EXTENSION_PARTS)[number]

/** What an offer would do for the actors of a gap if it were extended to them. */
export interface Extension {
  readonly offer: string
  /** What is extended; at least one part. */
  readonly parts: readonly ExtensionPart[]
  /** True where the offer's limited area is not published: it may reach the place already, only the partner knows. */
  readonly areaUnknown: boolean
  /** Needs that nobody serves now and the extended offer would, with the number of actors who have them. */
  readonly needs: number
  readonly actors: number
  /** How many of these are the need of the gap. */
  readonly ofNeed: number
}

/** What an offer lacks for the kabupaten and kota, cluster and sector of a gap. */
export function missingParts(offer: Offer, regencies: readonly string[], filter: GapFilter): readonly ExtensionPart[] {
  const { level, regions, known } = offer.coverage
  const reaches = (regency: string): boolean =>
    (level === 'national' && known) ||
    regions.includes(level === 'province' ? (regency.split('.')[0] ?? regency) : regency)
  const lacks: Readonly<Record<ExtensionPart, boolean>> = {
    region: !regencies.every(reaches),
    cluster: filter.cluster !== null && !offer.clusters.includes(filter.cluster),
    sector: filter.sector !== null && !offer.sectors.includes('*') && !offer.sectors.includes(filter.sector),
  }
  return EXTENSION_PARTS.filter((part) => lacks[part])
}

/** The offer as it would be once it took the gap in: everywhere, since only actors of the gap are held against it. */
export function extendOffer<O extends Offer>(offer: O, filter: GapFilter): O {
  const add = <T>(list: readonly T[], value: T | null): readonly T[] =>
    value === null || list.includes(value) ? list : [...list, value]
  return {
    ...offer,
    coverage: { level: 'national', regions: [], known: true },
    clusters: add<ClusterId>(offer.clusters, filter.cluster),
    sectors: offer.sectors.includes('*') ? offer.sectors : add(offer.sectors, filter.sector),
  }
}

const bitsOf = (mask: number): number => {
  let left = mask >>> 0
  let count = 0
  while (left !== 0) {
    left &= left - 1
    count++
  }
  return count
}

/** The needs of each actor that some offer with places serves, as bits by position of the need. */
export function servedMasks(
  compiled: CompiledOffers,
  columns: ActorColumns,
  places: ReadonlyMap<string, PlaceState>,
  refused: Refusals,
): Uint32Array {
  const served = new Uint32Array(columns.size)
  visitPairs(compiled, columns, ({ actor, offer, verdict }) => {
    const { id } = compiled.offers[offer]!
    if (verdict !== 'eligible' || (places.get(id) ?? 'open') !== 'open' || refused.get(actor)?.has(id)) return
    served[actor]! |= columns.needMask[actor]! & compiled.needMask[offer]!
  })
  return served
}

interface ExtensionCount {
  readonly needs: number
  readonly actors: number
  readonly ofNeed: number
}

/**
 * For each extended offer: how many needs of how many actors of the filter it would serve that nobody serves now.
 * `extended` holds the offers as `extendOffer` makes them, as if all had places; only whoever surely meets their
 * conditions counts, and nobody an offer is `hidden` for.
 */
export function countExtensions(
  extended: CompiledOffers,
  columns: ActorColumns,
  served: Uint32Array,
  filter: GapFilter & { readonly need: string },
  hidden: OffersByActor = new Map(),
): ReadonlyMap<string, ExtensionCount> {
  const { axes, offers } = extended
  const cluster = filter.cluster === null ? null : clusterCode(filter.cluster)
  const sectorBit = filter.sector === null ? null : 1 << (axes.sectorAt.get(filter.sector) ?? 31)
  const needBit = 1 << axes.needAt.get(filter.need)!
  const counts = offers.map(() => ({ needs: 0, actors: 0, ofNeed: 0 }))
  visitPairs(extended, columns, ({ actor, offer, verdict }) => {
    if (verdict !== 'eligible' || hidden.get(actor)?.has(offers[offer]!.id)) return
    if (cluster !== null && columns.cluster[actor] !== cluster) return
    if (sectorBit !== null && (columns.sectors[actor]! & sectorBit) === 0) return
    const won = columns.needMask[actor]! & extended.needMask[offer]! & ~served[actor]!
    if (won === 0) return
    const count = counts[offer]!
    count.needs += bitsOf(won)
    count.actors += 1
    if ((won & needBit) !== 0) count.ofNeed += 1
  })
  return new Map(offers.map((offer, at) => [offer.id, counts[at]!]))
}
