import { visitPairs } from '../board/pair-states.ts'
import { valueToReach } from '../eligibility/nearest-change.ts'
import { clusterCode } from '../engine/axes.ts'
import type { ActorColumns } from '../engine/columns.ts'
import type { CompiledOffers } from '../engine/compiled-offers.ts'
import type { ClusterId } from '../values/actor.ts'
import type { FactId } from '../values/facts.ts'

/** What an offer's places are, for a gap; `shut`: it takes nobody today, its window is not open. */
export type PlaceState = 'open' | 'unconfirmed' | 'full' | 'shut'

/**
 * Where a need of an actor stands: exactly one of these, the best that any offer gives her.
 * `served`: eligible for an offer with places, or with none stated. `unconfirmed`: eligible, the figure of places is old.
 * `ask_area`: only the partner can say whether its limited area takes hers in. `undecided`: a fact of hers is not known.
 * `full`: eligible, no places left. `one_change`: not eligible, one fact away that can be changed. `not_eligible`: further
 * away. `hidden`: somebody decided that the offers there are be not proposed to her. `out_of_window`: the offers there are
 * take nobody today. `no_offer`: no offer serves the need for her place, cluster and sector.
 */
export const GAP_STATES = [
  'served',
  'unconfirmed',
  'ask_area',
  'undecided',
  'full',
  'one_change',
  'not_eligible',
  'hidden',
  'out_of_window',
  'no_offer',
] as const
export type GapState = (typeof GAP_STATES)[number]

export interface GapCell {
  /** Null for actors whose kabupaten or kota is unknown. */
  readonly regency: string | null
  readonly need: string
  /** Actors who need it; the states partition it. */
  readonly wanted: number
  readonly states: Readonly<Record<GapState, number>>
  /** For actors who are not eligible: which facts stand in the way of at least one offer, with how many actors. */
  readonly blockers: Readonly<Partial<Record<FactId, number>>>
  /** For actors who are one change away: which single fact would open an offer to them, with how many actors. */
  readonly unlocks: Readonly<Partial<Record<FactId, number>>>
}

/** What a cell holds besides its place and need. */
export type GapSum = Pick<GapCell, 'wanted' | 'states' | 'blockers' | 'unlocks'>

/** Offers by position of the actor. */
export type OffersByActor = ReadonlyMap<number, ReadonlySet<string>>

/** Offers that declined an actor for want of places and have not confirmed new ones since. */
export type Refusals = OffersByActor

export interface GapFilter {
  readonly cluster: ClusterId | null
  readonly sector: string | null
}

const RANK: Readonly<Record<GapState, number>> = {
  served: 9,
  unconfirmed: 8,
  ask_area: 7,
  undecided: 6,
  full: 5,
  one_change: 4,
  not_eligible: 3,
  hidden: 2,
  out_of_window: 1,
  no_offer: 0,
}
const BY_RANK = [...GAP_STATES].sort((a, b) => RANK[a] - RANK[b])

interface Draft {
  wanted: number
  states: Record<GapState, number>
  blockers: Partial<Record<FactId, number>>
  unlocks: Partial<Record<FactId, number>>
}

/**
 * Need against supply, by kabupaten and need. `compiled` holds the offers as if all had places and were open today; `places`
 * says how each stands; an offer that `refused` an actor has no place for her, and one `hidden` for her is none of hers.
 * One pass of the matching engine over the columns.
 */
export function countGaps(
  compiled: CompiledOffers,
  columns: ActorColumns,
  places: ReadonlyMap<string, PlaceState>,
  filter: GapFilter,
  refused: Refusals = new Map(),
  hidden: OffersByActor = new Map(),
): readonly GapCell[] {
  const { axes, offers } = compiled
  const canOpen = reachability(compiled)
  const cells = new Map<number, Draft>()
  const cluster = filter.cluster === null ? null : clusterCode(filter.cluster)
  const sectorBit = filter.sector === null ? null : 1 << (axes.sectorAt.get(filter.sector) ?? 31)
  const best = new Uint8Array(axes.needs.length)
  const blocked = axes.needs.map(() => new Set<FactId>())
  const unlocking = axes.needs.map(() => new Set<FactId>())
  let current = 0

  const settle = (): void => {
    const i = current++
    const inside =
      (cluster === null || columns.cluster[i] === cluster) &&
      (sectorBit === null || (columns.sectors[i]! & sectorBit) !== 0)
    for (let at = columns.needStart[i]!; inside && at < columns.needStart[i + 1]!; at++) {
      const need = columns.needIds[at]!
      const key = columns.regency[i]! * 64 + need
      let cell = cells.get(key)
      if (!cell) {
        cell = { wanted: 0, states: emptyStates(), blockers: {}, unlocks: {} }
        cells.set(key, cell)
      }
      cell.wanted++
      const state = BY_RANK[best[need]!]!
      cell.states[state]++
      if (state === 'one_change' || state === 'not_eligible')
        for (const fact of blocked[need]!) cell.blockers[fact] = (cell.blockers[fact] ?? 0) + 1
      if (state === 'one_change')
        for (const fact of unlocking[need]!) cell.unlocks[fact] = (cell.unlocks[fact] ?? 0) + 1
    }
    best.fill(0)
    for (const set of blocked) set.clear()
    for (const set of unlocking) set.clear()
  }

  /** Whether her own place, cluster or sector is not known: then it is she who is asked, not the partner. */
  const placeUnknown = (actor: number, offer: number): boolean =>
    columns.cluster[actor] === 0 ||
    columns.regency[actor]! >= axes.regencies.length ||
    (columns.sectors[actor] === 0 && compiled.allSectors[offer] === 0)

  visitPairs(compiled, columns, ({ actor, offer, verdict, structuralUnknown, open, holdsTooMuch }) => {
    while (current < actor) settle()
    const mask = columns.needMask[actor]! & compiled.needMask[offer]!
    if (mask === 0) return
    const { id } = offers[offer]!
    const place = refused.get(actor)?.has(id) ? 'full' : (places.get(id) ?? 'open')
    let state: GapState
    if (place === 'shut') state = 'out_of_window'
    else if (hidden.get(actor)?.has(id)) state = 'hidden'
    else if (verdict === 'eligible') state = place === 'open' ? 'served' : place
    else if (verdict === 'undecided')
      state = structuralUnknown && open.length === 0 && !placeUnknown(actor, offer) ? 'ask_area' : 'undecided'
    else
      state =
        open.length === 1 && !structuralUnknown && !holdsTooMuch && canOpen(offer, open[0]!)
          ? 'one_change'
          : 'not_eligible'
    const rank = RANK[state]
    for (let need = 0; need < best.length; need++) {
      if ((mask & (1 << need)) === 0) continue
      if (rank > best[need]!) best[need] = rank
      if (state === 'one_change' || state === 'not_eligible') for (const fact of open) blocked[need]!.add(fact)
      if (state === 'one_change') unlocking[need]!.add(open[0]!)
    }
  })
  while (current < columns.size) settle()

  return [...cells]
    .sort(([a], [b]) => a - b)
    .map(([key, cell]) => ({
      regency: axes.regencies[Math.floor(key / 64)] ?? null,
      need: axes.needs[key % 64]!,
      ...cell,
    }))
}

/** Whether a change of one fact can meet an offer's conditions on it: the fact can be changed, and its value be reached. */
function reachability({ offers, context }: CompiledOffers): (offer: number, fact: FactId) => boolean {
  const known = offers.map(() => new Map<FactId, boolean>())
  return (offer, fact) => {
    const found = known[offer]!.get(fact)
    if (found !== undefined) return found
    const answer = valueToReach(offers[offer]!, fact, null, context.policy) !== null
    known[offer]!.set(fact, answer)
    return answer
  }
}

export const emptyStates = (): Record<GapState, number> => ({
  served: 0,
  unconfirmed: 0,
  ask_area: 0,
  undecided: 0,
  full: 0,
  one_change: 0,
  not_eligible: 0,
  hidden: 0,
  out_of_window: 0,
  no_offer: 0,
})

/** Everything that is not served: what somebody has to do something about. */
export function gapOf(cell: Pick<GapCell, 'wanted' | 'states'>): number {
  return cell.wanted - cell.states.served
}

/** Cells added up by a key, in the order of their first cell. */
export function sumGaps(cells: readonly GapCell[], keyOf: (cell: GapCell) => string): ReadonlyMap<string, GapSum> {
  const sums = new Map<string, Draft>()
  for (const cell of cells) {
    const key = keyOf(cell)
    let sum = sums.get(key)
    if (!sum) {
      sum = { wanted: 0, states: emptyStates(), blockers: {}, unlocks: {} }
      sums.set(key, sum)
    }
    sum.wanted += cell.wanted
    for (const state of GAP_STATES) sum.states[state] += cell.states[state]
    for (const key of ['blockers', 'unlocks'] as const)
      for (const [fact, actors] of Object.entries(cell[key]) as [FactId, number][])
        sum[key][fact] = (sum[key][fact] ?? 0) + actors
  }
  return sums
}
