import { parentPort, workerData } from 'node:worker_threads'
import { makePlan } from '#app/domain/planning/make-plan.ts'
import type { PlanAnswer } from '#app/domain/planning/plan-result.ts'
import type { Scenario } from '#app/domain/planning/scenario.ts'
import { type PlanBasis, readPlanBasis } from '#app/features/plans/plan-basis.server.ts'
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

async function basisOf(): Promise<PlanBasis> {
  if (job.basis) return job.basis
  const client = createDb(job.databaseFile, { readonly: true })
  try {
    return await readPlanBasis(client, job.scenario, job.today, (done, total) =>
      say({ step: { phase: 'load', done, total } }),
    )
  } finally {
    await client.close()
  }
}

try {
  const highs = await loadSolver()
  const basis = await basisOf()
  const began = performance.now()
  const elapsed = (): number => (performance.now() - began) / 1000
  say({ step: { phase: 'solve', done: 0, total: 1 } })
  const solve = highsSolver(highs, () => job.scenario.timeLimit - elapsed())
  const answer = makePlan(basis.demand, job.scenario, solve, (done, total) =>
    say({ step: { phase: 'solve', done, total } }),
  )
  say({ solved: { basis, answer, solver: solverVersion(highs), seconds: elapsed() } })
} catch (error) {
  // why: an error inside the solver prints its whole source
  say({ failed: String((error as Error).stack ?? error).slice(0, 2000) })
}
