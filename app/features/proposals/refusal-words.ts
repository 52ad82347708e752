import type { FormError } from '#app/components/error-summary.tsx'
import { REASON_TEXT_LIMIT, type ReasonProblem } from '#app/domain/loop/reasons.ts'
import type { SendingProblem } from '#app/domain/loop/sending.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { findingText, type RegionName } from '#app/i18n/finding-text.ts'
import { formatterFor } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { STEP_FIELDS } from './read-step.ts'
import { type StepRefused, WORDS_LIMIT } from './take-step.server.ts'

/** What stands in the way of sending, as sentences; the same sentence once. */
export function problemSentences(
  locale: Locale,
  problems: readonly SendingProblem[],
  region: RegionName,
): readonly string[] {
  const t = messagesFor(locale).proposals.problems
  return [
    ...new Set(
      problems.map(({ code, actorId, findings }) => {
        const detail = findings.map((finding) => findingText(locale, finding, region).sentence).join(' ')
        return t[code](actorId === null ? '' : actorCode(actorId), detail)
      }),
    ),
  ]
}

/** What is wrong with a reason, at the field it is wrong in. */
export function reasonError(locale: Locale, problem: ReasonProblem): FormError {
  const field =
    problem === 'condition_missing'
      ? STEP_FIELDS.condition
      : problem === 'text_missing' || problem === 'text_long'
        ? STEP_FIELDS.text
        : STEP_FIELDS.reason
  const t = messagesFor(locale).proposals
  const message =
    problem === 'text_long' ? t.reasonLong(formatterFor(locale).number(REASON_TEXT_LIMIT)) : t.reasonProblems[problem]
  return { field, message }
}

/** A refused step as errors of the page: where to go, and what to say. `nameOf` names an account. */
export function refusalErrors(
  locale: Locale,
  refused: StepRefused,
  options: { readonly region: RegionName; readonly nameOf: (accountId: string | null) => string },
): readonly FormError[] {
  const t = messagesFor(locale).proposals
  const f = formatterFor(locale)
  switch (refused.kind) {
    case 'conflict': {
      const message = t.refused.conflict(
        t.states[refused.state],
        options.nameOf(refused.accountId),
        f.instant(refused.at),
      )
      return [{ field: 'langkah', message }]
    }
    case 'reason':
      return [reasonError(locale, refused.problem)]
    case 'words': {
      const { missing, long } = t.form.words
      return [{ field: STEP_FIELDS.words, message: refused.problem === 'long' ? long(f.number(WORDS_LIMIT)) : missing }]
    }
    case 'outcomes':
      return refused.positions.map((position) => {
        if (!refused.problem) return { field: `${STEP_FIELDS.outcome}-${position}`, message: t.form.outcomeProblem }
        const { field, message } = reasonError(locale, refused.problem)
        return { field: `${field}-${position}`, message }
      })
    case 'sending':
      return [
        { field: 'langkah', message: t.refused.sending },
        ...problemSentences(locale, refused.problems, options.region).map((message) => ({ field: 'pelaku', message })),
      ]
    case 'consent':
      return [{ field: 'pelaku', message: t.refused.consent(f.list(refused.actorIds.map(actorCode))) }]
    case 'capacity':
      return [
        {
          field: 'langkah',
          message: refused.problem === 'stale' ? t.refused.capacityStale : t.refused.capacityFull,
        },
      ]
  }
}
