import { fieldText } from '../documents/value-words.ts'
import type { FacetKey, SearchDocument, SortField } from '../engine.ts'
import { type IndexDefinition, LEVELS, sortFieldsOf, storedFields } from '../indexes.ts'
import { indexText } from '../text/tokens.ts'
import { decodeFacetValue, encodeFacetValue } from './facet-value.ts'
import { wellFormed } from './well-formed.ts'

/** Raised whenever documents are written differently; an index of another layout is filled anew. */
export const LAYOUT = 2

export const PRIMARY_KEY = 'key'
export const TEXTS = 'texts'
/** The id as the port has it; scopes may name documents by it. */
export const ID = 'id'
/** The handle of a document: found whole or not at all, and no word among the others. */
export const HANDLE = 'handle'

export type Level = (typeof LEVELS)[number]

/**
 * Words of a document as search/text cut them, each in the weightiest level it occurs in and in no other. Fields that are
 * made of facet values have none here: their words are found through the facets.
 */
export const wordField = (level: Level): string => `words_${level}`
export const facetField = (facet: FacetKey): string => `facet_${facet}`
export const sortField = (field: SortField): string => `sort_${field}`

export interface StoredDocument {
  readonly key: string
  readonly id: string
  readonly texts: SearchDocument['text']
  readonly [field: string]: unknown
}

/** The document as it is stored: texts to show, and the same words, facets and sorts that the embedded engine keeps. */
export function storedDocument(definition: IndexDefinition, document: SearchDocument): StoredDocument {
  const words = wordsByLevel(definition, document)
  return {
    [PRIMARY_KEY]: documentKey(document.id),
    id: document.id,
    ...(definition.handles ? { [HANDLE]: document.handle ?? null } : {}),
    [TEXTS]: Object.fromEntries(definition.fields.map((field) => [field.key, fieldText(field, document)])),
    ...Object.fromEntries(LEVELS.map((level) => [wordField(level), words[level - 1]])),
    ...Object.fromEntries(
      definition.facets.map((facet) => [facetField(facet), (document.facets[facet] ?? []).map(encodeFacetValue)]),
    ),
    ...Object.fromEntries(sortFieldsOf(definition.name).map((field) => [sortField(field), document.sort[field] ?? 0])),
  } as StoredDocument
}

/** The server takes letters, digits, - and _ only as identifiers; offers have dots in theirs. */
export function documentKey(id: string): string {
  return Buffer.from(id, 'utf8').toString('base64url')
}

/** The levels of which documents have words of their own. */
export function storedLevels(definition: IndexDefinition): readonly Level[] {
  return LEVELS.filter((level) => storedFields(definition).some((field) => field.level === level))
}

function wordsByLevel(definition: IndexDefinition, document: SearchDocument): string[][] {
  const seen = new Set<string>()
  return LEVELS.map((level) => {
    const own: string[] = []
    for (const field of storedFields(definition)) {
      if (field.level !== level) continue
      for (const word of indexText(fieldText(field, document)).split(' ')) {
        if (word === '' || seen.has(word)) continue
        seen.add(word)
        own.push(wellFormed(word))
      }
    }
    return own
  })
}

/** The values of a facet of a stored document, as the port has them; empty when they were not asked for. */
export function facetValues(stored: StoredDocument, facet: FacetKey): readonly string[] {
  return ((stored[facetField(facet)] as readonly string[] | undefined) ?? []).map(decodeFacetValue)
}
