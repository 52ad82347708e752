import type { Viewer } from '#app/domain/access/viewer.ts'
import type { ProgrammeContext } from '#app/features/programmes/programme-records.server.ts'
import { sendProgramme } from '#app/features/programmes/send-programme.server.ts'
import { takeProgrammeStep } from '#app/features/programmes/take-programme-step.server.ts'
import { formatterFor } from '#app/i18n/format.ts'
import { jakartaDay } from '#app/lib/today.ts'
import type { EntryWithCourse } from '#db/queries/programme-entries.ts'
import { findEntriesWithCourse } from '#db/queries/programme-entries.ts'
import { findProgrammeParts, findProgrammes, getProgramme } from '#db/queries/programmes.ts'
import type { Io } from '../io.ts'
import { CliFailure, UsageError, type Verb } from '../verb.ts'

/** Whoever works at the terminal of the server publishes as the ministry; no account stands behind it. */
const CURATOR: Viewer = { accountId: null, role: 'ministry', scope: { reach: 'all' } }

/** Entries by what became of them: `sent`, `planned`, or the reason they are not sent. */
function countByEnd(entries: readonly EntryWithCourse[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { state, problem } of entries) counts[problem ?? state] = (counts[problem ?? state] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)))
}

async function publish(id: string, io: Io): Promise<void> {
  const t = io.t.verbs.programme
  const client = await io.openDb()
  const now = new Date()
  const programme = await getProgramme(client.db, id)
  if (!programme) throw new CliFailure(t.unknown(id))
  const context: ProgrammeContext = {
    client,
    db: client.db,
    viewer: CURATOR,
    locale: io.locale,
    today: jakartaDay(now),
    now: now.toISOString(),
  }
  const result = await takeProgrammeStep(context, id, { step: 'publish', version: null, words: '' })
  if (!result.ok) {
    const { lacks, states } = io.messages.programmes
    const why =
      result.why === 'lacks' ? result.lacks.map((lack) => lacks[lack]) : [t.wrongState(states[programme.state])]
    throw new CliFailure([t.cannot(programme.title), ...why.map((line) => `  - ${line}`)].join('\n'))
  }
  const progress = await sendProgramme(client, id, context.now, {
    signal: io.signal,
    onBatch: ({ done, failed, batches }) => io.progress(t.sending, done + failed, batches),
  })
  const entries = countByEnd(await findEntriesWithCourse(client.db, [id]))
  const { sent = 0, ...unsent } = entries
  const value = { id, already: result.already, ...progress, sent, unsent }
  if (progress.done < progress.batches) io.note(t.unfinished)
  io.answer(value, () => {
    const f = formatterFor(io.locale)
    const word = (end: string) =>
      Object.hasOwn(io.messages.programmes.problems, end)
        ? io.messages.programmes.problems[end as keyof typeof io.messages.programmes.problems]
        : t.untried
    return [
      (result.already ? t.already : t.published)(programme.title),
      t.sent(f.number(sent), f.number(progress.done), f.number(progress.batches)),
      ...Object.entries(unsent).map(([end, count]) => t.unsent(f.number(count), word(end))),
    ]
  })
}

async function list(io: Io): Promise<void> {
  const t = io.t.verbs.programme
  const client = await io.openDb()
  const rows = await findProgrammes(client.db, CURATOR.scope)
  const ids = rows.map((row) => row.id)
  const parts = await findProgrammeParts(client.db, ids)
  const entries = await findEntriesWithCourse(client.db, ids)
  const programmes = rows.map((row) => ({
    id: row.id,
    title: row.title,
    state: row.state,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    offers: parts.get(row.id)!.offers.map((offer) => offer.offer_id),
    regencies: parts.get(row.id)!.regions.map((region) => region.regency_code),
    labels: parts.get(row.id)!.labels,
    entries: countByEnd(entries.filter((entry) => entry.programmeId === row.id)),
  }))
  io.answer({ programmes }, () =>
    programmes.length === 0
      ? t.none
      : programmes.map((one) => t.line(one.id, io.messages.programmes.states[one.state], one.title)),
  )
}

export const programmeVerb: Verb = {
  name: 'programme',
  positionals: true,
  options: {},
  async run({ positionals }, io) {
    const [deed, id, ...more] = positionals
    if (deed === 'list' && id === undefined) await list(io)
    else if (deed === 'publish' && id !== undefined && more.length === 0) await publish(id, io)
    else throw new UsageError(io.t.verbs.programme.which)
  },
}
