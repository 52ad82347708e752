import type { PlanDemand } from './demand.ts'
import type { Award } from './hand-out.ts'
import { NEARNESS, type PlanModel } from './plan-network.ts'
import type { GoalSums } from './plan-result.ts'
import type { PlanGoal } from './scenario.ts'

/** Totals of a model by goal, with what was given before the model was built: pins of the hand work. */
export function sumsOf(
  model: PlanModel,
  totals: ArrayLike<number>,
  given: readonly Award[],
  demand: PlanDemand,
): GoalSums {
  const helped = new Set(given.filter(({ actor }) => demand.actors.first[actor] === 1).map(({ actor }) => actor))
  const before: Record<PlanGoal, number> = {
    never_helped: helped.size,
    floor: model.floors.reduce((sum, floor) => sum + floor.askedInAll - floor.asked, 0),
    covered: given.length,
    near: given.reduce((sum, { offer }) => sum + NEARNESS[demand.offers[offer]!.level], 0),
  }
  const sums: Partial<Record<PlanGoal, number>> = {}
  model.network.goals.forEach(({ name }, at) => {
    if (name !== 'hand') sums[name as PlanGoal] = totals[at]! + before[name as PlanGoal]
  })
  return sums
}

/** The difference of two sums, goal by goal. */
export function sumsLess(a: GoalSums, b: GoalSums): GoalSums {
  const out: Partial<Record<PlanGoal, number>> = {}
  for (const goal of Object.keys(a) as PlanGoal[]) out[goal] = a[goal]! - (b[goal] ?? 0)
  return out
}
