import vocabulary from '#db/reference/data/vocabulary.json' with { type: 'json' }
import type { FacetKey, SearchDocument } from '../engine.ts'
import type { FieldDefinition } from '../indexes.ts'
import { allProvinces, isRegionCode, regenciesIn, regionName, regionTerm } from '../text/places.ts'
import { indexText } from '../text/tokens.ts'
import { isLabelled, labelsOf } from './labels.ts'

const idsOf = (terms: readonly { readonly id: string }[]) => terms.map((term) => term.id)

/** Every value of the facets whose words a field may be made of. */
const allValues: { readonly [K in FacetKey]?: readonly string[] } = {
  need: idsOf(vocabulary.needs),
  sector: idsOf(vocabulary.sectors),
  cluster: idsOf(vocabulary.clusters),
  permit: idsOf(vocabulary.permits),
  province: allProvinces(),
  regency: allProvinces().flatMap(regenciesIn),
}

/**
 * The text of a field of a document: as given, or made of the values it stands for, which stand in their own order, because
 * no engine keeps another.
 */
export function fieldText(field: FieldDefinition, document: Pick<SearchDocument, 'text' | 'facets'>): string {
  if (!field.wordsOf) return document.text[field.key] ?? ''
  return field.wordsOf
    .flatMap((facet) => [...new Set(document.facets[facet])].sort().map((value) => valueText(field, facet, value)))
    .filter((text) => text !== '')
    .join('; ')
}

/** What a value reads like in a field; '' for values without a name ("unknown", all sectors). */
function valueText(field: FieldDefinition, facet: FacetKey, value: string): string {
  if (facet === 'province' || facet === 'regency') {
    if (!isRegionCode(value)) return ''
    return field.key === 'codes' ? regionTerm(value) : regionName(value)
  }
  return isLabelled(facet) && value !== '*' ? labelsOf(facet, [value], '').join() : ''
}

const known = new Map<string, ReadonlyMap<string, readonly string[]>>()

/** For each word of a derived field the values of a facet that put it there. */
export function valuesByWord(field: FieldDefinition, facet: FacetKey): ReadonlyMap<string, readonly string[]> {
  const name = `${field.key} ${facet}`
  const before = known.get(name)
  if (before) return before
  const byWord = new Map<string, string[]>()
  for (const value of allValues[facet] ?? []) {
    for (const word of new Set(indexText(valueText(field, facet, value)).split(' '))) {
      if (word !== '') byWord.set(word, [...(byWord.get(word) ?? []), value])
    }
  }
  known.set(name, byWord)
  return byWord
}
