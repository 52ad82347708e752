import { visitPairs } from '../board/pair-states.ts'
import { clusterCode } from '../engine/axes.ts'
import type { ActorColumns } from '../engine/columns.ts'
import type { CompiledOffers } from '../engine/compiled-offers.ts'
import type { ClusterId } from '../values/actor.ts'
import type { PlaceState, Refusals } from './count-gaps.ts'

/** A cell of the gap board: a need somewhere, of a cluster and sector or of all. */
export interface GapKey {
  /** A province, or a kabupaten or kota; null for the country. */
  readonly region: string | null
  readonly cluster: ClusterId | null
  readonly sector: string | null
  readonly need: string
}

/** Who serves a cell: offers for whose places at least one of its actors is surely eligible. */
export interface GapService {
  readonly wanted: number
  readonly unserved: number
  /** How many actors of the cell each offer serves, by offer id. */
  readonly servers: Readonly<Record<string, number>>
  /** The same for actors who were there when the gap was noted, and whom none of the offers of before serves. */
  readonly newcomers: Readonly<Record<string, number>>
  /** By how many of those who were there each offer of before serves more, as after it was extended; never more than are served now and were not. */
  readonly grown: Readonly<Record<string, number>>
}

export interface AskedGap {
  readonly key: GapKey
  /** How many actors of the cell each offer served when the gap was noted, by offer id, and how many were served at all. */
  readonly before: Readonly<Record<string, number>>
  readonly servedBefore: number
  /** The instant at which it was noted. */
  readonly notedAt: string
}

/**
 * Which offers serve each of these cells: one pass of the matching engine, however many cells.
 * @param joined the instant each actor came into the records, by position; those who came before any gap may be left out
 */
export function serviceOfGaps(
  compiled: CompiledOffers,
  columns: ActorColumns,
  places: ReadonlyMap<string, PlaceState>,
  refused: Refusals,
  asked: readonly AskedGap[],
  joined: ReadonlyMap<number, string> = new Map(),
): readonly GapService[] {
  const { axes, offers } = compiled
  const cells = asked.map(({ key, before, servedBefore, notedAt }) => ({
    notedAt,
    servedBefore,
    need: axes.needAt.get(key.need) ?? -1,
    cluster: key.cluster === null ? null : clusterCode(key.cluster),
    sectorBit: key.sector === null ? null : 1 << (axes.sectorAt.get(key.sector) ?? 31),
    before: new Map(Object.entries(before)),
    servedThen: 0,
    earlier: {} as Record<string, number>,
    wanted: 0,
    unserved: 0,
    servers: {} as Record<string, number>,
    newcomers: {} as Record<string, number>,
  }))
  const cellsOf = axes.regencies.map((regency) =>
    cells.filter((_, at) => {
      const { region } = asked[at]!.key
      return region === null || region === regency || regency.startsWith(`${region}.`)
    }),
  )
  const everywhere = cells.filter((_, at) => asked[at]!.key.region === null)
  const serving = axes.needs.map((): number[] => [])
  let current = 0
  const settle = (): void => {
    const i = current++
    for (const cell of cellsOf[columns.regency[i]!] ?? everywhere) {
      if (cell.need < 0 || (columns.needMask[i]! & (1 << cell.need)) === 0) continue
      if (cell.cluster !== null && columns.cluster[i] !== cell.cluster) continue
      if (cell.sectorBit !== null && (columns.sectors[i]! & cell.sectorBit) === 0) continue
      const ids = serving[cell.need]!.map((offer) => offers[offer]!.id)
      const wasThere = (joined.get(i) ?? '') <= cell.notedAt
      const counts = wasThere && !ids.some((id) => cell.before.has(id))
      cell.wanted++
      if (wasThere && ids.length > 0) cell.servedThen++
      if (ids.length === 0) cell.unserved++
      for (const id of ids) {
        cell.servers[id] = (cell.servers[id] ?? 0) + 1
        if (counts) cell.newcomers[id] = (cell.newcomers[id] ?? 0) + 1
        if (wasThere && cell.before.has(id)) cell.earlier[id] = (cell.earlier[id] ?? 0) + 1
      }
    }
    for (const list of serving) list.length = 0
  }
  visitPairs(compiled, columns, ({ actor, offer, verdict }) => {
    while (current < actor) settle()
    const { id } = offers[offer]!
    if (verdict !== 'eligible' || (places.get(id) ?? 'open') !== 'open' || refused.get(actor)?.has(id)) return
    const mask = columns.needMask[actor]! & compiled.needMask[offer]!
    for (let need = 0; need < serving.length; need++) if ((mask & (1 << need)) !== 0) serving[need]!.push(offer)
  })
  while (current < columns.size) settle()
  return cells.map(({ wanted, unserved, servers, newcomers, before, earlier, servedThen, servedBefore }) => {
    const grown = Object.entries(earlier).flatMap(([id, now]): [string, number][] => {
      const more = Math.min(now - before.get(id)!, servedThen - servedBefore)
      return more > 0 ? [[id, more]] : []
    })
    return { wanted, unserved, servers, newcomers, grown: Object.fromEntries(grown) }
  })
}

/** The offer that matches a gap, with how many of its actors it serves. */
export interface GapMatch {
  readonly offer: string
  readonly actors: number
}

/**
 * What closes a gap: an offer that now serves actors of the cell whom none of the offers of before serves, or, once nobody
 * is left without, one of before that was extended to those it did not serve. Null while no offer matches: nothing else
 * closes a gap.
 */
export function closingMatch({ newcomers, grown, unserved }: GapService): GapMatch | null {
  return mostServing(newcomers) ?? (unserved === 0 ? mostServing(grown) : null)
}

/** Whether a gap is gone without an offer for it: nobody is left without, because they left, changed or need it no more. */
export function isGone(service: GapService): boolean {
  return service.unserved === 0 && closingMatch(service) === null
}

function mostServing(counts: Readonly<Record<string, number>>): GapMatch | null {
  let best: GapMatch | null = null
  for (const [offer, actors] of Object.entries(counts))
    if (best === null || actors > best.actors || (actors === best.actors && offer < best.offer))
      best = { offer, actors }
  return best
}
