import { capacityFinding } from '#app/domain/eligibility/structural.ts'
import { compileOffers } from '#app/domain/engine/compiled-offers.ts'
import { countGaps, type GapCell, type GapFilter, type PlaceState } from '#app/domain/gaps/count-gaps.ts'
import type { Day } from '#app/domain/values/day.ts'
import { loadActorSnapshot } from '#app/features/matches/actor-snapshot.server.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { regenciesOf } from '#app/features/plans/plan-basis.server.ts'
import type { DbClient } from '#db/client.ts'
import { type DeclinedForPlaces, findDeclinedForPlaces } from '#db/queries/engagements.ts'

export interface GapRequest extends GapFilter {
  /** Province or regency codes; empty for the country. */
  readonly regions: readonly string[]
  readonly today: Day
}

/** Plain values: they cross between threads. */
export interface ComputedGaps {
  readonly cells: readonly GapCell[]
  /** Actors read, before the filter. */
  readonly actors: number
  /** Current offers they were held against. */
  readonly offers: number
  /** Proposals that partners declined for want of places: demand that came back. */
  readonly declined: readonly DeclinedForPlaces[]
  readonly policy: string
}

/** Need against supply as the database stands. Heavy for many actors: pages ask `gapsOf`. */
export async function computeGaps(client: DbClient, request: GapRequest): Promise<ComputedGaps> {
  const { context, axes, offers } = await matchWorld(client.db, request.today)
  const current = offers.filter((offer) => offer.status !== 'historical')
  const places = new Map<string, PlaceState>()
  for (const offer of current) {
    const { result } = capacityFinding(offer, request.today, context.policy)
    places.set(offer.id, result === 'pass' ? 'open' : result === 'fail' ? 'full' : 'unconfirmed')
  }
  const open = current.map((offer) => ({ ...offer, capacity: { slots: null, taken: 0, unit: null, asOf: null } }))
  const regencies = request.regions.length === 0 ? undefined : regenciesOf(axes.regencies, request.regions)
  const { columns } = loadActorSnapshot(client, axes, regencies ? { regencies } : {})
  const inScope = regencies && new Set(regencies)
  return {
    cells: countGaps(compileOffers(context, axes, open), columns, places, request),
    actors: columns.size,
    offers: current.length,
    declined: (await findDeclinedForPlaces(client.db)).filter(({ regency }) => !inScope || inScope.has(regency)),
    policy: context.policy.version,
  }
}
