import type { Alternative, QueryUnit } from './expand.ts'

/** Whether a word of a document answers any word of the query; null when there is no query. */
export function wordMatcher(units: readonly QueryUnit[]): ((term: string) => boolean) | null {
  if (units.length === 0) return null
  const alternatives: Alternative[] = units.flatMap((unit) => [...unit.words.flat(), ...unit.phrase])
  const terms = new Set(alternatives.filter((one) => !one.prefix).flatMap((one) => one.terms))
  const prefixes = alternatives.filter((one) => one.prefix).flatMap((one) => one.terms)
  return (term) => terms.has(term) || prefixes.some((prefix) => term.startsWith(prefix))
}
