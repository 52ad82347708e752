import type { PlanJob, PlanMessage, PlanStep, SolvedPlan } from '#app/workers/plan.worker.ts'
import { startWorker } from '#app/workers/start-worker.ts'

/** The solve was cancelled. */
export class PlanCancelled extends Error {}

/** Beyond the solver's own limit, for reading the demand and for work outside the solver. */
const GRACE_SECONDS = 120

/**
 * Makes a plan in a thread of its own, so that pages stay quick. To cancel is to end the thread: nothing is half done,
 * since the thread writes nothing.
 * @throws PlanCancelled when the signal is raised, Error when the thread fails or is killed.
 */
export function runPlan(
  job: PlanJob,
  options: { readonly signal?: AbortSignal; readonly onStep?: (step: PlanStep) => void } = {},
): Promise<SolvedPlan> {
  const { signal } = options
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new PlanCancelled())
    const worker = startWorker('app/workers/plan.worker.ts', { workerData: job })
    let settled = false
    const timer = setTimeout(
      () => end(() => reject(new Error('the plan took longer than it may'))),
      (job.scenario.timeLimit + GRACE_SECONDS) * 1000,
    )
    const end = (settle: () => void): void => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      void worker.terminate().then(settle, settle)
    }
    const cancel = (): void => end(() => reject(new PlanCancelled()))
    signal?.addEventListener('abort', cancel, { once: true })
    worker.on('message', (message: PlanMessage) => {
      if ('step' in message) options.onStep?.(message.step)
      else if ('solved' in message) end(() => resolve(message.solved))
      else end(() => reject(new Error(message.failed)))
    })
    worker.once('error', (error) => end(() => reject(error)))
    worker.once('exit', () => end(() => reject(new Error('the thread of the plan ended'))))
  })
}
