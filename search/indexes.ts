import type { FacetKey, FieldKey, IndexName, SearchQuery, SortField, SortKey } from './engine.ts'
import { SearchRejected } from './engine.ts'

export interface FieldDefinition {
  readonly key: FieldKey
  /** 1 weighs most: a document whose words all stand in fields of level 1 comes before one that needs level 2. */
  readonly level: 1 | 2 | 3
  /** Shown to people. Codes are searched but never shown. */
  readonly shown: boolean
  /** The field's text is made of the names of these facets' values; engines find its words through the facets. */
  readonly wordsOf?: readonly FacetKey[]
}

export interface SortStep {
  readonly field: SortField
  readonly descending: boolean
}

export interface IndexDefinition {
  readonly name: IndexName
  readonly fields: readonly FieldDefinition[]
  readonly facets: readonly FacetKey[]
  /** Order of documents by sort key; `relevance` orders inside one tier. Each ends in `tie`, which is unique in practice. */
  readonly sorts: { readonly [S in SortKey]: readonly SortStep[] }
  /** The facet whose first value is a document's group; null where documents have none. */
  readonly groupBy: FacetKey | null
  /** Whether documents have a handle (SearchDocument). */
  readonly handles: boolean
  /** Facets that `regions` scope restricts; empty when everybody may see all. */
  readonly scopedBy: readonly FacetKey[]
}

const up = (field: SortField): SortStep => ({ field, descending: false })
const down = (field: SortField): SortStep => ({ field, descending: true })
const byName = [up('name_1'), up('name_2'), up('name_3'), up('name_4'), up('tie')]

export const LEVELS = [1, 2, 3] as const

/** The single source of fields, weights, facets and sorts; the schema of both engines is made from it. */
export const INDEXES: { readonly [I in IndexName]: IndexDefinition } = {
  offers: {
    name: 'offers',
    fields: [
      { key: 'partner', level: 1, shown: true },
      { key: 'offer', level: 1, shown: true },
      { key: 'topics', level: 2, shown: true },
      { key: 'place', level: 2, shown: true },
      { key: 'description', level: 3, shown: true },
      { key: 'codes', level: 3, shown: false, wordsOf: ['province', 'regency'] },
    ],
    facets: [
      'need',
      'sector',
      'province',
      'regency',
      'coverage',
      'cluster',
      'tie',
      'partner_type',
      'partner',
      'status',
      'freshness',
    ],
    sorts: {
      relevance: [up('status_rank'), down('as_of'), up('tie')],
      newest: [down('as_of'), up('tie')],
      name: byName,
    },
    groupBy: 'partner',
    handles: false,
    scopedBy: [],
  },
  actors: {
    name: 'actors',
    fields: [
      { key: 'products', level: 1, shown: true },
      { key: 'topics', level: 2, shown: true, wordsOf: ['sector', 'need', 'permit', 'cluster'] },
      { key: 'place', level: 2, shown: true, wordsOf: ['regency', 'province'] },
      { key: 'codes', level: 3, shown: false, wordsOf: ['province', 'regency'] },
    ],
    facets: ['need', 'sector', 'province', 'regency', 'cluster', 'permit', 'capability', 'freshness'],
    sorts: {
      relevance: [down('as_of'), up('tie')],
      newest: [down('as_of'), up('tie')],
      name: byName,
    },
    groupBy: null,
    handles: true,
    scopedBy: ['province', 'regency'],
  },
}

/** The fields whose text an engine has to store. */
export function storedFields(definition: IndexDefinition): readonly FieldDefinition[] {
  return definition.fields.filter((field) => !field.wordsOf)
}

export const INDEX_NAMES = Object.keys(INDEXES) as readonly IndexName[]

export const MAX_PAGE_SIZE = 200
/** The last hit that paging reaches; totals stay exact beyond it. */
export const MAX_WINDOW = 100_000

export function isIndexName(text: string): text is IndexName {
  return Object.hasOwn(INDEXES, text)
}

export function isFacetOf(index: IndexName, text: string): text is FacetKey {
  return (INDEXES[index].facets as readonly string[]).includes(text)
}

/** Every numeric field that a sort of the index uses. */
export function sortFieldsOf(index: IndexName): readonly SortField[] {
  return [...new Set(Object.values(INDEXES[index].sorts).flatMap((steps) => steps.map((step) => step.field)))]
}

/**
 * The query with its numbers brought into range.
 * @throws SearchRejected for a facet, filter or sort the index does not have.
 */
export function checkQuery(index: IndexName, query: SearchQuery): SearchQuery {
  const asked = [...query.facets, ...Object.keys(query.filters)]
  const unknown = asked.find((key) => !isFacetOf(index, key))
  if (unknown !== undefined)
    throw new SearchRejected(`index ${index} has no facet ${JSON.stringify(unknown.slice(0, 40))}`)
  if (!Object.hasOwn(INDEXES[index].sorts, query.sort)) {
    throw new SearchRejected(`index ${index} has no sort ${JSON.stringify(String(query.sort).slice(0, 40))}`)
  }
  return {
    ...query,
    page: wholeWithin(query.page, 1, MAX_WINDOW),
    pageSize: wholeWithin(query.pageSize, 1, MAX_PAGE_SIZE),
  }
}

function wholeWithin(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.trunc(value))) : least
}
