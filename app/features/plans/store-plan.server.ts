import { createHash, randomUUID } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { PlanAnswer } from '#app/domain/planning/plan-result.ts'
import type { Scenario } from '#app/domain/planning/scenario.ts'
import { OPEN_TO_CHANGE } from '#app/domain/programmes/states.ts'
import type { SolvedPlan } from '#app/workers/plan.worker.ts'
import type { Db, DbClient } from '#db/client.ts'
import { getPlanResult, getPlanScenario, insertPlanResult, insertPlanScenario } from '#db/queries/plans.ts'
import { changeProgrammeFrom, getProgramme } from '#db/queries/programmes.ts'
import type { PlanBasis } from './plan-basis.server.ts'
import { runPlan } from './run-plan.ts'

const pack = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value), { level: 6 })
const unpack = <T>(bytes: Uint8Array): T => JSON.parse(gunzipSync(bytes).toString())
const digestOf = (answer: PlanAnswer): string => createHash('sha256').update(JSON.stringify(answer)).digest('hex')

export interface PlanToStore {
  readonly scenario: Scenario
  readonly solved: SolvedPlan
  readonly accountId: string | null
  /** The scenario it was made from. */
  readonly parentId: string | null
  /** The programme it is to be the plan of, while that is still open to change. */
  readonly programmeId?: string | null
  /** Instant, ISO with Z. */
  readonly now: string
}

/** Keeps a scenario, its overrides and its result with all it was made from, in one transaction. @returns the result's id. */
export async function storePlan(db: DbClient['db'], plan: PlanToStore): Promise<string> {
  const { scenario, solved, now } = plan
  const id = randomUUID()
  const result = randomUUID()
  await db.transaction().execute(async (trx) => {
    await insertPlanScenario(
      trx,
      {
        id,
        name: scenario.name,
        parent_id: plan.parentId,
        data: JSON.stringify(scenario),
        created_by: plan.accountId,
        created_at: now,
      },
      scenario.overrides.map((override, position) => ({
        id: randomUUID(),
        scenario_id: id,
        position,
        kind: override.kind,
        offer_id: override.offer,
        data: JSON.stringify(override),
        reason: override.reason,
        created_by: plan.accountId,
        created_at: now,
      })),
    )
    await insertPlanResult(trx, {
      id: result,
      scenario_id: id,
      status: solved.answer.outcome === 'solved' ? 'done' : 'refused',
      day: solved.basis.day,
      policy_version: solved.basis.policy,
      rules_version: solved.basis.rules,
      solver_version: solved.solver,
      watermark: solved.basis.watermark,
      input: pack(solved.basis),
      answer: pack(solved.answer),
      digest: digestOf(solved.answer),
      seconds: solved.seconds,
      started_at: now,
      finished_at: now,
    })
    if (plan.programmeId) await attachPlan(trx, plan.programmeId, result, plan)
  })
  return result
}

async function attachPlan(
  trx: Db,
  programmeId: string,
  result: string,
  { accountId, now }: PlanToStore,
): Promise<void> {
  const programme = await getProgramme(trx, programmeId)
  if (!programme || !OPEN_TO_CHANGE.includes(programme.state)) return
  const by = { account_id: accountId, role: 'ministry', at: now }
  const event = { id: randomUUID(), deed: 'plan', to_state: programme.state, ...by }
  await changeProgrammeFrom(trx, programmeId, programme.version, { plan_result_id: result }, event)
}

export interface StoredPlan {
  readonly id: string
  readonly scenarioId: string
  readonly scenario: Scenario
  readonly basis: PlanBasis
  readonly answer: PlanAnswer
  readonly solver: string
  readonly seconds: number
  readonly digest: string
  readonly at: string
}

/** A stored plan with everything it was made from, or null. */
export async function readPlan(db: Db, id: string): Promise<StoredPlan | null> {
  const row = await getPlanResult(db, id)
  if (!row?.input || !row.answer) return null
  const scenario = await getPlanScenario(db, row.scenario_id)
  return {
    id,
    scenarioId: row.scenario_id,
    scenario: JSON.parse(scenario!.data),
    basis: unpack(row.input),
    answer: unpack(row.answer),
    solver: row.solver_version,
    seconds: row.seconds,
    digest: row.digest!,
    at: row.started_at,
  }
}

export interface Replay {
  readonly id: string
  /** Whether every byte of the answer is the same. */
  readonly same: boolean
  readonly solver: string
  readonly storedSolver: string
}

/** Solves a stored plan again from its stored inputs. Null for an unknown one. */
export async function replayPlan(client: DbClient, id: string, signal: AbortSignal): Promise<Replay | null> {
  const stored = await readPlan(client.db, id)
  if (!stored) return null
  const { scenario, basis } = stored
  const solved = await runPlan({ databaseFile: '', scenario, today: basis.day, basis }, { signal })
  return {
    id,
    same: digestOf(solved.answer) === stored.digest,
    solver: solved.solver,
    storedSolver: stored.solver,
  }
}
