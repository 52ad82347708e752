import type { PlanDemand } from './demand.ts'
import { compareWaiting } from './waiting-order.ts'

/** A place for an actor. All positions. */
export interface Award {
  readonly actor: number
  readonly offer: number
  readonly need: number
}

/** Places of an offer for a need of the actors of a kabupaten and cluster. */
export interface PlaceCount {
  readonly offer: number
  readonly regency: number
  readonly cluster: number
  readonly need: number
  readonly places: number
}

interface Slot {
  readonly offer: number
  readonly need: number
  free: number
  readonly holders: Set<number>
}

/**
 * Gives the places of each kabupaten and cluster to persons: each in the order of the fair rule gets a first place before
 * anybody gets a second. Somebody earlier in the order never loses her place to somebody later, but may be moved to
 * another offer that serves her as well, so that fewer places stay empty. Nobody gets an offer twice, a need twice, an
 * offer that is not open to her, or more places than she has room for.
 */
export function handOut(
  demand: PlanDemand,
  counts: readonly PlaceCount[],
  seed: number,
  firstCounts: boolean,
): readonly Award[] {
  const { actors } = demand
  const groupOf = (regency: number, cluster: number): number => regency * 4 + cluster
  const slots = new Map<number, Slot[]>()
  for (const { regency, cluster, offer, need, places } of counts) {
    const list = slots.get(groupOf(regency, cluster)) ?? []
    slots.set(groupOf(regency, cluster), list)
    const same = list.find((slot) => slot.offer === offer && slot.need === need)
    if (same) same.free += places
    else list.push({ offer, need, free: places, holders: new Set() })
  }
  const members = new Map<number, number[]>()
  for (let i = 0; i < actors.ids.length; i++) {
    const group = groupOf(actors.regency[i]!, actors.cluster[i]!)
    if (!slots.has(group)) continue
    const list = members.get(group)
    if (list) list.push(i)
    else members.set(group, [i])
  }
  const order = compareWaiting(seed, firstCounts)
  const waiting = (i: number) => ({ id: actors.ids[i]!, since: actors.since[i]!, first: actors.first[i]! })
  const openOffers = demand.sets.map((set) => new Set([...set.open, ...set.hand]))
  const awards: Award[] = []
  for (const [group, list] of slots) {
    const queue = (members.get(group) ?? []).map((i) => ({ i, ...waiting(i) })).sort(order)
    handOutGroup(
      demand,
      openOffers,
      list.sort((a, b) => a.offer - b.offer || a.need - b.need),
      queue.map(({ i }) => i),
      awards,
    )
  }
  return awards.sort((a, b) => a.actor - b.actor || a.need - b.need)
}

function handOutGroup(
  demand: PlanDemand,
  openOffers: readonly ReadonlySet<number>[],
  slots: readonly Slot[],
  queue: readonly number[],
  awards: Award[],
): void {
  const { actors } = demand
  const held = new Map<number, Slot[]>()
  /** Slots she could hold, her most urgent need first, the partner nearest to her first. */
  const wanted = (i: number): readonly Slot[] => {
    const list: Slot[] = []
    for (let n = actors.start[i]!; n < actors.start[i + 1]!; n++)
      for (const slot of slots)
        if (slot.need === actors.need[n] && openOffers[actors.set[n]!]!.has(slot.offer)) list.push(slot)
    return list
  }
  const mayHold = (i: number, slot: Slot): boolean =>
    (held.get(i) ?? []).every((other) => other.need !== slot.need && other.offer !== slot.offer)
  const take = (i: number, slot: Slot): void => {
    held.set(i, [...(held.get(i) ?? []), slot])
    slot.holders.add(i)
    slot.free--
  }
  const release = (i: number, slot: Slot): void => {
    held.set(
      i,
      held.get(i)!.filter((other) => other !== slot),
    )
    slot.holders.delete(i)
    slot.free++
  }
  const seen = new Set<Slot>()
  const give = (i: number): boolean => {
    const open = wanted(i).filter((slot) => !seen.has(slot) && mayHold(i, slot))
    const free = open.find((slot) => slot.free > 0)
    if (free) {
      take(i, free)
      return true
    }
    for (const slot of open) {
      if (seen.has(slot)) continue
      seen.add(slot)
      for (const holder of [...slot.holders]) {
        release(holder, slot)
        if (give(holder)) {
          take(i, slot)
          return true
        }
        take(holder, slot)
      }
    }
    return false
  }
  let left = [...queue]
  // why: a slot that no exchange could free stays taken for the rest of the round, so it is not searched again
  for (let round = 1; left.length > 0; round++) {
    seen.clear()
    left = left.filter((i) => {
      if (actors.room[i]! < round) return false
      const before = new Set(seen)
      const given = give(i)
      if (given) {
        seen.clear()
        for (const slot of before) seen.add(slot)
      }
      return given
    })
  }
  for (const [actor, list] of held) for (const { offer, need } of list) awards.push({ actor, offer, need })
}
