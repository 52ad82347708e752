import { valuesByWord } from '../documents/value-words.ts'
import type { FacetKey } from '../engine.ts'
import type { FieldDefinition, IndexDefinition } from '../indexes.ts'
import type { Bits } from './bits.ts'
import type { IndexColumns } from './index-columns.ts'
import { EVERYBODY } from './members.ts'

function* derivedFacets(definition: IndexDefinition, level: number): Generator<[FieldDefinition, FacetKey]> {
  for (const field of definition.fields) {
    if (field.level <= level) for (const facet of field.wordsOf ?? []) yield [field, facet]
  }
}

/** The documents that have a word (or prefix) in a field made of facet values, as the facets' own sets. */
export function* derivedSets(
  definition: IndexDefinition,
  columns: IndexColumns,
  term: string,
  prefix: boolean,
  level: number,
): Generator<Bits> {
  for (const [field, facet] of derivedFacets(definition, level)) {
    const byWord = valuesByWord(field, facet)
    const values = prefix ? valuesWithPrefix(byWord, term) : (byWord.get(term) ?? [])
    if (values.length > 0) yield columns.matching(facet, values)
  }
}

/** The words of fields made of facet values, with the number of documents (counted once for each value that has them). */
export function derivedWords(definition: IndexDefinition, columns: IndexColumns): Map<string, number> {
  const documents = new Map<string, number>()
  for (const [field, facet] of derivedFacets(definition, Number.POSITIVE_INFINITY)) {
    const counted = columns.facets.get(facet)!.counts(EVERYBODY)
    const counts = new Map(counted.map(({ value, count }) => [value, count]))
    for (const [word, values] of valuesByWord(field, facet)) {
      const count = values.reduce((sum, value) => sum + (counts.get(value) ?? 0), 0)
      if (count > 0) documents.set(word, (documents.get(word) ?? 0) + count)
    }
  }
  return documents
}

function valuesWithPrefix(byWord: ReadonlyMap<string, readonly string[]>, prefix: string): string[] {
  const values = new Set<string>()
  for (const [word, some] of byWord) if (word.startsWith(prefix)) for (const value of some) values.add(value)
  return [...values]
}
