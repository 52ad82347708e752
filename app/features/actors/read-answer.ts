import { FACT_LIMITS, isValueOf } from '#app/domain/values/fact-value.ts'
import { FACT_KINDS, FACT_VALUES, type FactId, type FactValue } from '#app/domain/values/facts.ts'

/** The value of the checkbox "none of these", and of the button that clears an answer. */
export const NONE = 'none'
export const CLEAR = 'unknown'

export type AnswerProblem = 'nothing_chosen' | 'none_and_some' | 'not_whole' | 'too_large' | 'not_offered'

export type ReadAnswer =
  | { readonly ok: true; readonly value: FactValue | null }
  | { readonly ok: false; readonly problem: AnswerProblem }

const bad = (problem: AnswerProblem): ReadAnswer => ({ ok: false, problem })
const good = (value: FactValue | null): ReadAnswer => ({ ok: true, value })

function readWhole(fact: FactId, text: string): ReadAnswer {
  const bare = text.trim()
  if (bare === '') return bad('nothing_chosen')
  // why: "1.200" is twelve hundred here, but "1.5" is no whole number
  if (!/^(\d+|\d{1,3}(\.\d{3})+)$/.test(bare)) return bad('not_whole')
  const value = Number(bare.replaceAll('.', ''))
  return value > FACT_LIMITS[fact]! ? bad('too_large') : good(value)
}

/** Reads what a form says about a fact: one value, or several for a set. Null is "not known after all". */
export function readAnswer(fact: FactId, values: readonly string[]): ReadAnswer {
  if (values.includes(CLEAR)) return good(null)
  switch (FACT_KINDS[fact]) {
    case 'boolean':
      if (values[0] === 'yes') return good(true)
      return values[0] === 'no' ? good(false) : bad('nothing_chosen')
    case 'integer':
      return readWhole(fact, values[0] ?? '')
    case 'choice':
      if (values[0] === undefined || values[0] === '') return bad('nothing_chosen')
      return isValueOf(fact, values[0]) ? good(values[0]) : bad('not_offered')
    case 'set': {
      if (values.length === 0) return bad('nothing_chosen')
      const members = FACT_VALUES[fact]!.filter((member) => values.includes(member))
      if (values.includes(NONE)) return members.length > 0 ? bad('none_and_some') : good([])
      return members.length === new Set(values).size ? good(members) : bad('not_offered')
    }
  }
}
