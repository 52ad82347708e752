import { fieldText } from '../documents/value-words.ts'
import type { FieldKey, SearchDocument, SearchHit } from '../engine.ts'
import type { IndexDefinition } from '../indexes.ts'
import type { QueryUnit } from './expand.ts'
import { highlight } from './highlight.ts'

/** A function that marks in the texts of a document what answers the query; both engines mark alike. */
export function marksFor(
  definition: IndexDefinition,
  units: readonly QueryUnit[],
): (document: Pick<SearchDocument, 'text' | 'facets'>) => SearchHit['highlights'] {
  const alternatives = units.flatMap((unit) => [...unit.words.flat(), ...unit.phrase])
  const terms = new Set(alternatives.filter((one) => !one.prefix).flatMap((one) => one.terms))
  const prefixes = alternatives.filter((one) => one.prefix).flatMap((one) => one.terms)
  const matches = (term: string) => terms.has(term) || prefixes.some((prefix) => term.startsWith(prefix))
  const fields = definition.fields.filter((field) => field.shown)
  return (document) => {
    const found: { [F in FieldKey]?: ReturnType<typeof highlight> } = {}
    if (units.length === 0) return {}
    for (const field of fields) {
      const marked = highlight(fieldText(field, document), matches)
      if (marked) found[field.key] = marked
    }
    return found as SearchHit['highlights']
  }
}
