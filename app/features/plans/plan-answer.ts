import type { PlanResult } from '#app/domain/planning/plan-result.ts'
import { goalsOf, type Scenario } from '#app/domain/planning/scenario.ts'
import type { SolvedPlan } from '#app/workers/plan.worker.ts'

/** A plan as other programs read it. It names actors by their codes only. */
export function answerPlan(scenario: Scenario, solved: SolvedPlan) {
  const answer = solved.answer as PlanResult
  return {
    status: answer.status,
    gap: answer.gap,
    day: solved.basis.day,
    policy: solved.basis.policy,
    rules: solved.basis.rules,
    solver: solved.solver,
    seconds: Math.round(solved.seconds * 1000) / 1000,
    goals: goalsOf(scenario),
    best: answer.best,
    reached: answer.reached,
    greedy: answer.greedy,
    actors: answer.actors,
    needs: answer.needs,
    servable: answer.servable,
    covered: answer.awards.length,
    places: answer.places,
    assignments: answer.awards,
    unplaced: answer.unplaced,
    prices: answer.offers,
    floors: answer.floors,
    highestFloor: answer.highestFloor,
    overrides: answer.overrides,
    dropped: answer.dropped,
    toConfirm: solved.basis.toConfirm,
    incomplete: answer.incomplete,
  }
}
