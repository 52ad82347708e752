import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { importFile } from '#app/features/intake/import-file.server.ts'
import { IntakeError } from '#app/intake/intake-error.ts'
import { LoadStopped } from '#app/intake/load/stage-file.server.ts'
import { fileErrorSentence } from '#app/intake/sentences.ts'
import { readDay } from '#app/intake/understand/read-date.ts'
import { rejectsCsv, rejectsXlsx } from '#app/intake/write/rejects-table.ts'
import { templateCsv, templateXlsx } from '#app/intake/write/template.ts'
import { jakartaDay } from '#app/lib/today.ts'
import type { StagedReject } from '#db/import-staging.ts'
import { importAnswer, importLines } from '../import-answer.ts'
import type { Io } from '../io.ts'
import { CliFailure, UsageError, type Verb } from '../verb.ts'

/** Rejected rows an answer can name; a file of rejects holds them all. */
const ANSWERED_REJECTS = 200

function tableKind(file: string, io: Io): 'xlsx' | 'csv' {
  const kind = extname(file).slice(1).toLowerCase()
  if (kind !== 'xlsx' && kind !== 'csv') throw new UsageError(io.t.verbs.import.wrongName(file))
  return kind
}

async function writeTemplate(file: string, io: Io): Promise<void> {
  const kind = tableKind(file, io)
  await writeFile(file, kind === 'xlsx' ? await templateXlsx(io.locale) : templateCsv(io.locale))
  io.answer({ template: file }, () => io.t.verbs.import.templateWritten(file))
}

async function writeRejects(
  file: string,
  headings: readonly string[],
  rejects: readonly StagedReject[],
  io: Io,
): Promise<void> {
  const rows = async function* () {
    yield* rejects
  }
  const source =
    tableKind(file, io) === 'xlsx'
      ? Readable.fromWeb(rejectsXlsx(io.locale, headings, rows()) as Parameters<typeof Readable.fromWeb>[0])
      : Readable.from(rejectsCsv(io.locale, headings, rows()))
  await pipeline(source, createWriteStream(file))
}

/** A bar on standard error whose label tells the time left, once it can be told. */
function progressBar(io: Io): (phase: 'reading' | 'writing', done: number, total: number) => void {
  const t = io.t.verbs.import
  let current = ''
  let start = 0
  return (phase, done, total) => {
    if (phase !== current) {
      current = phase
      start = performance.now()
    }
    const spent = (performance.now() - start) / 1000
    const left = done > 0 && spent > 1 ? Math.ceil((spent / done) * (total - done)) : null
    io.progress((left === null ? t[phase] : t.left(t[phase], left)).padEnd(44), done, total)
  }
}

export const importVerb: Verb = {
  name: 'import',
  options: {
    'dry-run': { type: 'boolean' },
    'as-of': { type: 'string' },
    rejects: { type: 'string' },
    template: { type: 'string' },
  },
  positionals: true,
  async run({ values, positionals }, io) {
    const t = io.t.verbs.import
    const [file, ...more] = positionals
    if (typeof values.template === 'string') {
      if (file !== undefined) throw new UsageError(t.oneFile)
      return writeTemplate(values.template, io)
    }
    if (file === undefined || more.length > 0) throw new UsageError(t.oneFile)
    const today = jakartaDay(new Date())
    const asOf = values['as-of'] === undefined ? today : readDay(String(values['as-of']), today)
    if (asOf === null || asOf > today) throw new UsageError(t.wrongDay(String(values['as-of'])))
    const rejectsFile = typeof values.rejects === 'string' ? values.rejects : null
    if (rejectsFile) tableKind(rejectsFile, io)
    const start = performance.now()
    const client = await io.openDb()
    try {
      const outcome = await importFile(client, {
        dataDir: io.config.dataDir,
        file,
        dryRun: values['dry-run'] === true,
        asOf,
        today,
        now: () => new Date().toISOString(),
        rejectLimit: rejectsFile ? Number.MAX_SAFE_INTEGER : ANSWERED_REJECTS,
        onProgress: progressBar(io),
        shouldStop: () => io.signal.aborted,
      })
      const headings = outcome.summary.headings.map(({ heading }) => heading)
      if (rejectsFile && outcome.rejects.length > 0) await writeRejects(rejectsFile, headings, outcome.rejects, io)
      const written = rejectsFile && outcome.rejects.length > 0 ? rejectsFile : null
      const seconds = Math.round(performance.now() - start) / 1000
      const shown = { ...outcome, rejects: outcome.rejects.slice(0, ANSWERED_REJECTS) }
      io.answer(importAnswer(shown, { file: basename(file), rejectsFile: written, seconds }), () =>
        importLines(shown, { rejectsFile: written, seconds }, io),
      )
    } catch (error) {
      if (error instanceof LoadStopped) throw new CliFailure(t.stopped, { cause: error })
      if (error instanceof IntakeError) {
        throw new CliFailure(`${basename(file)}: ${fileErrorSentence(io.locale, error.code, error.values)}`, {
          cause: error,
        })
      }
      throw error
    }
  },
}
