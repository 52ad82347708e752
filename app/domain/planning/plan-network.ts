import { provinceOf } from '../values/actor.ts'
import type { CountedDemand, DemandGroup, OpenSet, PlanOffer, Segment } from './demand.ts'
import { type Network, type NetworkSwitch, OUTSIDE } from './network.ts'
import { networkBuilder } from './network-builder.ts'
import type { PlanFloor, PlanGoal, PlanProgrammes } from './scenario.ts'

/** A number of places set by hand for an offer, a kabupaten and a need. */
export interface HandNumber {
  readonly offer: number
  readonly regency: number
  readonly need: number
  readonly places: number
}

/** What a model is built from. */
export interface PlanModelInput extends CountedDemand {
  readonly regencies: readonly string[]
  readonly offers: readonly PlanOffer[]
  readonly sets: readonly OpenSet[]
  readonly numbers: readonly HandNumber[]
  readonly goals: readonly PlanGoal[]
  readonly floor: PlanFloor | null
  readonly programmes: PlanProgrammes | null
  /** Places that count towards the floor of an area already (pinned by hand, or given in an earlier round). */
  readonly alreadyPlaced?: ReadonlyMap<string, number>
  /** An area whose floor is left out, to see what it costs. */
  readonly exempt?: string
  /** Worth of a need covered; 1 where it is not given. Whole numbers. */
  readonly needWorth?: (segment: Segment) => number
  /** Worth of a place of an offer in the goal "near", instead of how local the offer is. Whole numbers. */
  readonly offerWorth?: (offer: PlanOffer, segment: Segment) => number
}

export interface FloorArea {
  /** A province code, regency code or cluster code. */
  readonly area: string
  /** Needs some offer is open for, no more than each actor may get. */
  readonly servable: number
  /** Units the floor asks for besides those that were placed already. */
  readonly asked: number
  /** All it asks for. */
  readonly askedInAll: number
  readonly arc: number
}

/** A network with what its parts mean. */
export interface PlanModel {
  readonly network: Network
  /** The arc that brings in the places of each offer. */
  readonly offerArc: readonly number[]
  readonly offerNode: readonly number[]
  /** The arc and node of each segment, in the order of the demand. */
  readonly segmentArc: readonly number[]
  readonly segmentNode: readonly number[]
  readonly floors: readonly FloorArea[]
  /** The arc of each number set by hand. */
  readonly numberArc: readonly number[]
}

/** Places of an offer for a kabupaten get 2, for a province 1, for the country 0 in the goal "near". */
export const NEARNESS = { regency: 2, province: 1, national: 0 } as const

/**
 * The plan as a tree: offer, pool of (cluster, need) at the level of the offer's coverage, province, kabupaten, all
 * actors of a kabupaten and cluster, area of the floor, outside. Pools split where actors differ in the offers open to
 * them, so a flow never puts an actor with an offer she cannot have. Size does not grow with pairs of offer and actor.
 */
export function buildPlanModel(input: PlanModelInput): PlanModel {
  const names = input.numbers.length > 0 ? ['hand', ...input.goals] : [...input.goals]
  const build = networkBuilder(names)
  const { offers, regencies } = input

  const offerNode = offers.map(() => build.node())
  const offerArc = offers.map((offer, o) => build.arc(OUTSIDE, offerNode[o]!, offer.places))
  const numberNode = input.numbers.map(() => build.node())
  const numberArc = input.numbers.map((number, n) =>
    build.arc(offerNode[number.offer]!, numberNode[n]!, number.places, { hand: 1 }),
  )
  const numbersAt = new Map<string, number[]>()
  input.numbers.forEach((number, n) => {
    const key = `${number.regency} ${number.need}`
    numbersAt.set(key, [...(numbersAt.get(key) ?? []), n])
  })

  const levels = input.sets.map((set) => ({
    national: set.open.filter((o) => offers[o]!.level === 'national'),
    province: set.open.filter((o) => offers[o]!.level === 'province'),
    regency: set.open.filter((o) => offers[o]!.level === 'regency'),
  }))
  const listIds = new Map<string, number>()
  const idOf = (list: readonly number[]): number => {
    const key = list.join()
    if (!listIds.has(key)) listIds.set(key, listIds.size)
    return listIds.get(key)!
  }
  const levelIds = levels.map((level) => ({ national: idOf(level.national), province: idOf(level.province) }))

  const pools = new Map<string, number>()
  const pool = (key: string, segment: Segment, members: readonly number[], parent: () => number | null): number => {
    const found = pools.get(key)
    if (found !== undefined) return found
    const node = build.node()
    pools.set(key, node)
    for (const o of members) {
      const near = input.offerWorth?.(offers[o]!, segment) ?? NEARNESS[offers[o]!.level]
      build.arc(offerNode[o]!, node, Number.POSITIVE_INFINITY, { near })
    }
    const above = parent()
    if (above !== null) build.arc(above, node, Number.POSITIVE_INFINITY)
    return node
  }

  const groupNode = new Map<number, number>()
  const groupKey = (place: Segment | DemandGroup): number => (place.regency * 4 + place.cluster) * 2 + place.first
  for (const group of input.groups) groupNode.set(groupKey(group), build.node())

  const segmentNode: number[] = []
  const segmentArc = input.segments.map((segment) => {
    const { national, province } = levelIds[segment.set]!
    const parts = levels[segment.set]!
    const at = `${segment.cluster} ${segment.need} ${national}`
    const ofProvince = `${at} ${province} ${provinceOf(regencies[segment.regency]!)}`
    const country = () => (parts.national.length === 0 ? null : pool(at, segment, parts.national, () => null))
    const above = () =>
      parts.national.length + parts.province.length === 0 ? null : pool(ofProvince, segment, parts.province, country)
    const node = pool(`${ofProvince} ${segment.regency} ${segment.set} ${segment.first}`, segment, parts.regency, above)
    segmentNode.push(node)
    for (const n of numbersAt.get(`${segment.regency} ${segment.need}`) ?? [])
      if (input.sets[segment.set]!.hand.includes(input.numbers[n]!.offer))
        build.arc(numberNode[n]!, node, Number.POSITIVE_INFINITY)
    return build.arc(node, groupNode.get(groupKey(segment))!, segment.waiting, {
      covered: input.needWorth?.(segment) ?? 1,
    })
  })

  const floors = joinGroups(input, build, groupNode, groupKey)
  return {
    network: build.finish(switchesOf(input, offerArc), input.programmes?.most ?? null),
    offerArc,
    offerNode,
    segmentArc,
    segmentNode,
    floors,
    numberArc,
  }
}

function switchesOf(input: PlanModelInput, offerArc: readonly number[]): readonly NetworkSwitch[] {
  if (!input.programmes) return []
  const minimum = Math.max(1, input.programmes.minimumBatch)
  return offerArc.map((arc) => ({ arc, minimum }))
}

/** The area whose floor a group counts for. */
export function areaOf(per: PlanFloor['per'], regency: string, cluster: number): string {
  if (per === 'cluster') return cluster === 0 ? '' : `IR${cluster}`
  return per === 'regency' ? regency : provinceOf(regency)
}

function joinGroups(
  input: PlanModelInput,
  build: ReturnType<typeof networkBuilder>,
  groupNode: ReadonlyMap<number, number>,
  groupKey: (group: DemandGroup) => number,
): readonly FloorArea[] {
  const { floor } = input
  const areas = new Map<string, { node: number; servable: number }>()
  for (const group of input.groups) {
    const from = groupNode.get(groupKey(group))!
    let to = OUTSIDE
    if (floor) {
      const name = areaOf(floor.per, input.regencies[group.regency]!, group.cluster)
      const area = areas.get(name) ?? { node: build.node(), servable: 0 }
      area.servable += group.most
      areas.set(name, area)
      to = area.node
    }
    // why: of what a woman gets only the first place counts for those nobody has helped yet
    const firsts = group.first === 1 ? group.women : 0
    if (firsts > 0) build.arc(from, to, firsts, { never_helped: 1 })
    if (group.most > firsts) build.arc(from, to, group.most - firsts)
  }
  return [...areas].map(([area, { node, servable }]) => {
    const placed = input.alreadyPlaced?.get(area) ?? 0
    // why: 0.3 x 10 is 3.0000000000000004 to a computer, and nobody asked for four
    const share = Math.ceil((servable + placed) * floor!.share - 1e-9)
    const askedInAll = area === input.exempt ? 0 : share
    const asked = Math.max(0, askedInAll - placed)
    const arc = build.arc(node, OUTSIDE, asked, { floor: 1 })
    build.arc(node, OUTSIDE, Number.POSITIVE_INFINITY)
    return { area, servable: servable + placed, asked, askedInAll, arc }
  })
}
