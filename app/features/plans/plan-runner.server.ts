import { randomUUID } from 'node:crypto'
import type { Scenario } from '#app/domain/planning/scenario.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { PlanStep } from '#app/workers/plan.worker.ts'
import type { DbClient } from '#db/client.ts'
import { PlanCancelled, runPlan } from './run-plan.ts'
import { storePlan } from './store-plan.server.ts'

/** A plan under way in this process. */
export interface LivePlan {
  readonly id: string
  readonly name: string
  readonly programmeId: string | null
  readonly startedAt: string
  readonly step: PlanStep | null
}

/** How the last one ended. */
export type PlanEnd = 'cancelled' | 'failed' | { readonly resultId: string }

export interface PlanRequest {
  readonly scenario: Scenario
  readonly today: Day
  readonly accountId: string | null
  readonly parentId: string | null
  /** The programme it is made for; its plan from then on. */
  readonly programmeId?: string | null
}

export interface PlanRunner {
  current(): LivePlan | null
  last(): PlanEnd | null
  /** @returns false when another plan is under way. */
  start(request: PlanRequest): boolean
  /** Ends the thread of the plan with this id; nothing of it is stored. */
  cancel(id: string): void
  /** Resolves when no plan is under way. */
  idle(): Promise<void>
}

const runners = new WeakMap<object, PlanRunner>()

/** The one runner of this process for a database. A plan lives in its thread alone until it is complete. */
export function planRunner(client: DbClient): PlanRunner {
  let runner = runners.get(client.db)
  if (!runner) {
    runner = createRunner(client)
    runners.set(client.db, runner)
  }
  return runner
}

function createRunner(client: DbClient): PlanRunner {
  let live: LivePlan | null = null
  let end: PlanEnd | null = null
  let cancel = new AbortController()
  let done: Promise<void> = Promise.resolve()
  const work = async (request: PlanRequest, signal: AbortSignal): Promise<void> => {
    try {
      const { scenario, today } = request
      const solved = await runPlan(
        { databaseFile: client.sqlite.name, scenario, today, basis: null },
        {
          signal,
          onStep: (step) => {
            live = live && { ...live, step }
          },
        },
      )
      end = { resultId: await storePlan(client.db, { ...request, solved, now: new Date().toISOString() }) }
    } catch (error) {
      end = error instanceof PlanCancelled ? 'cancelled' : 'failed'
      if (end === 'failed') process.stderr.write(`plan failed: ${String(error).slice(0, 500)}\n`)
    } finally {
      live = null
    }
  }
  return {
    current: () => live,
    last: () => end,
    start(request) {
      if (live) return false
      end = null
      cancel = new AbortController()
      live = {
        id: randomUUID(),
        name: request.scenario.name,
        programmeId: request.programmeId ?? null,
        startedAt: new Date().toISOString(),
        step: null,
      }
      done = work(request, cancel.signal)
      return true
    },
    cancel(id) {
      if (live?.id === id) cancel.abort()
    },
    idle: () => done,
  }
}
