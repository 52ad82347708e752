import { randomUUID } from 'node:crypto'
import type { Scenario } from '#app/domain/planning/scenario.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { PlanStep } from '#app/workers/plan.worker.ts'
import type { DbClient } from '#db/client.ts'
import { PlanCancelled, runPlan } from './run-plan.ts'
import { beginPlan, completePlan, endPlan } from './store-plan.server.ts'

/** A plan under way in this process. */
export interface LivePlan {
  /** The id its result will have. */
  readonly id: string
  readonly name: string
  /** The programme it is made for. */
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
  /** Ends the thread of the plan with this id; only that it was cancelled is stored. */
  cancel(id: string): void
  /** Resolves when no plan is under way. */
  idle(): Promise<void>
}

const runners = new WeakMap<object, PlanRunner>()

/**
 * The one runner of this process for a database. A plan lives in its thread alone until it is complete; the database knows
 * meanwhile that it is under way, so that a process that dies leaves no riddle.
 */
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
  const instant = (): string => new Date().toISOString()
  const work = async (id: string, request: PlanRequest, signal: AbortSignal): Promise<void> => {
    const { db } = client
    try {
      const { scenario, today } = request
      await db.transaction().execute((trx) => beginPlan(trx, { ...request, id, now: instant() }))
      const solved = await runPlan(
        { databaseFile: client.sqlite.name, scenario, today, basis: null },
        {
          signal,
          onStep: (step) => {
            live = live && { ...live, step }
          },
        },
      )
      await db.transaction().execute((trx) => completePlan(trx, { ...request, id, solved, now: instant() }))
      end = { resultId: id }
    } catch (error) {
      end = error instanceof PlanCancelled ? 'cancelled' : 'failed'
      if (end === 'failed') process.stderr.write(`plan failed: ${String(error).slice(0, 500)}\n`)
      await endPlan(db, id, end, instant()).catch(() => {})
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
      const id = randomUUID()
      const { scenario, programmeId = null } = request
      live = { id, name: scenario.name, programmeId, startedAt: instant(), step: null }
      done = work(id, request, cancel.signal)
      return true
    },
    cancel(id) {
      if (live?.id === id) cancel.abort()
    },
    idle: () => done,
  }
}
