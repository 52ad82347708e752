import { createHash, randomUUID } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { PlanAnswer } from '#app/domain/planning/plan-result.ts'
import type { Scenario } from '#app/domain/planning/scenario.ts'
import { OPEN_TO_CHANGE } from '#app/domain/programmes/states.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { SolvedPlan } from '#app/workers/plan.worker.ts'
import type { Db, DbClient } from '#db/client.ts'
import { removedSince } from '#db/queries/change-log.ts'
import {
  failRunningPlans,
  getPlanResult,
  getPlanScenario,
  insertPlanResult,
  insertPlanScenario,
  updatePlanResult,
} from '#db/queries/plans.ts'
import { changeProgrammeFrom, getProgramme } from '#db/queries/programmes.ts'
import type { PlanResultRow } from '#db/schema/plan.ts'
import type { PlanBasis } from './plan-basis.server.ts'
import { runPlan } from './run-plan.ts'

const pack = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value), { level: 6 })
const unpack = <T>(bytes: Uint8Array): T => JSON.parse(gunzipSync(bytes).toString())
const digestOf = (answer: PlanAnswer): string => createHash('sha256').update(JSON.stringify(answer)).digest('hex')

export interface PlanStart {
  /** The id the result will have. */
  readonly id: string
  readonly scenario: Scenario
  readonly accountId: string | null
  /** The scenario it was made from. */
  readonly parentId: string | null
  /** Day the demand is read for. */
  readonly today: Day
  /** Instant, ISO with Z. */
  readonly now: string
}

/** Keeps a scenario with its overrides, and that a solve of it is under way. Call it in a transaction. */
export async function beginPlan(trx: Db, plan: PlanStart): Promise<void> {
  const { scenario, now } = plan
  const scenarioId = randomUUID()
  await insertPlanScenario(
    trx,
    {
      id: scenarioId,
      name: scenario.name,
      parent_id: plan.parentId,
      data: JSON.stringify(scenario),
      created_by: plan.accountId,
      created_at: now,
    },
    scenario.overrides.map((override, position) => ({
      id: randomUUID(),
      scenario_id: scenarioId,
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
    id: plan.id,
    scenario_id: scenarioId,
    status: 'running',
    day: plan.today,
    policy_version: '',
    rules_version: '',
    solver_version: '',
    watermark: 0,
    input: null,
    answer: null,
    digest: null,
    seconds: 0,
    started_at: now,
    finished_at: null,
  })
}

export interface PlanEnding {
  readonly id: string
  readonly solved: SolvedPlan
  readonly accountId: string | null
  /** The programme it is to be the plan of, while that is still open to change. */
  readonly programmeId?: string | null
  readonly now: string
}

/**
 * Keeps the result of a solve with all it was made from. Call it in a transaction: there is no half of it.
 * @returns false where it was no longer under way.
 * @throws Error where somebody it names was erased meanwhile: it may be worked out again without her.
 */
export async function completePlan(trx: Db, ending: PlanEnding): Promise<boolean> {
  const { id, solved, now } = ending
  const { basis, answer } = solved
  const erased = new Set(await removedSince(trx, 'actors', basis.watermark))
  if (erased.size > 0 && basis.demand.actors.ids.some((actor) => erased.has(actor)))
    throw new Error('an actor of the plan was erased while it was worked out')
  const kept = await updatePlanResult(trx, id, {
    status: answer.outcome === 'solved' ? 'done' : 'refused',
    day: basis.day,
    policy_version: basis.policy,
    rules_version: basis.rules,
    solver_version: solved.solver,
    watermark: basis.watermark,
    input: pack(basis),
    answer: pack(answer),
    digest: digestOf(answer),
    seconds: solved.seconds,
    finished_at: now,
  })
  if (kept && ending.programmeId) await attachPlan(trx, ending.programmeId, ending)
  return kept
}

async function attachPlan(trx: Db, programmeId: string, { id, accountId, now }: PlanEnding): Promise<void> {
  const programme = await getProgramme(trx, programmeId)
  if (!programme || !OPEN_TO_CHANGE.includes(programme.state)) return
  const by = { account_id: accountId, role: 'ministry', at: now }
  const event = { id: randomUUID(), deed: 'plan', to_state: programme.state, ...by }
  await changeProgrammeFrom(trx, programmeId, programme.version, { plan_result_id: id }, event)
}

/** Keeps that a solve ended without a result. */
export async function endPlan(db: Db, id: string, status: 'cancelled' | 'failed', now: string): Promise<void> {
  await updatePlanResult(db, id, { status, finished_at: now })
}

/** Keeps a scenario and its result together, where nothing has to be known of it before. @returns the result's id. */
export async function storePlan(
  db: DbClient['db'],
  plan: Omit<PlanStart, 'id' | 'today'> & { readonly solved: SolvedPlan },
): Promise<string> {
  const id = randomUUID()
  await db.transaction().execute(async (trx) => {
    await beginPlan(trx, { ...plan, id, today: plan.solved.basis.day })
    await completePlan(trx, { ...plan, id })
  })
  return id
}

/** Of solves that were under way when an earlier process ended, only that they were: called once, at the start. */
export const endStrandedPlans = failRunningPlans

/** The question of a result, finished or not, or null. */
export async function readPlanQuestion(
  db: Db,
  id: string,
): Promise<{
  readonly scenarioId: string
  readonly scenario: Scenario
  readonly status: PlanResultRow['status']
  readonly at: string
} | null> {
  const row = await getPlanResult(db, id)
  const scenario = row && (await getPlanScenario(db, row.scenario_id))
  return scenario
    ? { scenarioId: scenario.id, scenario: JSON.parse(scenario.data), status: row.status, at: row.started_at }
    : null
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
