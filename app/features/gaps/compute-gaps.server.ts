import { countGaps, type GapCell, type GapFilter } from '#app/domain/gaps/count-gaps.ts'
import type { Day } from '#app/domain/values/day.ts'
import { regenciesOf } from '#app/features/plans/plan-basis.server.ts'
import type { DbClient } from '#db/client.ts'
import { type DeclinedForPlaces, findDeclinedForPlaces } from '#db/queries/engagements.ts'
import { readSupply } from './supply.server.ts'

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
  const { world, current, compiled, places, snapshot, refused, hidden } = await readSupply(
    client,
    request.regions,
    request.today,
  )
  const inScope = request.regions.length > 0 && new Set(regenciesOf(world.axes.regencies, request.regions))
  return {
    cells: countGaps(compiled, snapshot.columns, places, request, refused, hidden),
    actors: snapshot.columns.size,
    offers: current.length,
    declined: (await findDeclinedForPlaces(client.db)).filter(({ regency }) => !inScope || inScope.has(regency)),
    policy: world.context.policy.version,
  }
}
