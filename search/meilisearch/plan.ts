import type { MultiSearchQuery } from 'meilisearch'
import type { FacetKey, SearchQuery, VisibilityScope } from '../engine.ts'
import type { IndexDefinition } from '../indexes.ts'
import { QUALITY, type QueryUnit, WORST_QUALITY } from '../text/expand.ts'
import { isDescription, totalOf } from '../text/query-weights.ts'
import { facetField, ID, sortField, TEXTS } from './document.ts'
import { encodeFacetValue } from './facet-value.ts'
import { allOf, anyOf, EVERY, type Filter, isOneOf, NONE } from './filter.ts'
import { type Ring, TextFilter } from './text-filter.ts'

/** The viewer's scope as a filter; it goes into the tenant token and, for a server that checks no tokens, into each query. */
export function scopeFilter(definition: IndexDefinition, scope: VisibilityScope): Filter {
  if (definition.scopedBy.length === 0 || scope.kind === 'all') return EVERY
  if (scope.kind === 'public') return NONE
  if (scope.kind === 'documents') return isOneOf(ID, scope.ids)
  return anyOf(definition.scopedBy.map((facet) => isOneOf(facetField(facet), scope.codes.map(encodeFacetValue))))
}

/** The words of a query as the server is asked for them. */
export interface PlannedText {
  readonly units: readonly QueryUnit[]
  readonly weights: readonly number[]
  /** The scores of the documents wanted, highest first; only the whole weight unless others are given. */
  readonly scores?: readonly number[]
}

/** Everything one query asks of the server, as queries of a multi-search. */
export class Plan {
  readonly text: TextFilter | null
  readonly scope: Filter
  private readonly scores: readonly number[]

  constructor(
    private readonly definition: IndexDefinition,
    private readonly uid: string,
    readonly query: SearchQuery,
    private readonly planned: PlannedText,
  ) {
    const { units, weights, scores } = planned
    this.text = units.length > 0 ? new TextFilter(definition, units, weights) : null
    this.scores = scores ?? [totalOf(weights)]
    this.scope = scopeFilter(definition, query.scope)
  }

  /** The same for documents with one of these scores, highest first. */
  withScores(scores: readonly number[]): Plan {
    return new Plan(this.definition, this.uid, this.query, { ...this.planned, scores })
  }

  get weights(): readonly number[] {
    return this.planned.weights
  }

  /** Whether documents need not meet all of the words, even where some do. */
  get isDescription(): boolean {
    return isDescription(this.planned.units)
  }

  /** Whether documents that do not meet every word are wanted too. */
  get isPartial(): boolean {
    return this.least < totalOf(this.weights)
  }

  /** The facet by which documents are grouped; null when the query asks for no groups. */
  get groupBy(): FacetKey | null {
    return this.query.grouped ? this.definition.groupBy : null
  }

  get groupField(): string | null {
    return this.groupBy === null ? null : facetField(this.groupBy)
  }

  /** Exact totals, and the counts of every facet that has no selection of its own. */
  totals(): MultiSearchQuery {
    const free = this.query.facets.filter((facet) => !this.isSelected(facet)).map(facetField)
    const facets = this.groupField === null ? free : [...new Set([...free, this.groupField])]
    return { ...this.counting(this.matching(null)), ...(facets.length > 0 ? { facets } : {}) }
  }

  /** The counts of a facet under every selection but its own. */
  countsOf(facet: FacetKey): MultiSearchQuery {
    return { ...this.counting(this.matching(facet)), facets: [facetField(facet)] }
  }

  /** Facets that need a query of their own. */
  get selectedFacets(): readonly FacetKey[] {
    return this.query.facets.filter((facet) => this.isSelected(facet))
  }

  /** How many documents of the whole index have at least this score. */
  reaching(score: number): MultiSearchQuery {
    return this.counting(this.text!.reaching(score, WORST_QUALITY))
  }

  /** The hits in rings, best first; one ring when relevance has no say. */
  rings(): readonly Ring[] {
    if (this.text === null || this.query.sort !== 'relevance') {
      return [{ score: 0, quality: QUALITY.exact, filter: this.matching(null) }]
    }
    const narrowed = allOf([this.selected(null), this.scope])
    return this.text.rings(this.scores).map((ring) => ({ ...ring, filter: allOf([narrowed, ring.filter]) }))
  }

  /** A stretch of a ring in order, with the ring's exact size; only the best of each group when groups are asked for. */
  hits(ring: Ring, offset: number, limit: number): MultiSearchQuery {
    const { groupField } = this
    return {
      ...this.base(ring.filter),
      ...this.window(offset, limit),
      ...(groupField === null ? {} : { distinct: groupField }),
    }
  }

  /** Which fields are read of a hit, and in which order hits come. */
  window(offset: number, limit: number) {
    return {
      offset,
      limit,
      sort: this.definition.sorts[this.query.sort].map(
        ({ field, descending }) => `${sortField(field)}:${descending ? 'desc' : 'asc'}`,
      ),
      attributesToRetrieve: ['id', ...(this.text ? [TEXTS] : []), ...this.shownFacets().map(facetField)],
    }
  }

  /** The group, and what a shown text is made of. */
  private shownFacets(): readonly FacetKey[] {
    const { fields, groupBy } = this.definition
    const shown = this.text ? fields.filter((field) => field.shown).flatMap((field) => field.wordsOf ?? []) : []
    return [...new Set([...(groupBy ? [groupBy] : []), ...shown])]
  }

  private matching(except: FacetKey | null): Filter {
    const text = this.text ? this.text.reaching(this.least, WORST_QUALITY) : EVERY
    return allOf([this.selected(except), this.scope, text])
  }

  private get least(): number {
    return this.scores.at(-1)!
  }

  private selected(except: FacetKey | null): Filter {
    const chosen = Object.entries(this.query.filters) as [FacetKey, readonly string[]][]
    return allOf(
      chosen
        .filter(([facet, values]) => facet !== except && values.length > 0)
        .map(([facet, values]) => isOneOf(facetField(facet), values.map(encodeFacetValue))),
    )
  }

  private isSelected(facet: FacetKey): boolean {
    return (this.query.filters[facet]?.length ?? 0) > 0
  }

  /** `hitsPerPage` makes the server count exhaustively; with `limit` alone it calls its total an estimate. */
  private counting(filter: Filter): MultiSearchQuery {
    return { ...this.base(filter), hitsPerPage: 0 }
  }

  private base(filter: Filter): MultiSearchQuery {
    return { indexUid: this.uid, ...(filter === EVERY ? {} : { filter }) }
  }
}
