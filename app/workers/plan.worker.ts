import { parentPort, workerData } from 'node:worker_threads'
import { makePlan } from '#app/domain/planning/make-plan.ts'
import type { PlanAnswer } from '#app/domain/planning/plan-result.ts'
import type { Scenario } from '#app/domain/planning/scenario.ts'
import { type PlanBasis, readPlanBasis } from '#app/features/plans/plan-basis.server.ts'
import { recheckAwards } from '#app/features/plans/recheck-awards.server.ts'
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

/** Solves a basis; places of one that was just read from the database are held against the matcher once more. */
async function solveBasis(highs: Awaited<ReturnType<typeof loadSolver>>, basis: PlanBasis): Promise<SolvedPlan> {
  const began = performance.now()
  const elapsed = (): number => (performance.now() - began) / 1000
  say({ step: { phase: 'solve', done: 0, total: 1 } })
  const solve = highsSolver(highs, () => job.scenario.timeLimit - elapsed())
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
    const solved = await solveBasis(highs, basis)
    if (solved.answer.outcome !== 'solved') return solved
    const rechecked = await recheckAwards(client, solved.answer.awards, job.scenario, job.today)
    return { ...solved, basis: { ...basis, rechecked } }
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
