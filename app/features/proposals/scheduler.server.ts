import type { Logger } from 'pino'
import { liveDb } from '#app/db.server.ts'
import { dataFolder } from '#app/features/rights/data-folder.server.ts'
import { finishErasures } from '#app/features/rights/finish-erasures.server.ts'
import { settleTasks } from '#app/features/tasks/settle-tasks.server.ts'
import { jakartaDay } from '#app/lib/today.ts'
import { runJobs } from './run-jobs.server.ts'

const EVERY_MS = 60_000

/** Runs what is due every minute while the server runs; a run that fails is tried again by the next. */
export function startScheduler(log: Logger): void {
  let running = false
  // why: what fails keeps nothing else from being done
  const tried = (failure: string, run: () => Promise<void>) => run().catch((err) => log.error({ err }, failure))
  const turn = async () => {
    if (running) return
    running = true
    try {
      await tried('jobs could not be run', async () => {
        const report = await runJobs(liveDb(), new Date().toISOString(), (err, job) =>
          log.error({ err, job }, 'job failed'),
        )
        if (report.failed > 0) log.warn(report, 'jobs failed')
      })
      await tried('erasures could not be finished', async () => {
        const erasures = await finishErasures(liveDb(), dataFolder())
        if (erasures.left > 0) log.warn({ left: erasures.left, err: erasures.error }, 'erasures are not finished')
      })
      await tried('tasks could not be settled', async () => {
        const now = new Date()
        await settleTasks(liveDb(), jakartaDay(now), now.toISOString())
      })
    } finally {
      running = false
    }
  }
  setInterval(turn, EVERY_MS).unref()
}
