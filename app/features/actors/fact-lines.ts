import type { Day } from '#app/domain/values/day.ts'
import { FACT_IDS, type FactId, type Facts, type FactValue, factOf } from '#app/domain/values/facts.ts'
import { factValueText } from '#app/i18n/fact-text.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { termLabel } from '#app/i18n/terms.ts'
import { jakartaDay } from '#app/lib/today.ts'

/** One fact as the profile lists it; value null means nobody has asked. */
export interface FactLine {
  readonly fact: FactId
  readonly label: string
  readonly value: FactValue | null
  readonly text: string | null
  /** The day it was recorded; null for unknown facts and where no date was given. */
  readonly asOf: Day | null
}

/** The part of a change the dates of facts come from. */
export interface DatedChange {
  readonly fact: string
  readonly old_value: string | null
  readonly new_value: string | null
  /** page, undo, import: an import brings the day of its list, not that of its loading. */
  readonly source: string
  readonly changed_at: string
}

/** The name of a fact without the note on how it is written down. */
export function factLabel(locale: Locale, fact: FactId): string {
  return termLabel(locale, 'fact', fact).replace(/ \(.*\)$/, '')
}

/**
 * The day the facts that were never answered singly were recorded: the day of the record, led back past the answers
 * that moved it. `dayFact` is the name under which those moves stand among the changes, which come latest first.
 */
export function recordedOn(factsAsOf: Day | null, changes: readonly DatedChange[], dayFact: string): Day | null {
  let day = factsAsOf
  for (const change of changes) {
    if (change.source === 'import') break
    if (change.fact !== dayFact || change.new_value !== (day === null ? null : JSON.stringify(day))) continue
    day = change.old_value === null ? null : (JSON.parse(change.old_value) as Day)
  }
  return day
}

/** Of two days the later; a list loaded after an answer has confirmed it anew. */
function later(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b
  return a > b ? a : b
}

/** Every fact in the order of the vocabulary, each with its own date. */
export function factLines(
  locale: Locale,
  facts: Facts,
  recorded: Day | null,
  changes: readonly DatedChange[],
): readonly FactLine[] {
  return FACT_IDS.map((fact) => {
    const value = factOf(facts, fact)
    const answer = changes.find((change) => change.fact === fact && change.source !== 'import')
    return {
      fact,
      label: factLabel(locale, fact),
      value,
      text: value === null ? null : factValueText(locale, fact, value),
      asOf: value === null ? null : later(answer ? jakartaDay(new Date(answer.changed_at)) : null, recorded),
    }
  })
}
