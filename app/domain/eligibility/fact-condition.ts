import { type Facts, type FactValue, factOf } from '../values/facts.ts'
import type { FactCondition } from '../values/offer.ts'

/** Kleene's third value: unknown is neither pass nor fail. */
export type Result = 'pass' | 'fail' | 'unknown'

const asSet = (value: FactValue): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : [String(value)]

/** Whether a known value meets a rule. */
export function valueMeets(condition: Pick<FactCondition, 'op' | 'value'>, actual: FactValue): boolean {
  const threshold = condition.value
  switch (condition.op) {
    case 'is':
      return actual === threshold
    case 'gte':
      return Number(actual) >= Number(threshold)
    case 'lte':
      return Number(actual) <= Number(threshold)
    case 'has_any':
      return asSet(threshold).some((member) => asSet(actual).includes(member))
    case 'has_all':
      return asSet(threshold).every((member) => asSet(actual).includes(member))
    case 'lacks':
      return !asSet(threshold).some((member) => asSet(actual).includes(member))
    case 'in':
      return asSet(threshold).includes(String(actual))
    case 'not_in':
      return !asSet(threshold).includes(String(actual))
  }
}

/** The result of one rule over what is known. */
export function evaluateFact(condition: FactCondition, facts: Facts): Result {
  const actual = factOf(facts, condition.fact)
  if (actual === null) return 'unknown'
  return valueMeets(condition, actual) ? 'pass' : 'fail'
}
