import type { FactId } from '#app/domain/values/facts.ts'

/** The places where a refused answer is shown again: the next question, and the list of facts for all others. */
export const ASK_PLACE = 'tanya'
export const FACTS_PLACE = 'fakta'

/** What was wrong with the answer that was just sent, for the form it came from. */
export interface RefusedAnswer {
  readonly fact: FactId
  readonly place: typeof ASK_PLACE | typeof FACTS_PLACE
  readonly message: string
  readonly values: readonly string[]
}

/** Id of the first control of a form, for links from an error summary. */
export function answerControlId(place: string, fact: FactId): string {
  return `${place}-${fact}`
}
