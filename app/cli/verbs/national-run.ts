import { randomUUID } from 'node:crypto'
import { nationalRun } from '#app/features/matches/national-run.server.ts'
import { RunCancelled } from '#app/features/matches/rank-all.server.ts'
import { formatterFor } from '#app/i18n/format.ts'
import { jakartaDay } from '#app/lib/today.ts'
import { readInteger } from '../read-option.ts'
import { CliFailure, type Verb } from '../verb.ts'

export const nationalRunVerb: Verb = {
  name: 'national-run',
  options: { top: { type: 'string' }, threads: { type: 'string' } },
  async run({ values }, io) {
    const t = io.t.verbs['national-run']
    const top = readInteger(values.top, '--top', { min: 1, max: 100 }, io.t) ?? 10
    const threads = readInteger(values.threads, '--threads', { min: 1, max: 64 }, io.t)
    const client = await io.openDb()
    const now = () => new Date()
    try {
      const summary = await nationalRun(client, {
        id: randomUUID(),
        dataDir: io.config.dataDir,
        today: jakartaDay(now()),
        now,
        top,
        signal: io.signal,
        onProgress: ({ phase, done, total }) => io.progress(t.phases[phase], done, total),
        ...(threads === undefined ? {} : { threads }),
      })
      io.answer(summary, () => {
        const f = formatterFor(io.locale)
        return t.done(
          f.number(summary.actors),
          f.number(summary.offers),
          f.number(summary.eligible_pairs),
          f.number(summary.undecided_pairs),
          f.number(summary.seconds, 2),
        )
      })
    } catch (error) {
      if (error instanceof RunCancelled) throw new CliFailure(t.cancelled)
      throw error
    }
  },
}
