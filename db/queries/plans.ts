import type { Db } from '../client.ts'
import type { PlanOverrideRow, PlanResultRow, PlanScenarioRow } from '../schema/plan.ts'

/** A result without its large parts. */
export type PlanResultHead = Omit<PlanResultRow, 'input' | 'answer'>

const HEAD = [
  'id',
  'scenario_id',
  'status',
  'day',
  'policy_version',
  'rules_version',
  'solver_version',
  'watermark',
  'digest',
  'seconds',
  'started_at',
  'finished_at',
] as const

export async function insertPlanScenario(
  db: Db,
  row: PlanScenarioRow,
  overrides: readonly PlanOverrideRow[],
): Promise<void> {
  await db.insertInto('plan_scenario').values(row).execute()
  for (const override of overrides) await db.insertInto('plan_override').values(override).execute()
}

export async function getPlanScenario(db: Db, id: string): Promise<PlanScenarioRow | undefined> {
  return db.selectFrom('plan_scenario').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The last scenarios, the newest first. */
export async function findPlanScenarios(db: Db, limit: number): Promise<PlanScenarioRow[]> {
  return db.selectFrom('plan_scenario').selectAll().orderBy('created_at', 'desc').orderBy('id').limit(limit).execute()
}

export async function insertPlanResult(db: Db, row: PlanResultRow): Promise<void> {
  await db.insertInto('plan_result').values(row).execute()
}

/**
 * Changes a result that is under way.
 * @returns false where it no longer is.
 */
export async function updatePlanResult(db: Db, id: string, set: Partial<PlanResultRow>): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('plan_result')
    .set(set)
    .where('id', '=', id)
    .where('status', '=', 'running')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Results under way when an earlier process ended are marked as failed. @returns how many. */
export async function failRunningPlans(db: Db, at: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('plan_result')
    .set({ status: 'failed', finished_at: at })
    .where('status', '=', 'running')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export async function getPlanResult(db: Db, id: string): Promise<PlanResultRow | undefined> {
  return db.selectFrom('plan_result').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Results of scenarios, without inputs and answers, the newest first. */
export async function findPlanResults(db: Db, scenarioIds: readonly string[]): Promise<PlanResultHead[]> {
  if (scenarioIds.length === 0) return []
  return db
    .selectFrom('plan_result')
    .select(HEAD)
    .where('scenario_id', 'in', scenarioIds)
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .execute()
}
