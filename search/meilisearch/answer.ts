import type { FacetCount, FacetKey, SearchPage } from '../engine.ts'
import { MAX_WINDOW } from '../indexes.ts'
import { facetField, type StoredDocument } from './document.ts'
import { decodeFacetValue } from './facet-value.ts'
import { type Ask, firstQueries, offsetOf, type ReadDeep, type Result, readGroups, readWindow } from './hit-window.ts'
import type { Plan } from './plan.ts'

export interface Server {
  /** Asks with the rights of the viewer. */
  readonly ask: Ask
  /** Asks over the whole index; only for how many words its documents have in common with the query. */
  readonly askUnscoped: Ask
  readonly readDeep: ReadDeep
}

export interface Found {
  /** The plan that was answered; it may ask for fewer words than the first one. */
  readonly plan: Plan
  readonly documents: number
  readonly total: number
  readonly page: number
  readonly facets: SearchPage['facets']
  readonly hits: readonly StoredDocument[]
}

/** Answers a plan, mostly in one multi-search; with fewer words when no document of the index has them all. */
export async function findHits(plan: Plan, server: Server): Promise<Found> {
  const found = await answer(plan, server)
  // why: with one word, or hits, there is nothing to relax
  if (found.documents > 0 || plan.wanted < 2) return found
  const most = await mostUnits(plan, server.askUnscoped)
  return most === plan.wanted ? found : answer(plan.relaxedTo(most), server)
}

async function answer(plan: Plan, { ask, readDeep }: Server): Promise<Found> {
  const { groupField, query, selectedFacets } = plan
  const rings = plan.rings()
  const [totals, ...rest] = await ask([
    plan.totals(),
    ...selectedFacets.map((facet) => plan.countsOf(facet)),
    ...firstQueries(plan, rings),
  ])
  const own = new Map(selectedFacets.map((facet, at) => [facet, rest[at]!]))
  const documents = totals!.totalHits ?? 0
  const total = groupField === null ? documents : Object.keys(totals!.facetDistribution?.[groupField] ?? {}).length
  const page = Math.max(1, Math.min(query.page, Math.ceil(Math.min(total, MAX_WINDOW) / query.pageSize)))
  const offset = page === query.page ? offsetOf(plan) : (page - 1) * query.pageSize
  const first = rest.slice(selectedFacets.length)
  const hits =
    groupField === null
      ? await readWindow(plan, rings, first, offset, ask, readDeep)
      : await readGroups(plan, rings, first, offset, ask)
  const facets = query.facets.map((facet) => [facet, countsOf(own.get(facet) ?? totals!, facet)])
  return { plan, documents, total, page, facets: Object.fromEntries(facets) as SearchPage['facets'], hits }
}

/** The largest number of units that any document of the index answers, or all of them when none answers any. */
async function mostUnits(plan: Plan, askUnscoped: Ask): Promise<number> {
  const counts = Array.from({ length: plan.wanted }, (_, at) => plan.wanted - at)
  const results = await askUnscoped(counts.map((count) => plan.answering(count)))
  return counts.find((_, at) => (results[at]!.totalHits ?? 0) > 0) ?? plan.wanted
}

function countsOf(result: Result, facet: FacetKey): FacetCount[] {
  return Object.entries(result.facetDistribution?.[facetField(facet)] ?? {})
    .filter(([, count]) => count > 0)
    .map(([value, count]) => ({ value: decodeFacetValue(value), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
