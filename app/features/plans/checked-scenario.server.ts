import type { Scenario } from '#app/domain/planning/scenario.ts'
import { resolveRegion } from '#app/domain/regions/resolve-region.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { regionDirectory } from '#db/reference/region-directory.ts'
import { readScenario, ScenarioError } from './read-scenario.ts'

export type PlanContext = Pick<RequestContext, 'client' | 'db' | 'viewer' | 'today' | 'now' | 'locale'>

/** A scenario as the one reader takes it, or what is wrong with it. */
export async function checkedScenario(
  { client, today, locale }: Pick<PlanContext, 'client' | 'today' | 'locale'>,
  input: unknown,
): Promise<Scenario | ScenarioError> {
  const world = await matchWorld(client.db, today)
  try {
    return readScenario(
      input,
      {
        regionCodes: new Set(world.regionByCode.keys()),
        offers: world.offers,
        resolveRegion: (text) => resolveRegion(text, regionDirectory(), {}).code,
      },
      messagesFor(locale).plans.input,
    )
  } catch (error) {
    if (error instanceof ScenarioError) return error
    throw error
  }
}
