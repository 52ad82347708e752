import type { MultiSearchQuery, MultiSearchResult } from 'meilisearch'
import { facetValues, type StoredDocument } from './document.ts'
import type { Plan } from './plan.ts'
import type { Ring } from './text-filter.ts'

export type Result = MultiSearchResult<StoredDocument>
export type Ask = (queries: readonly MultiSearchQuery[]) => Promise<readonly Result[]>
export type ReadDeep = (ring: Ring, offset: number, limit: number) => Promise<readonly StoredDocument[]>

/** From here on the server would build every hit before the page; it can read documents in order without that. */
const DEEP = 2_000

interface Answered {
  readonly ring: Ring
  readonly result: Result
}

/** Rings of one quality are asked for together; the rings of the best one usually fill the page. */
export function firstRings(rings: readonly Ring[]): readonly Ring[] {
  return rings.filter((ring) => ring.score === rings[0]?.score && ring.quality === rings[0]?.quality)
}

/** What to ask of the first rings in the same request as totals and counts. */
export function firstQueries(plan: Plan, rings: readonly Ring[]): readonly MultiSearchQuery[] {
  return firstRings(rings).map((ring) => probe(plan, ring, offsetOf(plan)))
}

/**
 * The documents of the page, of rings in order. `first` are the answers to `firstQueries`; others are asked for only when
 * those do not fill the page.
 */
export async function readWindow(
  plan: Plan,
  rings: readonly Ring[],
  first: readonly Result[],
  offset: number,
  ask: Ask,
  readDeep: ReadDeep,
): Promise<readonly StoredDocument[]> {
  const need = plan.query.pageSize
  const found: StoredDocument[] = []
  let before = 0
  for await (const answered of answersInOrder(plan, rings, first, offset, ask)) {
    for (const { ring, result } of answered) {
      const size = result.estimatedTotalHits ?? 0
      const skip = Math.max(0, offset - before)
      const missing = need - found.length
      if (skip < size && missing > 0) found.push(...(await stretch(plan, ring, result, skip, missing, ask, readDeep)))
      before += size
    }
    if (found.length >= need) break
  }
  return found
}

/** The best document of each group, in order; a group seen in a better ring does not count again. */
export async function readGroups(
  plan: Plan,
  rings: readonly Ring[],
  first: readonly Result[],
  offset: number,
  ask: Ask,
): Promise<readonly StoredDocument[]> {
  const end = offset + plan.query.pageSize
  const seen = new Set<string>()
  const best: StoredDocument[] = []
  for await (const answered of answersInOrder(plan, rings, first, offset, ask)) {
    for (const { result } of answered) {
      for (const hit of result.hits) {
        const group = groupOf(plan, hit)
        if (group === null || seen.has(group)) continue
        seen.add(group)
        best.push(hit)
      }
    }
    if (best.length >= end) break
  }
  return best.slice(offset, end)
}

function groupOf(plan: Plan, hit: StoredDocument): string | null {
  return plan.groupBy === null ? null : (facetValues(hit, plan.groupBy)[0] ?? null)
}

/** Where the page begins, were it within the hits. */
export function offsetOf(plan: Plan): number {
  return (plan.query.page - 1) * plan.query.pageSize
}

async function* answersInOrder(
  plan: Plan,
  rings: readonly Ring[],
  first: readonly Result[],
  offset: number,
  ask: Ask,
): AsyncGenerator<readonly Answered[]> {
  const leading = firstRings(rings)
  // why: the first answers were asked for under the offset as typed; a page beyond the last begins elsewhere
  const known = offset === offsetOf(plan) ? first : await ask(leading.map((ring) => probe(plan, ring, offset)))
  yield leading.map((ring, at) => ({ ring, result: known[at]! }))
  const others = rings.slice(leading.length)
  for (const score of new Set(others.map((ring) => ring.score))) {
    const next = others.filter((ring) => ring.score === score)
    const results = await ask(next.map((ring) => probe(plan, ring, offset)))
    yield next.map((ring, at) => ({ ring, result: results[at]! }))
  }
}

/** All of a ring that the page could need from its start; nothing but its size when the page begins later. */
function probe(plan: Plan, ring: Ring, offset: number) {
  if (plan.groupField !== null) return plan.hits(ring, 0, offset + plan.query.pageSize)
  return plan.hits(ring, 0, offset === 0 ? plan.query.pageSize : 0)
}

async function stretch(
  plan: Plan,
  ring: Ring,
  result: Result,
  skip: number,
  limit: number,
  ask: Ask,
  readDeep: ReadDeep,
): Promise<readonly StoredDocument[]> {
  if (skip === 0 && result.hits.length >= Math.min(limit, result.estimatedTotalHits ?? 0)) {
    return result.hits.slice(0, limit)
  }
  if (skip >= DEEP) return readDeep(ring, skip, limit)
  const [answer] = await ask([plan.hits(ring, skip, limit)])
  return answer!.hits
}
