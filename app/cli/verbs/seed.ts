import { loadReference } from '#db/reference/load.ts'
import { DemoSeedMismatch, seedDemoActors } from '#db/seed/demo.ts'
import { readInteger } from '../read-option.ts'
import { UsageError, type Verb } from '../verb.ts'

export const seedVerb: Verb = {
  name: 'seed',
  options: { actors: { type: 'string' }, seed: { type: 'string' } },
  async run({ values }, io) {
    const text = io.t.verbs.seed
    const actors = readInteger(values.actors, '--actors', { min: 0, max: 2_000_000 }, io.t) ?? io.config.demoActors
    const seed = readInteger(values.seed, '--seed', { min: 0, max: 2_147_483_647 }, io.t)
    const start = performance.now()
    const client = await io.openDb({ reference: false })
    const reference = await loadReference(client)
    for (const part of reference) if (part.kept.length > 0) io.note(text.kept(part.part, part.kept.join(', ')))
    try {
      const report = await seedDemoActors(client, {
        actors,
        signal: io.signal,
        onProgress: ({ done, total }) => io.progress(text.progress, done, total),
        ...(seed === undefined ? {} : { seed }),
      })
      const seconds = Math.round(performance.now() - start) / 1000
      io.answer({ reference, actors: report, seconds }, () =>
        text.done(report.added, report.total, seconds.toLocaleString(io.locale === 'id' ? 'id-ID' : 'en-GB')),
      )
    } catch (error) {
      if (error instanceof DemoSeedMismatch) throw new UsageError(text.mismatch(error.stored), { cause: error })
      throw error
    }
  },
}
