import { hiddenPairs } from '#app/domain/board/hidden-pairs.ts'
import { windowFinding } from '#app/domain/eligibility/structural.ts'
import { compileOffers } from '#app/domain/engine/compiled-offers.ts'
import { RULES_VERSION } from '#app/domain/matching/policy.ts'
import { buildDemand } from '#app/domain/planning/build-demand.ts'
import type { PlanDemand } from '#app/domain/planning/demand.ts'
import type { Scenario } from '#app/domain/planning/scenario.ts'
import { spendablePlaces, type UnconfirmedReason } from '#app/domain/planning/spendable-places.ts'
import { provinceOf } from '#app/domain/values/actor.ts'
import type { Day } from '#app/domain/values/day.ts'
import { loadActorSnapshot } from '#app/features/matches/actor-snapshot.server.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import type { DbClient } from '#db/client.ts'
import { findEngagedOffers, findHelpedActors, findPromisedPlaces } from '#db/queries/engagements.ts'
import { findHiddenPairs } from '#db/queries/overrides.ts'

/** An offer whose places the plan may not spend before the partner confirms them. */
export interface ToConfirm {
  readonly offer: string
  readonly reason: UnconfirmedReason
  /** Day of the last figure; null where there is none. */
  readonly asOf: string | null
  /** Actors of the scope who are eligible for it. */
  readonly actors: number
}

/** All that a plan is made from besides the scenario: stored with the result, so that it can be replayed. */
export interface PlanBasis {
  readonly day: Day
  readonly policy: string
  readonly rules: string
  readonly watermark: number
  readonly demand: PlanDemand
  readonly toConfirm: readonly ToConfirm[]
  /** Places that the matcher confirmed once more after the solve, pair by pair. */
  readonly rechecked?: number
}

/** Reads the demand of a scenario from the database as it stands. Heavy for many actors: not for a page's thread. */
export async function readPlanBasis(
  client: DbClient,
  scenario: Scenario,
  today: Day,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<PlanBasis> {
  const { db } = client
  const world = await matchWorld(db, today)
  const { context, axes } = world
  const scope = world.offers.filter(
    (offer) => offer.status !== 'historical' && (scenario.offers.length === 0 || scenario.offers.includes(offer.id)),
  )
  const places = new Map<string, number>()
  const unconfirmed: { offer: string; reason: UnconfirmedReason; asOf: string | null }[] = []
  const promised = await findPromisedPlaces(db)
  for (const offer of scope) {
    const found = spendablePlaces(offer, today, context.policy, scenario.capacities, promised.get(offer.id))
    if (found.spendable) places.set(offer.id, found.places)
    else unconfirmed.push({ offer: offer.id, reason: found.reason, asOf: offer.capacity.asOf })
  }
  // why: how many places there are is the plan's matter; whether she is eligible is the matcher's
  const open = scope.map((offer) => ({
    ...offer,
    capacity: { slots: null, taken: 0, unit: null, asOf: null },
    window: { opens: null, closes: null },
  }))
  const shut = scope.filter((offer) => windowFinding(offer, today).result === 'fail').map(({ id }) => id)
  const regencies = scenario.regions.length === 0 ? null : regenciesOf(axes.regencies, scenario.regions)
  const { columns, ids, days } = loadActorSnapshot(client, axes, regencies ? { regencies } : {}, onProgress)
  const { demand, waitingFor } = buildDemand({
    compiled: compileOffers(context, axes, open),
    columns,
    ids,
    days,
    places,
    clusters: scenario.clusters,
    needs: scenario.needs,
    perActor: scenario.perActor,
    undecided: scenario.undecided,
    engaged: await findEngagedOffers(db),
    isHidden: hiddenPairs(await findHiddenPairs(db, 'everywhere')),
    shut: new Set(shut),
    helped: await findHelpedActors(db),
  })
  return {
    day: today,
    policy: context.policy.version,
    rules: RULES_VERSION,
    watermark: world.watermark,
    demand,
    toConfirm: unconfirmed
      .map((one) => ({ ...one, actors: waitingFor.get(one.offer) ?? 0 }))
      .sort((a, b) => b.actors - a.actors || (a.offer < b.offer ? -1 : 1)),
  }
}

/** The kabupaten and kota of region codes: a province stands for all of its own. */
export function regenciesOf(all: readonly string[], regions: readonly string[]): readonly string[] {
  const wanted = new Set(regions)
  return all.filter((code) => wanted.has(code) || wanted.has(provinceOf(code)))
}
