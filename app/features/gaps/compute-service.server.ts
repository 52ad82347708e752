import { type AskedGap, type GapService, serviceOfGaps } from '#app/domain/gaps/match-gap.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { DbClient } from '#db/client.ts'
import { findActorsSince } from '#db/queries/actors.ts'
import { readSupply } from './supply.server.ts'

export interface ServiceRequest {
  readonly asked: readonly AskedGap[]
  readonly today: Day
}

/** Which current offers serve each of these gaps as the database stands, in their order. Heavy. */
export async function computeService(
  client: DbClient,
  { asked, today }: ServiceRequest,
): Promise<readonly GapService[]> {
  if (asked.length === 0) return []
  const regions = asked.map(({ key }) => key.region)
  const supply = await readSupply(client, regions.includes(null) ? [] : (regions as string[]), today)
  const since = asked.map(({ notedAt }) => notedAt).sort()[0]!
  const later = new Map((await findActorsSince(client.db, since)).map(({ id, at }) => [id, at]))
  const joined = new Map<number, string>()
  if (later.size > 0)
    supply.snapshot.ids.forEach((id, position) => {
      const at = later.get(id)
      if (at !== undefined) joined.set(position, at)
    })
  return serviceOfGaps(supply.compiled, supply.snapshot.columns, supply.places, supply.without, asked, joined)
}
