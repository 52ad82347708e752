import type { Logger } from 'pino'
import { liveDb } from '#app/db.server.ts'
import { settleTasks } from '#app/features/tasks/settle-tasks.server.ts'
import { jakartaDay } from '#app/lib/today.ts'
import { runJobs } from './run-jobs.server.ts'

const EVERY_MS = 60_000

/** Runs what is due every minute while the server runs; a run that fails is tried again by the next. */
export function startScheduler(log: Logger): void {
  let running = false
  const turn = async () => {
    if (running) return
    running = true
    try {
      const report = await runJobs(liveDb(), new Date().toISOString())
      if (report.failed > 0) log.warn(report, 'jobs failed')
      const now = new Date()
      await settleTasks(liveDb(), jakartaDay(now), now.toISOString())
    } catch (error) {
      log.error({ err: error }, 'jobs could not be run')
    } finally {
      running = false
    }
  }
  setInterval(turn, EVERY_MS).unref()
}
