import { evaluateEligibility } from '#app/domain/eligibility/evaluate.ts'
import type { PlanAward } from '#app/domain/planning/plan-result.ts'
import type { Scenario } from '#app/domain/planning/scenario.ts'
import type { ChangedPair } from '#app/domain/planning/without-changed.ts'
import type { Day } from '#app/domain/values/day.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import type { DbClient } from '#db/client.ts'
import { findProfiles } from '#db/queries/actors.ts'
import { changedSince } from '#db/queries/change-log.ts'

const PAGE = 500

export interface Recheck {
  /** Places that the matcher confirmed. */
  readonly confirmed: number
  /** Pairs of actors or offers that were changed or erased since the demand was read: they no longer hold. */
  readonly changed: readonly ChangedPair[]
}

/**
 * Holds every place of a plan against the matcher once more, pair by pair and from the rows themselves: whoever got one
 * must be eligible, or undecided where the scenario lets those in. How many places there are is the plan's matter.
 * @param watermark change-log position at which the demand was read
 * @throws Error for a pair the matcher does not confirm though nothing of it was changed: a fault of the planner.
 */
export async function recheckAwards(
  client: DbClient,
  awards: readonly PlanAward[],
  { undecided }: Pick<Scenario, 'undecided'>,
  today: Day,
  watermark: number,
): Promise<Recheck> {
  const { context, offerById } = await matchWorld(client.db, today)
  const changed: ChangedPair[] = []
  const refused: { award: PlanAward; verdict: string }[] = []
  for (let start = 0; start < awards.length; start += PAGE) {
    const page = awards.slice(start, start + PAGE)
    const profiles = await findProfiles(client.db, [...new Set(page.map(({ actor }) => actor))])
    for (const award of page) {
      const profile = profiles.get(award.actor)
      const offer = offerById.get(award.offer)
      if (!profile || !offer) {
        refused.push({ award, verdict: 'not there' })
        continue
      }
      const open = { ...offer, capacity: { slots: null, taken: 0, unit: null, asOf: null } }
      const { verdict } = evaluateEligibility(profile, open, today, context.policy)
      const serves = offer.needs.includes(award.need) && profile.needs?.includes(award.need)
      if (!serves || verdict === 'ineligible' || (verdict === 'undecided' && !undecided))
        refused.push({ award, verdict })
    }
  }
  if (refused.length > 0) {
    const offers = new Set(await changedSince(client.db, 'offers', watermark, Number.MAX_SAFE_INTEGER - 1))
    const actors = new Set(await changedSince(client.db, 'actors', watermark, Number.MAX_SAFE_INTEGER - 1))
    for (const { award, verdict } of refused) {
      const { actor, offer } = award
      if (offers.has(offer)) changed.push({ offer, actor: null })
      else if (actors.has(actor)) changed.push({ offer, actor })
      else throw new Error(`the matcher does not confirm ${actor} with ${offer}: ${verdict}`)
    }
  }
  return { confirmed: awards.length - refused.length, changed }
}
