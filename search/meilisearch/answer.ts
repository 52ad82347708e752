import type { FacetCount, FacetKey, SearchPage } from '../engine.ts'
import { MAX_WINDOW } from '../indexes.ts'
import { isGoodShare, scoresLetIn, scoresOf, totalOf } from '../text/query-weights.ts'
import { facetField, type StoredDocument } from './document.ts'
import { decodeFacetValue } from './facet-value.ts'
import { type Ask, firstQueries, offsetOf, type ReadDeep, type Result, readGroups, readWindow } from './hit-window.ts'
import type { Plan } from './plan.ts'

export interface Server {
  /** Asks with the rights of the viewer. */
  readonly ask: Ask
  /** Asks over the whole index; only for how much of the query its documents meet. */
  readonly askUnscoped: Ask
  readonly readDeep: ReadDeep
}

export interface Found {
  /** The plan that was answered; it may ask for less than the first one. */
  readonly plan: Plan
  readonly documents: number
  readonly total: number
  readonly page: number
  readonly facets: SearchPage['facets']
  readonly hits: readonly StoredDocument[]
}

/** Answers a plan, mostly in one multi-search; with less of the words where no document of the index has them all. */
export async function findHits(plan: Plan, server: Server): Promise<Found> {
  if (plan.isDescription) return answer(plan.withScores(await scoresWanted(plan, server.askUnscoped)), server)
  const found = await answer(plan, server)
  // why: with one word, or hits, there is nothing to relax
  if (found.documents > 0 || plan.weights.length < 2) return found
  const scores = await scoresWanted(plan, server.askUnscoped)
  return scores[0] === totalOf(plan.weights) ? found : answer(plan.withScores(scores), server)
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

/** The scores of the documents that are let in, over the whole index; the whole weight when no document meets anything. */
async function scoresWanted(plan: Plan, askUnscoped: Ask): Promise<readonly number[]> {
  const { weights } = plan
  const good = scoresOf(weights).filter((score) => isGoodShare(weights, score))
  const others = scoresOf(weights).slice(good.length)
  const count = async (scores: readonly number[]) =>
    (await askUnscoped(scores.map((score) => plan.reaching(score)))).map(({ totalHits }) => totalHits ?? 0)
  const reaching = await count(good)
  // why: less than a good share matters only when there is nothing better
  if (!(reaching.at(-1)! > 0)) reaching.push(...(await count(others)))
  const scores = scoresLetIn(weights, reaching)
  return scores.length > 0 ? scores : [totalOf(weights)]
}

function countsOf(result: Result, facet: FacetKey): FacetCount[] {
  return Object.entries(result.facetDistribution?.[facetField(facet)] ?? {})
    .filter(([, count]) => count > 0)
    .map(([value, count]) => ({ value: decodeFacetValue(value), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
