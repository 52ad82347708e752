import { evaluateEligibility } from '#app/domain/eligibility/evaluate.ts'
import type { PlanAward } from '#app/domain/planning/plan-result.ts'
import type { Scenario } from '#app/domain/planning/scenario.ts'
import type { Day } from '#app/domain/values/day.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import type { DbClient } from '#db/client.ts'
import { findProfiles } from '#db/queries/actors.ts'

const PAGE = 500

/**
 * Holds every place of a plan against the matcher once more, pair by pair and from the rows themselves: whoever got one
 * must be eligible, or undecided where the scenario lets those in. How many places there are is the plan's matter.
 * @returns how many were checked. @throws Error for a pair the matcher does not confirm, which is a fault of the planner.
 */
export async function recheckAwards(
  client: DbClient,
  awards: readonly PlanAward[],
  { undecided }: Pick<Scenario, 'undecided'>,
  today: Day,
): Promise<number> {
  const { context, offerById } = await matchWorld(client.db, today)
  for (let start = 0; start < awards.length; start += PAGE) {
    const page = awards.slice(start, start + PAGE)
    const profiles = await findProfiles(client.db, [...new Set(page.map(({ actor }) => actor))])
    for (const award of page) {
      const profile = profiles.get(award.actor)
      const offer = offerById.get(award.offer)
      if (!profile || !offer) throw new Error(`the plan names ${award.actor} and ${award.offer}, which are not there`)
      const open = { ...offer, capacity: { slots: null, taken: 0, unit: null, asOf: null } }
      const { verdict } = evaluateEligibility(profile, open, today, context.policy)
      const serves = offer.needs.includes(award.need) && profile.needs?.includes(award.need)
      if (!serves || verdict === 'ineligible' || (verdict === 'undecided' && !undecided))
        throw new Error(`the matcher does not confirm ${award.actor} with ${award.offer}: ${verdict}`)
    }
  }
  return awards.length
}
