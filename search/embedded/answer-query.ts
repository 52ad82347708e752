import type { FacetCount, FacetKey, SearchPage, SearchQuery } from '../engine.ts'
import { type IndexDefinition, MAX_WINDOW } from '../indexes.ts'
import type { QueryUnit } from '../text/expand.ts'
import { type Bits, countBits, intersect, setBit, slotsOf, subtract, unite } from './bits.ts'
import type { IndexColumns } from './index-columns.ts'
import { EVERYBODY, type Members } from './members.ts'
import type { Postings } from './postings.ts'
import { QuerySets } from './query-sets.ts'
import { textDemand } from './text-demand.ts'

/** What a query comes to before ids and texts are read: slots in order, exact totals, exact counts. */
export interface Answer {
  readonly slots: readonly number[]
  readonly total: number
  readonly documents: number
  readonly page: number
  readonly facets: SearchPage['facets']
  readonly matched: 'all' | 'some'
}

/** Answers a checked query whose text was already expanded into units and weighed; no units means no text. */
export function answerQuery(
  definition: IndexDefinition,
  columns: IndexColumns,
  postings: Postings,
  query: SearchQuery,
  units: readonly QueryUnit[],
  weights: readonly number[],
  slotOf: (id: string) => number | undefined,
): Answer {
  const demand = units.length === 0 ? null : textDemand(new QuerySets(units, postings, columns.words), units, weights)
  const text = demand?.matching ?? null
  const filters = activeFilters(columns, query)
  const scope = scopeSet(definition, columns, query, slotOf)
  const narrowed = (except: FacetKey | null): Selection => {
    const constraints = filters.filter((filter) => filter.facet !== except).map((filter) => filter.bits)
    if (scope) constraints.push(scope)
    return new Selection(columns, text, constraints)
  }
  const full = narrowed(null)
  const groups = query.grouped && definition.groupBy ? columns.facets.get(definition.groupBy)! : null
  const total = groups ? groups.valuesAmong(full.members()) : full.count
  const reachable = Math.min(total, MAX_WINDOW)
  const page = Math.max(1, Math.min(query.page, Math.ceil(reachable / query.pageSize)))
  const offset = (page - 1) * query.pageSize
  const ring = demand && query.sort === 'relevance' ? demand.rings(full.bits) : [full.bits]
  const slots = groups
    ? bestOfEachGroup(columns, query, ring, (slot) => groups.numberAt(slot), offset)
    : windowOver(columns, query, ring, offset)
  return {
    slots,
    total,
    documents: full.count,
    page,
    facets: countFacets(columns, query, full, narrowed),
    matched: demand?.matched ?? 'all',
  }
}

/** A set of documents with its size and members, counted when asked for. */
class Selection {
  readonly bits: Bits
  readonly count: number
  private readonly everything: boolean
  private found: Members | undefined

  constructor(
    private readonly columns: IndexColumns,
    text: Bits | null,
    constraints: readonly Bits[],
  ) {
    this.everything = text === null && constraints.length === 0
    if (this.everything) {
      this.bits = columns.live
      this.count = columns.documents
      return
    }
    const bits = (text ?? columns.live.subarray(0, columns.words)).slice()
    for (const constraint of constraints) intersect(bits, constraint)
    this.bits = bits
    this.count = countBits(bits)
  }

  members(): Members {
    this.found ??= this.everything ? EVERYBODY : this.fewest()
    return this.found
  }

  private fewest(): Members {
    const outside = this.columns.documents - this.count
    if (this.count <= outside) return { slots: slotsOf(this.bits, this.count), outside: false }
    const others = this.columns.live.slice(0, this.columns.words)
    subtract(others, this.bits)
    return { slots: slotsOf(others, outside), outside: true }
  }
}

function activeFilters(columns: IndexColumns, query: SearchQuery): { facet: FacetKey; bits: Bits }[] {
  const active: { facet: FacetKey; bits: Bits }[] = []
  for (const [facet, values] of Object.entries(query.filters) as [FacetKey, readonly string[]][]) {
    if (values.length === 0) continue
    active.push({ facet, bits: columns.matching(facet, values) })
  }
  return active
}

function scopeSet(
  definition: IndexDefinition,
  columns: IndexColumns,
  { scope }: SearchQuery,
  slotOf: (id: string) => number | undefined,
): Bits | null {
  if (definition.scopedBy.length === 0 || scope.kind === 'all') return null
  const allowed = new Uint32Array(columns.words)
  if (scope.kind === 'public') return allowed
  if (scope.kind === 'documents') {
    for (const id of scope.ids) {
      const slot = slotOf(id)
      if (slot !== undefined) setBit(allowed, slot)
    }
    return allowed
  }
  for (const facet of definition.scopedBy) {
    unite(allowed, columns.matching(facet, scope.codes))
  }
  return allowed
}

function windowOver(columns: IndexColumns, query: SearchQuery, rings: Iterable<Bits>, offset: number): number[] {
  const order = columns.order(query.sort)
  const found: number[] = []
  let before = 0
  for (const ring of rings) {
    const size = countBits(ring)
    const skip = Math.max(0, offset - before)
    if (skip < size) {
      found.push(...order.window(ring, size, () => slotsOf(ring, size), skip, query.pageSize - found.length))
    }
    before += size
    if (found.length >= query.pageSize) break
  }
  return found
}

function bestOfEachGroup(
  columns: IndexColumns,
  query: SearchQuery,
  rings: Iterable<Bits>,
  groupOf: (slot: number) => number,
  offset: number,
): number[] {
  const order = columns.order(query.sort)
  const seen = new Set<number>([0])
  const best: number[] = []
  for (const ring of rings) {
    for (const slot of order.walk(ring)) {
      const group = groupOf(slot)
      if (seen.has(group)) continue
      seen.add(group)
      best.push(slot)
      if (best.length === offset + query.pageSize) return best.slice(offset)
    }
  }
  return best.slice(offset)
}

function countFacets(
  columns: IndexColumns,
  query: SearchQuery,
  full: Selection,
  narrowed: (except: FacetKey) => Selection,
): SearchPage['facets'] {
  const facets: { [K in FacetKey]?: FacetCount[] } = {}
  for (const facet of query.facets) {
    const selection = (query.filters[facet]?.length ?? 0) > 0 ? narrowed(facet) : full
    facets[facet] = columns.facets.get(facet)!.counts(selection.members())
  }
  return facets
}
