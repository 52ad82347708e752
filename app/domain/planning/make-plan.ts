import { clusterOfCode, countDemand, type PlanDemand } from './demand.ts'
import { sumsOf } from './goal-sums.ts'
import { type Award, handOut, type PlaceCount } from './hand-out.ts'
import { type Flow, type FlowSolver, SolveStopped } from './network.ts'
import { afterAwards, type OverrideFault, overrideDemand } from './override-demand.ts'
import { placesOf } from './places-of-flow.ts'
import { type PlanExtras, workOutExtras } from './plan-extras.ts'
import { modelFor, placedByArea } from './plan-model.ts'
import type { HandNumber, PlanModel } from './plan-network.ts'
import type { GoalSums, PlanAnswer, PlanOfferUse, PlanPlaces, PlanUnplaced } from './plan-result.ts'
import { goalsOf, type Scenario } from './scenario.ts'

/** Steps of the work, for a progress line: done of total. */
export type PlanProgress = (done: number, total: number) => void

const MOST_ROUNDS = 6

/**
 * A plan for a demand: the best numbers of places, then persons, who are re-solved for as long as places are left that
 * a number could not know to be unfit. Pure: the same demand, scenario and solver give the same plan.
 */
export function makePlan(
  demand: PlanDemand,
  scenario: Scenario,
  solve: FlowSolver,
  onProgress: PlanProgress = () => {},
): PlanAnswer {
  const overridden = overrideDemand(demand, scenario.overrides)
  const faults = [...overridden.faults, ...pinsOverMost(demand, scenario)]
  if (faults.length > 0) return { outcome: 'contradiction', faults }
  if (demand.actors.ids.length === 0) return { outcome: 'empty_scope' }
  if (demand.offers.every((offer) => offer.places === 0)) return { outcome: 'no_places' }
  if (demand.sets.every((set) => set.open.length === 0)) return { outcome: 'nothing_open' }
  const dropped: string[] = []
  try {
    for (;;) {
      const attempt = fillRounds(overridden.demand, overridden.pinned, overridden.numbers, scenario, solve, dropped)
      const short = attempt ? shortBatches(demand, attempt.awards, scenario) : []
      const stuck = pinShort(demand, overridden.pinned, attempt ? short : null, scenario)
      if (!attempt || stuck.length > 0) return { outcome: 'contradiction', faults: stuck }
      if (short.length === 0) return finish(demand, scenario, solve, overridden, attempt, dropped, onProgress)
      dropped.push(...short)
    }
  } catch (error) {
    if (error instanceof SolveStopped) return { outcome: 'out_of_time' }
    throw error
  }
}

interface Attempt {
  readonly model: PlanModel
  readonly flow: Flow
  readonly awards: readonly Award[]
  readonly rest: PlanDemand
  readonly rounds: number
}

function fillRounds(
  start: PlanDemand,
  pinned: readonly Award[],
  numbers: readonly HandNumber[],
  scenario: Scenario,
  solve: FlowSolver,
  dropped: readonly string[],
): Attempt | null {
  let demand: PlanDemand = {
    ...start,
    offers: start.offers.map((offer) => (dropped.includes(offer.id) ? { ...offer, places: 0 } : offer)),
  }
  let left = numbers
  let awards: readonly Award[] = pinned
  let first: { model: PlanModel; flow: Flow } | null = null
  const firstCounts = goalsOf(scenario).includes('never_helped')
  for (let round = 1; ; round++) {
    // why: what runs has its minimum from the first round on, and what does not run must not start
    const later = first === null ? scenario : { ...scenario, programmes: null }
    const model = modelFor(demand, { awards, numbers: left }, later)
    let flow: Flow
    try {
      flow = solve(model.network)
    } catch (error) {
      if (first === null || !(error instanceof SolveStopped)) throw error
      return { ...first, awards, rest: demand, rounds: round - 1 }
    }
    if (flow.status === 'infeasible') return null
    first ??= { model, flow }
    const counts = placesOf(demand, model, flow.units, left)
    const given = handOut(demand, counts, scenario.seed, firstCounts)
    awards = [...awards, ...given]
    left = left.map((number) => ({ ...number, places: number.places - givenFor(demand, given, number) }))
    demand = afterAwards(demand, given)
    if (round === 1) demand = stopTheUnused(demand, model, flow)
    const places = counts.reduce((sum, count) => sum + count.places, 0)
    if (given.length === 0 || given.length === places || round === MOST_ROUNDS)
      return { ...first, awards, rest: demand, rounds: round }
  }
}

const givenFor = (demand: PlanDemand, given: readonly Award[], number: HandNumber): number =>
  given.filter(
    (award) =>
      award.offer === number.offer &&
      award.need === number.need &&
      demand.actors.regency[award.actor] === number.regency,
  ).length

function stopTheUnused(demand: PlanDemand, model: PlanModel, flow: Flow): PlanDemand {
  const off = new Set(model.network.switches.map(({ arc }) => arc).filter((arc) => flow.units[arc] === 0))
  return {
    ...demand,
    offers: demand.offers.map((offer, at) => (off.has(model.offerArc[at]!) ? { ...offer, places: 0 } : offer)),
  }
}

/** Programmes that have some persons and fewer than their minimum. */
function shortBatches(demand: PlanDemand, awards: readonly Award[], { programmes }: Scenario): readonly string[] {
  if (!programmes) return []
  const used = usedPlaces(demand, awards)
  return demand.offers.filter((_, at) => used[at]! > 0 && used[at]! < programmes.minimumBatch).map((offer) => offer.id)
}

/** The first pin of each programme beyond those that may run. */
function pinsOverMost(demand: PlanDemand, { programmes, overrides }: Scenario): readonly OverrideFault[] {
  if (!programmes || programmes.most === null) return []
  const known = new Set(demand.offers.map(({ id }) => id))
  const pins = overrides.flatMap((one, at) =>
    one.kind === 'pin' && known.has(one.offer) ? [{ at, offer: one.offer }] : [],
  )
  return pins
    .filter(({ offer }, index) => pins.findIndex((pin) => pin.offer === offer) === index)
    .slice(programmes.most)
    .map(({ at }) => ({ code: 'over_most', at, other: null }))
}

/** Pins whose programme cannot fill its minimum batch; `short` null where no flow exists at all. */
function pinShort(
  demand: PlanDemand,
  pinned: readonly Award[],
  short: readonly string[] | null,
  scenario: Scenario,
): readonly OverrideFault[] {
  const ids = new Set(pinned.map(({ offer }) => demand.offers[offer]!.id))
  return scenario.overrides.flatMap((one, at): OverrideFault[] =>
    one.kind === 'pin' && ids.has(one.offer) && (short === null || short.includes(one.offer))
      ? [{ code: 'below_batch', at, other: null }]
      : [],
  )
}

function usedPlaces(demand: PlanDemand, awards: readonly Award[]): readonly number[] {
  const used = demand.offers.map(() => 0)
  for (const award of awards) used[award.offer]!++
  return used
}

function finish(
  demand: PlanDemand,
  scenario: Scenario,
  solve: FlowSolver,
  overridden: ReturnType<typeof overrideDemand>,
  attempt: Attempt,
  dropped: readonly string[],
  onProgress: PlanProgress,
): PlanAnswer {
  const { model, flow, awards, rest } = attempt
  const extras: PlanExtras = workOutExtras({ demand, scenario, solve, overridden, model, flow, dropped, onProgress })
  const pinned = new Set(overridden.pinned.map(({ actor, offer }) => `${actor} ${offer}`))
  const used = usedPlaces(demand, awards)
  const placed = placedByArea(demand, awards, scenario)
  const counted = countDemand(demand)
  return {
    outcome: 'solved',
    status: flow.status === 'time_limit' ? 'time_limit' : 'optimal',
    gap: flow.gap,
    best: sumsOf(model, flow.totals, overridden.pinned, demand),
    reached: reachedBy(demand, awards, model, scenario),
    greedy: extras.greedy,
    actors: demand.actors.ids.length,
    needs: demand.actors.need.length,
    servable: counted.groups.reduce((sum, group) => sum + group.most, 0),
    awards: awards.map((award) => ({
      actor: demand.actors.ids[award.actor]!,
      offer: demand.offers[award.offer]!.id,
      need: demand.needs[award.need]!,
      pinned: pinned.has(`${award.actor} ${award.offer}`),
    })),
    places: countPlaces(demand, awards),
    unplaced: countUnplaced(rest),
    offers: demand.offers.map(
      (offer, at): PlanOfferUse => ({
        offer: offer.id,
        places: offer.places,
        used: used[at]!,
        worth: extras.worth?.[at]?.anywhere ?? null,
        worthByProvince: extras.worth?.[at]?.byProvince ?? {},
      }),
    ),
    floors: model.floors.map((floor) => ({
      area: floor.area,
      servable: floor.servable,
      asked: floor.askedInAll,
      placed: placed.get(floor.area) ?? 0,
      cost: extras.floorCosts?.get(floor.area) ?? null,
    })),
    highestFloor: extras.highestFloor,
    overrides: extras.overrides,
    dropped,
    rounds: attempt.rounds,
    incomplete: extras.incomplete,
  }
}

function reachedBy(demand: PlanDemand, awards: readonly Award[], model: PlanModel, scenario: Scenario): GoalSums {
  const placed = placedByArea(demand, awards, scenario)
  const sums = sumsOf(
    model,
    model.network.goals.map(() => 0),
    awards,
    demand,
  )
  if (sums.floor === undefined) return sums
  const floor = model.floors.reduce((sum, one) => sum + Math.min(one.askedInAll, placed.get(one.area) ?? 0), 0)
  return { ...sums, floor }
}

function countPlaces(demand: PlanDemand, awards: readonly Award[]): readonly PlanPlaces[] {
  const { actors } = demand
  const counts = new Map<string, { -readonly [K in keyof PlaceCount]: PlaceCount[K] }>()
  for (const { actor, offer, need } of awards) {
    const place = { offer, regency: actors.regency[actor]!, cluster: actors.cluster[actor]!, need }
    const key = Object.values(place).join()
    const found = counts.get(key)
    if (found) found.places++
    else counts.set(key, { ...place, places: 1 })
  }
  return [...counts.values()]
    .sort((a, b) => a.offer - b.offer || a.regency - b.regency || a.cluster - b.cluster || a.need - b.need)
    .map((count) => ({
      offer: demand.offers[count.offer]!.id,
      regency: demand.regencies[count.regency]!,
      cluster: clusterOfCode(count.cluster),
      need: demand.needs[count.need]!,
      places: count.places,
    }))
}

function countUnplaced(rest: PlanDemand): readonly PlanUnplaced[] {
  const { actors } = rest
  const counts = new Map<string, { -readonly [K in keyof PlanUnplaced]: PlanUnplaced[K] }>()
  for (let i = 0; i < actors.ids.length; i++) {
    for (let n = actors.start[i]!; n < actors.start[i + 1]!; n++) {
      const set = rest.sets[actors.set[n]!]!
      const open = set.open.length + set.hand.length > 0
      if (!open && set.why === null) continue
      const reason = !open ? set.why! : actors.room[i] === 0 ? 'enough_partners' : 'no_places'
      const key = `${actors.regency[i]} ${actors.cluster[i]} ${actors.need[n]} ${reason}`
      const found = counts.get(key)
      if (found) found.needs++
      else
        counts.set(key, {
          regency: rest.regencies[actors.regency[i]!]!,
          cluster: clusterOfCode(actors.cluster[i]!),
          need: rest.needs[actors.need[n]!]!,
          reason,
          needs: 1,
        })
    }
  }
  return [...counts.values()]
}
