import { SYSTEM } from '#app/domain/audit/event.ts'
import { eraseActor, replayErasures } from '#app/features/rights/erase-actor.server.ts'
import { withFreshSearch } from '../open-search.ts'
import { CliFailure, UsageError, type Verb } from '../verb.ts'

export const eraseVerb: Verb = {
  name: 'erase',
  options: { replay: { type: 'boolean' } },
  positionals: true,
  async run({ values, positionals }, io) {
    const t = io.t.verbs.erase
    const isReplay = values.replay === true
    if (positionals.length !== (isReplay ? 0 : 1)) throw new UsageError(t.oneOrReplay)
    const client = await io.openDb({ reference: false })
    const common = { by: SYSTEM, now: new Date().toISOString(), dataDir: io.config.dataDir }
    if (isReplay) {
      const erased = await replayErasures(client, { ...common, always: true })
      await withFreshSearch(io, client.db, async () => {})
      io.answer({ erased }, () => t.replayed(erased))
      return
    }
    const report = await eraseActor(client, { ...common, actorId: positionals[0]!, because: 'her_request' })
    if (!report) throw new CliFailure(t.unknown)
    await withFreshSearch(io, client.db, async () => {})
    io.answer(report, () => [
      t.done(report.files, report.rejects, report.texts),
      ...(report.filesToCheck > 0 ? [t.check(report.filesToCheck)] : []),
      ...(report.left > 0 ? [t.left] : []),
    ])
  },
}
