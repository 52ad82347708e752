import type { PlanRefusal } from '#app/domain/planning/plan-result.ts'
import type { Scenario } from '#app/domain/planning/scenario.ts'
import type { Messages } from '#app/i18n/messages/index.ts'

/** Why there is no plan, one sentence a line; contradictions by the number of the override. */
export function refusalText(t: Messages['plans'], refusal: PlanRefusal, scenario: Scenario): readonly string[] {
  if (refusal.outcome !== 'contradiction') return [t.refusal[refusal.outcome]]
  return refusal.faults.map(({ code, at, other }) => {
    const override = scenario.overrides[at]!
    return t.fault(at + 1, override.offer, t.faults[code], other === null ? null : other + 1)
  })
}
