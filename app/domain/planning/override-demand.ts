import type { OpenSet, PlanDemand } from './demand.ts'
import type { Award } from './hand-out.ts'
import type { HandNumber } from './plan-network.ts'
import type { PlanOverride } from './scenario.ts'

/** Why hand work cannot be done as asked; `other` is the override it contradicts. */
export interface OverrideFault {
  readonly code:
    | 'unknown_offer'
    | 'unknown_actor'
    | 'unknown_regency'
    | 'not_open'
    | 'pin_and_forbid'
    | 'pin_twice'
    | 'number_twice'
    | 'number_and_forbid'
    | 'number_below_pins'
    | 'over_room'
    | 'over_places'
    /** A programme with pinned places cannot fill its minimum batch. */
    | 'below_batch'
    /** More programmes have pinned places than may run. */
    | 'over_most'
  /** Position of the override in the scenario. */
  readonly at: number
  readonly other: number | null
}

export interface OverriddenDemand {
  readonly demand: PlanDemand
  readonly pinned: readonly Award[]
  readonly numbers: readonly (HandNumber & { readonly at: number })[]
  readonly faults: readonly OverrideFault[]
}

/** Writes sets once each, and maps those of actors to them. */
function setBook(sets: readonly OpenSet[]) {
  const list = [...sets]
  const at = new Map(list.map((set, index) => [JSON.stringify(set), index]))
  return {
    list,
    add(set: OpenSet): number {
      const key = JSON.stringify(set)
      const found = at.get(key)
      if (found !== undefined) return found
      at.set(key, list.push(set) - 1)
      return list.length - 1
    },
  }
}

/**
 * The demand once places are given: the needs met wait no longer, the actors have less room, the offers fewer places, and
 * nobody is offered the same programme twice.
 */
export function afterAwards(demand: PlanDemand, awards: readonly Award[]): PlanDemand {
  const { actors } = demand
  const book = setBook(demand.sets)
  const set = [...actors.set]
  const room = [...actors.room]
  const first = [...actors.first]
  const places = demand.offers.map((offer) => offer.places)
  for (const award of awards) {
    room[award.actor]!--
    first[award.actor] = 0
    places[award.offer]!--
    for (let n = actors.start[award.actor]!; n < actors.start[award.actor + 1]!; n++) {
      const now = book.list[set[n]!]!
      const without = (offers: readonly number[]) => offers.filter((offer) => offer !== award.offer)
      if (actors.need[n] === award.need) set[n] = book.add({ open: [], hand: [], why: null })
      else if (now.open.includes(award.offer) || now.hand.includes(award.offer)) {
        const open = without(now.open)
        const hand = without(now.hand)
        set[n] = book.add({ open, hand, why: open.length + hand.length > 0 ? null : 'no_places' })
      }
    }
  }
  return {
    ...demand,
    offers: demand.offers.map((offer, at) => ({ ...offer, places: places[at]! })),
    sets: book.list,
    actors: { ...actors, set, room, first },
  }
}

/** The demand as hand work leaves it; with faults it must not be solved. */
export function overrideDemand(demand: PlanDemand, overrides: readonly PlanOverride[]): OverriddenDemand {
  if (overrides.length === 0) return { demand, pinned: [], numbers: [], faults: [] }
  const { actors } = demand
  const offerAt = new Map(demand.offers.map((offer, at) => [offer.id, at]))
  const named = new Set(overrides.flatMap((one) => ('actor' in one && one.actor !== null ? [one.actor] : [])))
  const actorAt = new Map<string, number>()
  if (named.size > 0) actors.ids.forEach((id, at) => void (named.has(id) && actorAt.set(id, at)))
  const faults: OverrideFault[] = []
  const fault = (code: OverrideFault['code'], at: number, other: number | null = null) =>
    faults.push({ code, at, other })

  const pins: (Award & { at: number })[] = []
  const numbers: { offer: number; regency: number; need: number; places: number; at: number }[] = []
  const forbids: { offer: number; regency: number | null; actor: number | null; at: number }[] = []
  for (const [at, one] of overrides.entries()) {
    const offer = offerAt.get(one.offer)
    const regency = 'regency' in one && one.regency !== null ? demand.regencies.indexOf(one.regency) : null
    const actor = 'actor' in one && one.actor !== null ? actorAt.get(one.actor) : null
    if (offer === undefined) fault('unknown_offer', at)
    else if (regency === -1) fault('unknown_regency', at)
    else if (actor === undefined) fault('unknown_actor', at)
    else if (one.kind === 'forbid') forbids.push({ offer, regency, actor, at })
    else if (one.kind === 'number') {
      const need = demand.needs.indexOf(one.need)
      if (need < 0) fault('not_open', at)
      else numbers.push({ offer, regency: regency!, need, places: one.places, at })
    } else {
      const need = pinnedNeed(demand, actor!, offer, one.need, pins)
      if (need === undefined) fault('not_open', at)
      else pins.push({ actor: actor!, offer, need, at })
    }
  }
  checkPins(demand, pins, forbids, fault)
  checkNumbers(demand, numbers, pins, forbids, fault)
  if (faults.length > 0) return { demand, pinned: [], numbers: [], faults }

  const pinned = pins.map(({ actor, offer, need }) => ({ actor, offer, need }))
  const rest = numbers.map((number) => ({
    ...number,
    places: number.places - pins.filter((pin) => meets(demand, pin, number)).length,
  }))
  return {
    demand: shutOut(afterAwards(demand, pinned), rest, forbids),
    pinned,
    numbers: rest,
    faults: [],
  }
}

/** The need a pin is for: the one named, or her most urgent one that the offer is open for and no other pin has. */
function pinnedNeed(
  demand: PlanDemand,
  actor: number,
  offer: number,
  named: string | null,
  pins: readonly Award[],
): number | undefined {
  const { actors } = demand
  const open: number[] = []
  for (let n = actors.start[actor]!; n < actors.start[actor + 1]!; n++) {
    const wanted = named === null || demand.needs[actors.need[n]!] === named
    if (wanted && demand.sets[actors.set[n]!]!.open.includes(offer)) open.push(actors.need[n]!)
  }
  return open.find((need) => !pins.some((pin) => pin.actor === actor && pin.need === need)) ?? open[0]
}

type Fault = (code: OverrideFault['code'], at: number, other?: number | null) => unknown
interface Forbid {
  readonly offer: number
  readonly regency: number | null
  readonly actor: number | null
  readonly at: number
}
type Pin = Award & { readonly at: number }
type SetNumber = HandNumber & { readonly at: number }

const meets = (demand: PlanDemand, pin: Award, number: HandNumber): boolean =>
  pin.offer === number.offer && pin.need === number.need && demand.actors.regency[pin.actor] === number.regency

function checkPins(demand: PlanDemand, pins: readonly Pin[], forbids: readonly Forbid[], fault: Fault): void {
  const perActor = new Map<number, number>()
  const perOffer = new Map<number, number>()
  pins.forEach((pin, index) => {
    const twin = pins
      .slice(0, index)
      .find((other) => other.actor === pin.actor && (other.offer === pin.offer || other.need === pin.need))
    if (twin) fault('pin_twice', pin.at, twin.at)
    const forbid = forbids.find(
      (one) =>
        one.offer === pin.offer &&
        (one.actor === null || one.actor === pin.actor) &&
        (one.regency === null || one.regency === demand.actors.regency[pin.actor]),
    )
    if (forbid) fault('pin_and_forbid', pin.at, forbid.at)
    perActor.set(pin.actor, (perActor.get(pin.actor) ?? 0) + 1)
    perOffer.set(pin.offer, (perOffer.get(pin.offer) ?? 0) + 1)
    if (perActor.get(pin.actor)! > demand.actors.room[pin.actor]!) fault('over_room', pin.at)
    if (perOffer.get(pin.offer)! > demand.offers[pin.offer]!.places) fault('over_places', pin.at)
  })
}

function checkNumbers(
  demand: PlanDemand,
  numbers: readonly SetNumber[],
  pins: readonly Pin[],
  forbids: readonly Forbid[],
  fault: Fault,
): void {
  const perOffer = new Map<number, number>()
  numbers.forEach((number, index) => {
    const twin = numbers
      .slice(0, index)
      .find((other) => other.offer === number.offer && other.regency === number.regency && other.need === number.need)
    if (twin) fault('number_twice', number.at, twin.at)
    const forbid = forbids.find(
      (one) =>
        one.offer === number.offer && one.actor === null && (one.regency === null || one.regency === number.regency),
    )
    if (forbid && number.places > 0) fault('number_and_forbid', number.at, forbid.at)
    if (pins.filter((pin) => meets(demand, pin, number)).length > number.places)
      fault('number_below_pins', number.at, pins.find((pin) => meets(demand, pin, number))!.at)
    const before = perOffer.get(number.offer) ?? pins.filter((pin) => pin.offer === number.offer).length
    const apart = number.places - pins.filter((pin) => meets(demand, pin, number)).length
    perOffer.set(number.offer, before + apart)
    if (before + apart > demand.offers[number.offer]!.places) fault('over_places', number.at)
  })
}

/** Takes offers out of the sets where they are forbidden, and sets those apart whose number is set by hand. */
function shutOut(demand: PlanDemand, numbers: readonly SetNumber[], forbids: readonly Forbid[]): PlanDemand {
  const { actors } = demand
  const book = setBook(demand.sets)
  const set = [...actors.set]
  const kept = new Map<string, number>()
  for (let i = 0; i < actors.ids.length; i++) {
    const shut = forbids.filter(
      (one) => (one.actor === null || one.actor === i) && (one.regency === null || one.regency === actors.regency[i]),
    )
    const byHand = numbers.filter((one) => one.regency === actors.regency[i])
    if (shut.length + byHand.length === 0) continue
    for (let n = actors.start[i]!; n < actors.start[i + 1]!; n++) {
      const out = shut.map((one) => one.offer)
      const apart = byHand.filter((one) => one.need === actors.need[n]).map((one) => one.offer)
      const key = `${set[n]} ${out} ${apart}`
      if (!kept.has(key)) kept.set(key, book.add(splitSet(book.list[set[n]!]!, out, apart)))
      set[n] = kept.get(key)!
    }
  }
  return { ...demand, sets: book.list, actors: { ...actors, set } }
}

function splitSet(set: OpenSet, out: readonly number[], apart: readonly number[]): OpenSet {
  if (set.open.length === 0) return set
  const left = set.open.filter((offer) => !out.includes(offer))
  const open = left.filter((offer) => !apart.includes(offer))
  const hand = left.filter((offer) => apart.includes(offer))
  return { open, hand, why: left.length === 0 ? 'forbidden' : null }
}
