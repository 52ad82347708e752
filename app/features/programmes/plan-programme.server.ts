import { DEFAULT_SCENARIO, type PlanCapacity, type Scenario } from '#app/domain/planning/scenario.ts'
import { planRunner } from '#app/features/plans/plan-runner.server.ts'
import { readPlan } from '#app/features/plans/store-plan.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import type { Db } from '#db/client.ts'
import { getPlanScenario } from '#db/queries/plans.ts'
import { demandChangeable, type ProgrammeContext, type ProgrammeRecord } from './programme-records.server.ts'

/** Places the curator sets for this programme, by offer id; the others spend what the partner has confirmed. */
export type SetPlaces = Readonly<Record<string, PlanCapacity>>

export type PlanStart = 'started' | 'busy' | 'nothing_to_plan'

/** The scenario of the plan a programme has, or null. */
export async function scenarioOf(db: Db, planResultId: string | null): Promise<Scenario | null> {
  const plan = planResultId === null ? null : await readPlan(db, planResultId)
  return plan?.scenario ?? null
}

/**
 * The question a programme asks the planner: its own offers and districts, with the goals, floors and rules of the plan it
 * had. Hand work of an earlier plan speaks of persons and places of then and stays behind.
 */
export function programmeScenario(
  { row, parts }: ProgrammeRecord,
  before: Scenario | null,
  places: SetPlaces,
): Scenario {
  const offers = parts.offers.map((offer) => offer.offer_id)
  const kept = Object.entries({ ...before?.capacities, ...places }).filter(([offer]) => offers.includes(offer))
  return {
    ...(before ?? DEFAULT_SCENARIO),
    name: row.title,
    regions: parts.regions.map((region) => region.regency_code),
    offers,
    capacities: Object.fromEntries(kept),
    overrides: [],
  }
}

/**
 * Has the plan of a programme made in the planner's thread; it becomes the programme's when it is stored, together or not
 * at all. @throws Response 401, 403, 404.
 */
export async function planProgramme(context: ProgrammeContext, id: string, places: SetPlaces): Promise<PlanStart> {
  const { client, db, viewer, today } = context
  demand(viewer, 'plans:write')
  const record = await demandChangeable(db, viewer, id)
  const { parts, row } = record
  if (parts.offers.length === 0 || parts.regions.length === 0) return 'nothing_to_plan'
  const before = await scenarioOf(db, row.plan_result_id)
  const scenario = programmeScenario(record, before, places)
  return planRunner(client).start({
    scenario,
    today,
    accountId: viewer.accountId,
    parentId: await parentOf(db, row.plan_result_id),
    programmeId: id,
  })
    ? 'started'
    : 'busy'
}

async function parentOf(db: Db, planResultId: string | null): Promise<string | null> {
  const plan = planResultId === null ? null : await readPlan(db, planResultId)
  const scenario = plan && (await getPlanScenario(db, plan.scenarioId))
  return scenario?.id ?? null
}
