import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { termIds, termLabel } from '#app/i18n/terms.ts'
import type { IntakeErrorCode, IntakeErrorValues } from './intake-error.ts'
import type { FieldId } from './understand/fields.ts'
import type { Problem } from './understand/problem.ts'

function listOf(locale: Locale, words: readonly string[]): string {
  return new Intl.ListFormat(locale === 'id' ? 'id-ID' : 'en-GB', { type: 'disjunction' }).format(words)
}

/** What may have been meant, in words. */
function choicesOf(locale: Locale, { code, values }: Problem): string {
  const texts = (name: string) => (Array.isArray(values[name]) ? (values[name] as readonly string[]) : [])
  if (code === 'sector.broad') {
    return listOf(
      locale,
      texts('candidates')
        .slice(0, 3)
        .map((id) => termLabel(locale, 'sector', id)),
    )
  }
  if (code === 'choice.unknown') {
    const kind = values.kind
    if (kind === 'gender') return 'P / L'
    const term = kind === 'ownership' ? 'ownership' : 'product_form'
    return listOf(
      locale,
      termIds(term).map((id) => termLabel(locale, term, id)),
    )
  }
  if (typeof values.found === 'string') return values.found
  if (typeof values.nearest === 'string') return values.nearest
  return listOf(locale, [...texts('suggestions'), ...texts('candidates')].slice(0, 5))
}

/** What is wrong with a cell and how to mend it, without row and column. */
export function problemSentence(locale: Locale, problem: Problem): string {
  const t = messagesFor(locale).intake
  const kind = String(problem.values.kind ?? '')
  return t.problems[problem.code]({
    value: problem.value,
    item: String(problem.values.item ?? problem.value),
    choices: choicesOf(locale, problem),
    row: String(problem.values.row ?? ''),
    office: String(problem.values.office ?? ''),
    kind: t.kinds[kind as keyof typeof t.kinds] ?? kind,
  })
}

/** "Baris 14, kolom Kab/Kota: ..." */
export function locatedProblem(locale: Locale, row: number, problem: Problem): string {
  const { problem: t } = messagesFor(locale).intake
  const sentence = problemSentence(locale, problem)
  return problem.column === null ? t.whole(String(row), sentence) : t.located(String(row), problem.column, sentence)
}

/** All problems of a row in one cell, a line each. */
export function problemsCell(locale: Locale, problems: readonly Problem[]): string {
  const { problem: t } = messagesFor(locale).intake
  return problems
    .map((problem) => {
      const sentence = problemSentence(locale, problem)
      return problem.column === null ? sentence : t.inColumn(problem.column, sentence)
    })
    .join('\n')
}

/** What a field is called; flag columns name their need or permit. */
export function fieldLabel(locale: Locale, field: FieldId, term: string | null = null): string {
  const { fields } = messagesFor(locale).intake
  if (field === 'need_flag') return fields.need_flag(termLabel(locale, 'need', term ?? ''))
  if (field === 'permit_flag') return fields.permit_flag(termLabel(locale, 'permit', term ?? ''))
  const own = (fields as Partial<Record<FieldId, unknown>>)[field]
  return typeof own === 'string' ? own : termLabel(locale, 'fact', field)
}

/** Why a file was refused as a whole and how to mend it. */
export function fileErrorSentence(locale: Locale, code: IntakeErrorCode, values: IntakeErrorValues): string {
  const number = new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB')
  const text = (name: string): string => {
    const value = values[name]
    if (value === undefined) return ''
    if (typeof value === 'number') return number.format(value)
    if (typeof value === 'string') return value
    return value.map((one) => (name === 'missing' ? fieldLabel(locale, one as FieldId) : one)).join(', ')
  }
  return messagesFor(locale).intake.fileErrors[code]({
    megabytes: text('megabytes'),
    limit: text('limit'),
    row: text('row'),
    rows: text('rows'),
    missing: text('missing'),
    headings: text('headings'),
    heading: text('heading'),
    columns: text('columns'),
  })
}
