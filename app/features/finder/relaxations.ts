import type { FacetSearch, SearchMachine } from './facet-search.ts'

/** A smaller demand that does find something: without one facet's filter, or without the words. */
export interface Relaxation<F extends string> {
  readonly drop: F | 'q'
  readonly search: FacetSearch<F>
  readonly found: number
}

/** What to let go of when nothing was found, most fruitful first; only what really finds something. */
export async function relaxations<F extends string>(
  machine: SearchMachine<F>,
  search: FacetSearch<F>,
  count: (search: FacetSearch<F>) => Promise<number>,
): Promise<Relaxation<F>[]> {
  const used = machine.facets.filter((facet) => search.filters[facet].length > 0)
  const tries: Omit<Relaxation<F>, 'found'>[] = used.map((facet) => ({
    drop: facet,
    search: machine.withFilter(search, facet, []),
  }))
  if (search.q !== '' && used.length > 0) tries.push({ drop: 'q', search: { ...search, q: '', page: 1 } })
  const found = await Promise.all(tries.map(async (one) => ({ ...one, found: await count(one.search) })))
  return found.filter((relaxation) => relaxation.found > 0).sort((a, b) => b.found - a.found)
}
