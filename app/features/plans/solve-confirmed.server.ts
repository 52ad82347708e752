import type { PlanAnswer } from '#app/domain/planning/plan-result.ts'
import type { Scenario } from '#app/domain/planning/scenario.ts'
import { withoutChanged } from '#app/domain/planning/without-changed.ts'
import type { DbClient } from '#db/client.ts'
import type { PlanBasis } from './plan-basis.server.ts'
import { recheckAwards } from './recheck-awards.server.ts'

/** How often a plan is made anew because somebody changed what it stands on while it was made. */
const MOST_ROUNDS = 4

/**
 * Solves a basis that was just read and holds its places against the matcher once more. Pairs that were changed meanwhile
 * are left out with that reason, and the rest is solved again.
 * @throws Error for a pair that is not confirmed though nothing of it was changed, or where changes do not end.
 */
export async function solveConfirmed<S extends { readonly answer: PlanAnswer }>(
  client: DbClient,
  basis: PlanBasis,
  scenario: Scenario,
  solve: (basis: PlanBasis) => S,
): Promise<S & { readonly basis: PlanBasis }> {
  let current = basis
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const solved = solve(current)
    if (solved.answer.outcome !== 'solved') return { ...solved, basis: current }
    const { awards } = solved.answer
    const { confirmed, changed } = await recheckAwards(client, awards, scenario, basis.day, basis.watermark)
    if (changed.length === 0) return { ...solved, basis: { ...current, rechecked: confirmed } }
    current = { ...current, demand: withoutChanged(current.demand, changed) }
  }
  throw new Error('actors and offers of the plan were changed again and again while it was made')
}
