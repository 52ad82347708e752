import { runJobs } from '#app/features/proposals/run-jobs.server.ts'
import { settleTasks } from '#app/features/tasks/settle-tasks.server.ts'
import { formatterFor } from '#app/i18n/format.ts'
import { jakartaDay } from '#app/lib/today.ts'
import { UsageError, type Verb } from '../verb.ts'

export const jobsVerb: Verb = {
  name: 'jobs',
  positionals: true,
  options: { now: { type: 'string' } },
  async run({ values, positionals }, io) {
    const t = io.t.verbs.jobs
    if (positionals.length !== 1 || positionals[0] !== 'run') throw new UsageError(t.onlyRun)
    const given = values.now === undefined ? Date.now() : Date.parse(String(values.now))
    if (Number.isNaN(given)) throw new UsageError(t.badInstant(String(values.now)))
    const now = new Date(given).toISOString()
    const client = await io.openDb()
    const report = {
      ...(await runJobs(client, now)),
      closedTasks: await settleTasks(client, jakartaDay(new Date(given)), now),
    }
    const f = formatterFor(io.locale)
    io.answer({ now, ...report }, () => [
      t.done(f.number(report.queued), f.number(report.done), f.number(report.failed)),
      t.closedTasks(f.number(report.closedTasks)),
    ])
  },
}
