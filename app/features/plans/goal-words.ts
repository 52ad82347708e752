import type { GoalSums } from '#app/domain/planning/plan-result.ts'
import { PLAN_GOALS } from '#app/domain/planning/scenario.ts'
import { useFormat, useMessages } from '#app/i18n/context.tsx'

/** Sums of goals in words: "12 kebutuhan yang mendapat tempat"; nearness is a score and not told. */
export function useGoalSums(): (sums: GoalSums | null) => string {
  const t = useMessages().plans.result
  const f = useFormat()
  return (sums) =>
    sums === null
      ? t.notWorkedOut
      : PLAN_GOALS.filter((goal) => goal !== 'near' && (sums[goal] ?? 0) !== 0)
          .map((goal) => t.sum(f.number(sums[goal]!), t.goals[goal]))
          .join('; ') || t.nothing
}
