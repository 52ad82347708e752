import { parentPort, workerData } from 'node:worker_threads'
import { makePlan } from '#app/domain/planning/make-plan.ts'
import type { PlanAnswer } from '#app/domain/planning/plan-result.ts'
import type { Scenario } from '#app/domain/planning/scenario.ts'
import { type PlanBasis, readPlanBasis } from '#app/features/plans/plan-basis.server.ts'
import { solveConfirmed } from '#app/features/plans/solve-confirmed.server.ts'
import { highsSolver, loadSolver, solverVersion } from '#app/features/plans/solve-flow.ts'
import { createDb } from '#db/client.ts'

/** What the thread of a plan is started with: a basis to solve again, or a database to read one from. */
export interface PlanJob {
  readonly databaseFile: string
  readonly scenario: Scenario
  readonly today: string
  readonly basis: PlanBasis | null
}

export interface PlanStep {
  readonly phase: 'load' | 'solve'
  readonly done: number
  readonly total: number
}

export interface SolvedPlan {
  readonly basis: PlanBasis
  readonly answer: PlanAnswer
  readonly solver: string
  readonly seconds: number
}

export type PlanMessage = { readonly step: PlanStep } | { readonly solved: SolvedPlan } | { readonly failed: string }

const job = workerData as PlanJob
const say = (message: PlanMessage): void => parentPort!.postMessage(message)

/** Seconds a solve made anew after changes may take at least: it must not end for want of what the first one used. */
const LEAST_SECONDS = 20
let firstSolve: number | null = null

/** Solves a basis within the time of the scenario, counted from the first solve of this thread. */
function solveBasis(highs: Awaited<ReturnType<typeof loadSolver>>, basis: PlanBasis): SolvedPlan {
  const began = performance.now()
  const { timeLimit } = job.scenario
  const limit = firstSolve === null ? timeLimit : Math.max(timeLimit - (began - firstSolve) / 1000, LEAST_SECONDS)
  firstSolve ??= began
  const elapsed = (): number => (performance.now() - began) / 1000
  say({ step: { phase: 'solve', done: 0, total: 1 } })
  const solve = highsSolver(highs, () => limit - elapsed())
  const answer = makePlan(basis.demand, job.scenario, solve, (done, total) =>
    say({ step: { phase: 'solve', done, total } }),
  )
  return { basis, answer, solver: solverVersion(highs), seconds: elapsed() }
}

async function work(): Promise<SolvedPlan> {
  const highs = await loadSolver()
  if (job.basis) return solveBasis(highs, job.basis)
  const client = createDb(job.databaseFile, { readonly: true })
  try {
    const basis = await readPlanBasis(client, job.scenario, job.today, (done, total) =>
      say({ step: { phase: 'load', done, total } }),
    )
    return await solveConfirmed(client, basis, job.scenario, (current) => solveBasis(highs, current))
  } finally {
    await client.close()
  }
}

try {
  say({ solved: await work() })
} catch (error) {
  // why: an error inside the solver prints its whole source
  say({ failed: String((error as Error).stack ?? error).slice(0, 2000) })
}
