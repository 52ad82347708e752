import type { IsHidden } from '../board/hidden-pairs.ts'
import { visitPairs } from '../board/pair-states.ts'
import type { ActorColumns } from '../engine/columns.ts'
import type { CompiledOffers } from '../engine/compiled-offers.ts'
import type { ClusterId } from '../values/actor.ts'
import { dayNumber } from '../values/day.ts'
import type { NoPlaceReason, OpenSet, PlanDemand } from './demand.ts'
import { clusterOfCode } from './demand.ts'

/**
 * What a plan's demand is read from; the offers are compiled as if all had places and were open today, since places are the
 * plan's matter and those outside their window are named by `shut`.
 */
export interface DemandSource {
  readonly compiled: CompiledOffers
  readonly columns: ActorColumns
  /** Actor ids and the day each has waited since, by position. */
  readonly ids: readonly string[]
  readonly days: readonly (string | null)[]
  /** Places a plan may spend, by offer id; an offer that is not here has none it may. */
  readonly places: ReadonlyMap<string, number>
  readonly clusters: readonly ClusterId[]
  readonly needs: readonly string[]
  readonly perActor: number
  readonly undecided: boolean
  /** Offers an actor has a proposal or collaboration of already. */
  readonly engaged: ReadonlyMap<string, ReadonlySet<string>>
  /** Pairs that are not to be proposed. */
  readonly isHidden: IsHidden
  /** Offers that take nobody today. */
  readonly shut: ReadonlySet<string>
  /** Actors some partner has helped before. */
  readonly helped: ReadonlySet<string>
}

export interface BuiltDemand {
  readonly demand: PlanDemand
  /** Actors who are eligible for an offer whose places are not confirmed, by offer id. */
  readonly waitingFor: ReadonlyMap<string, number>
}

/** What a need without an open offer has met with; the reasons told first stand first. */
const REASONS: readonly (readonly [number, NoPlaceReason])[] = [
  [1, 'under_way'],
  [2, 'unconfirmed'],
  [4, 'undecided'],
  [8, 'not_eligible'],
  [16, 'hidden'],
  [32, 'out_of_window'],
]
const FLAG: ReadonlyMap<NoPlaceReason, number> = new Map(REASONS.map(([flag, reason]) => [reason, flag]))

/** Who needs what in a scope, and which offers of the plan are open to her: one pass of the matching engine. */
export function buildDemand(source: DemandSource): BuiltDemand {
  const { compiled, columns, places } = source
  const { axes, offers } = compiled
  const spendable = offers.flatMap((offer, at) => (places.has(offer.id) ? [at] : []))
  const planAt = new Map(spendable.map((at, position) => [at, position]))
  const wantedNeeds = source.needs.length === 0 ? axes.needs : source.needs
  const wantedMask = wantedNeeds.reduce((mask, need) => mask | (1 << axes.needAt.get(need)!), 0)
  const clusters = source.clusters.length === 0 ? null : new Set<ClusterId | null>(source.clusters)
  const waitingFor = new Map<string, number>()
  const sets: OpenSet[] = []
  const setAt = new Map<string, number>()
  const out = {
    ids: [] as string[],
    regency: [] as number[],
    cluster: [] as number[],
    since: [] as (number | null)[],
    first: [] as number[],
    room: [] as number[],
    start: [0],
    need: [] as number[],
    set: [] as number[],
  }
  const open = axes.needs.map((): number[] => [])
  const flags = new Uint8Array(axes.needs.length)
  let current = 0

  const settle = (): void => {
    const i = current
    const mask = columns.needMask[i]! & wantedMask
    const inside = clusters === null || clusters.has(clusterOfCode(columns.cluster[i]!))
    if (mask !== 0 && inside && columns.regency[i]! < axes.regencies.length) {
      out.ids.push(source.ids[i]!)
      out.regency.push(columns.regency[i]!)
      out.cluster.push(columns.cluster[i]!)
      out.since.push(dayNumber(source.days[i]))
      out.first.push(source.helped.has(source.ids[i]!) ? 0 : 1)
      out.room.push(source.perActor)
      for (let at = columns.needStart[i]!; at < columns.needStart[i + 1]!; at++) {
        const need = columns.needIds[at]!
        if ((mask & (1 << need)) === 0) continue
        out.need.push(need)
        out.set.push(setOf(open[need]!, flags[need]!))
      }
      out.start.push(out.need.length)
    }
    for (const list of open) list.length = 0
    flags.fill(0)
    current++
  }
  const setOf = (list: readonly number[], flag: number): number => {
    const key = list.length > 0 ? list.join() : `!${flag}`
    const found = setAt.get(key)
    if (found !== undefined) return found
    const met = REASONS.find(([bit]) => (flag & bit) !== 0)?.[1] ?? 'no_offer'
    const why = list.length > 0 ? null : met
    const at = sets.push({ open: [...list], hand: [], why }) - 1
    setAt.set(key, at)
    return at
  }

  visitPairs(compiled, columns, ({ actor, offer, verdict }) => {
    while (current < actor) settle()
    const mask = columns.needMask[actor]! & compiled.needMask[offer]! & wantedMask
    if (mask === 0) return
    const { id } = offers[offer]!
    const herId = source.ids[actor]!
    const aside = source.engaged.get(herId)?.has(id)
      ? 'under_way'
      : source.shut.has(id)
        ? 'out_of_window'
        : source.isHidden(herId, id)
          ? 'hidden'
          : null
    const position = planAt.get(offer)
    const good = aside === null && (verdict === 'eligible' || (verdict === 'undecided' && source.undecided))
    if (good && position === undefined) waitingFor.set(id, (waitingFor.get(id) ?? 0) + 1)
    const reason = aside ?? (good ? 'unconfirmed' : verdict === 'undecided' ? 'undecided' : 'not_eligible')
    const flag = FLAG.get(reason)!
    for (let need = 0; need < axes.needs.length; need++) {
      if ((mask & (1 << need)) === 0) continue
      if (good && position !== undefined) open[need]!.push(position)
      else flags[need]! |= flag
    }
  })
  while (current < columns.size) settle()

  return {
    demand: {
      regencies: axes.regencies,
      needs: axes.needs,
      offers: spendable.map((at) => {
        const offer = offers[at]!
        return {
          id: offer.id,
          partnerId: offer.partnerId,
          level: offer.coverage.level,
          needs: offer.needs,
          places: places.get(offer.id)!,
        }
      }),
      sets,
      actors: out,
    },
    waitingFor,
  }
}
