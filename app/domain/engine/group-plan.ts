import { type CompiledOffers, FAIL, PASS, placeOnly, viewForGroup } from './compiled-offers.ts'

/**
 * The candidate offers of one (regency, cluster) group, renumbered from the highest shared points down, with a bitset
 * for each sector and need, so that one actor is a few words of AND and OR.
 */
export interface GroupPlan {
  readonly count: number
  /** 32-bit words of the bitsets. */
  readonly width: number
  /** Position of the candidate among the compiled offers. */
  readonly offer: Uint16Array
  readonly points: Uint16Array
  /** 1 where a shared condition is unknown: such a pair is never more than undecided. */
  readonly unsure: Uint8Array
  readonly needMask: Uint32Array
  readonly sectorMask: Uint32Array
  readonly allSectors: Uint8Array
  readonly predicates: Uint32Array
  /** Candidates serving a sector by name: bySector[sector * width + word]; for all sectors: `anySector`. */
  readonly bySector: Uint32Array
  readonly anySector: Uint32Array
  readonly byNeed: Uint32Array
  /** Sector points by candidate: sectorPoints[(sector + 1) * count + candidate]. */
  readonly sectorPoints: Uint16Array
}

export function planGroup(compiled: CompiledOffers, regency: number, cluster: number): GroupPlan {
  const place = placeOnly(compiled.axes, regency, cluster)
  const views = compiled.offers
    .map((_, o) => ({ o, ...viewForGroup(compiled, place, o) }))
    .filter((view) => view.state !== FAIL)
    .sort((a, b) => b.points - a.points || a.o - b.o)
  const count = views.length
  const width = Math.max(1, Math.ceil(count / 32))
  const { words } = compiled.predicates
  const sectors = compiled.axes.sectors.length
  const total = compiled.offers.length
  const plan: GroupPlan = {
    count,
    width,
    offer: Uint16Array.from(views, (view) => view.o),
    points: Uint16Array.from(views, (view) => view.points),
    unsure: Uint8Array.from(views, (view) => (view.state === PASS ? 0 : 1)),
    needMask: Uint32Array.from(views, (view) => compiled.needMask[view.o]!),
    sectorMask: Uint32Array.from(views, (view) => compiled.sectorMask[view.o]!),
    allSectors: Uint8Array.from(views, (view) => compiled.allSectors[view.o]!),
    predicates: new Uint32Array(count * words),
    bySector: new Uint32Array(sectors * width),
    anySector: new Uint32Array(width),
    byNeed: new Uint32Array(compiled.axes.needs.length * width),
    sectorPoints: new Uint16Array((sectors + 1) * count),
  }
  views.forEach((view, c) => {
    const word = c >>> 5
    const bit = (1 << (c & 31)) >>> 0
    for (let w = 0; w < words; w++) plan.predicates[c * words + w] = compiled.predicates.masks[view.o * words + w]!
    if (plan.allSectors[c]) plan.anySector[word]! |= bit
    for (let s = 0; s < sectors; s++) if (plan.sectorMask[c]! & (1 << s)) plan.bySector[s * width + word]! |= bit
    for (let n = 0; n < compiled.axes.needs.length; n++)
      if (plan.needMask[c]! & (1 << n)) plan.byNeed[n * width + word]! |= bit
    for (let s = 0; s <= sectors; s++) plan.sectorPoints[s * count + c] = compiled.sectorPoints[s * total + view.o]!
  })
  return plan
}
