import type { ImportOutcome } from '#app/features/intake/import-file.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { termLabel } from '#app/i18n/terms.ts'
import type { SampleRow } from '#app/intake/load/summary.ts'
import { fieldLabel, locatedProblem } from '#app/intake/sentences.ts'
import type { Problem } from '#app/intake/understand/problem.ts'
import { regionRows } from '#db/reference/region-rows.ts'
import type { Io } from './io.ts'

interface Around {
  readonly rejectsFile: string | null
  readonly seconds: number
}

function problemsOf(outcome: ImportOutcome): { row: number; problem: Problem }[] {
  return outcome.rejects.flatMap((reject) =>
    (JSON.parse(reject.problems) as Problem[]).map((problem) => ({ row: reject.row, problem })),
  )
}

function regionNames(): ReadonlyMap<string, string> {
  return new Map(regionRows().map((region) => [region.code, region.name]))
}

/** The answer of `import --json`: what was understood, what became of the rows, what is wrong with the rejected ones. */
export function importAnswer(outcome: ImportOutcome, around: Around & { readonly file: string }) {
  const { summary } = outcome
  const names = regionNames()
  const { created, ...rows } = summary.rows
  return {
    status: outcome.batchId === null ? 'dry_run' : 'done',
    batch: outcome.batchId,
    file: around.file,
    kind: summary.kind,
    encoding: summary.encoding,
    delimiter: summary.delimiter,
    sheet: summary.sheet,
    headerRow: summary.headerRow,
    asOf: summary.asOf,
    columns: summary.columns,
    ignored: summary.ignored,
    rows: { ...rows, new: created },
    skipped: summary.skipped,
    notices: summary.notices,
    regions: summary.regions.map(({ code, rows }) => ({ code, name: names.get(code) ?? code, rows })),
    problems: problemsOf(outcome).map(({ row, problem }) => ({
      row,
      ...problem,
      text_id: locatedProblem('id', row, problem),
      text_en: locatedProblem('en', row, problem),
    })),
    rejectsFile: around.rejectsFile,
    seconds: around.seconds,
  }
}

function sampleLine(sample: SampleRow, names: ReadonlyMap<string, string>, io: Io): string {
  const list = (kind: 'sector' | 'need', ids: readonly string[] | null) =>
    ids === null ? io.messages.common.unknown : ids.map((id) => termLabel(io.locale, kind, id)).join(', ') || '-'
  const parts = [
    [sample.name, sample.businessName].filter(Boolean).join(' / '),
    [names.get(sample.regency ?? ''), sample.village].filter(Boolean).join(', '),
    list('sector', sample.sectors),
    sample.cluster ?? io.messages.common.unknown,
    list('need', sample.needs),
  ]
  return `  ${sample.row}. ${parts.join(' | ')}`
}

/** The answer for a person: mapping, first rows, counts, problems. */
export function importLines(outcome: ImportOutcome, around: Around, io: Io): string[] {
  const t = io.t.verbs.import
  const { intake } = messagesFor(io.locale)
  const { summary } = outcome
  const { rows } = summary
  const names = regionNames()
  const problems = problemsOf(outcome).map(({ row, problem }) => `  ${locatedProblem(io.locale, row, problem)}`)
  const lines = [
    `${intake.mapping.title}:`,
    ...summary.columns.map(({ heading, field, term }) => `  ${heading} -> ${fieldLabel(io.locale, field, term)}`),
    ...(summary.ignored.length > 0 ? [`${intake.mapping.ignoredTitle}:`] : []),
    ...summary.ignored.map(({ heading, reason }) => `  ${heading} (${intake.mapping.reasons[reason]})`),
    ...summary.notices.map(({ column, code, cells }) => `! ${intake.notices[code](column, String(cells))}`),
  ]
  if (outcome.batchId === null && outcome.sample.length > 0) {
    lines.push(`${intake.sample.title}:`, ...outcome.sample.slice(0, 5).map((row) => sampleLine(row, names, io)))
  }
  if (problems.length > 0) {
    lines.push(`${intake.rejects.title}:`, ...problems.slice(0, 20))
    if (problems.length > 20) lines.push(`  ${t.moreProblems}`)
  }
  if (around.rejectsFile) lines.push(t.rejectsWritten(around.rejectsFile))
  const seconds = around.seconds.toLocaleString(io.locale === 'id' ? 'id-ID' : 'en-GB')
  lines.push(t.counts(rows.total, rows.created, rows.changed, rows.same, rows.rejected))
  lines.push(outcome.batchId === null ? t.dryRun : t.done(seconds))
  return lines
}
