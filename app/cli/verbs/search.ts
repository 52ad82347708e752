import type { FacetKey, IndexName, SearchPage, SearchQuery, SortKey } from '#search/engine.ts'
import { INDEX_NAMES, INDEXES, isFacetOf, MAX_PAGE_SIZE } from '#search/indexes.ts'
import type { Io } from '../io.ts'
import { withFreshSearch } from '../open-search.ts'
import { readInteger, readOneOf } from '../read-option.ts'
import { UsageError, type Verb, type VerbInput } from '../verb.ts'

const LAST_PAGE = 1_000_000

/** `facet=value`, given with --filter or after it; several values of one facet are alternatives. */
function filtersOf(index: IndexName, { values, positionals }: VerbInput, io: Io): SearchQuery['filters'] {
  const t = io.t.verbs.search
  const filters: { [K in FacetKey]?: string[] } = {}
  for (const given of [...((values.filter as string[] | undefined) ?? []), ...positionals]) {
    const [facet, ...rest] = given.split('=')
    const value = rest.join('=')
    if (rest.length === 0 || value === '') throw new UsageError(t.badFilter(given.slice(0, 60)))
    if (!isFacetOf(index, facet!)) {
      throw new UsageError(t.unknownFacet(facet!.slice(0, 60), index, INDEXES[index].facets.join(', ')))
    }
    filters[facet] = [...(filters[facet] ?? []), ...value.split(',')]
  }
  return filters
}

function lines(page: SearchPage, io: Io): string[] {
  const t = io.t.verbs.search
  const shown = page.hits.map((hit) => {
    const best = Object.values(hit.highlights)[0]
    const text = best?.map((piece) => (piece.hit ? `*${piece.text}*` : piece.text)).join('') ?? ''
    return `  ${hit.id}  ${text.replaceAll(/\s+/g, ' ').slice(0, 100)}`.trimEnd()
  })
  return [t.found(page.total, page.page), ...(page.matched === 'some' ? [t.some] : []), ...shown]
}

export const searchVerb: Verb = {
  name: 'search',
  options: {
    index: { type: 'string' },
    q: { type: 'string' },
    filter: { type: 'string', multiple: true },
    sort: { type: 'string' },
    page: { type: 'string' },
    size: { type: 'string' },
  },
  positionals: true,
  async run(input, io) {
    const { values } = input
    const index = readOneOf(values.index, '--index', INDEX_NAMES, io.t)
    if (!index) throw new UsageError(io.t.verbs.search.needsIndex)
    const sorts = Object.keys(INDEXES[index].sorts) as SortKey[]
    const query: SearchQuery = {
      text: (values.q as string | undefined) ?? '',
      filters: filtersOf(index, input, io),
      facets: INDEXES[index].facets,
      sort: readOneOf(values.sort, '--sort', sorts, io.t) ?? 'relevance',
      page: readInteger(values.page, '--page', { min: 1, max: LAST_PAGE }, io.t) ?? 1,
      pageSize: readInteger(values.size, '--size', { min: 1, max: MAX_PAGE_SIZE }, io.t) ?? 20,
      scope: { kind: 'all' },
    }
    const client = await io.openDb()
    await withFreshSearch(io, client.db, async (engine) => {
      const start = performance.now()
      const page = await engine.search(index, query)
      const ms = Math.round((performance.now() - start) * 1000) / 1000
      io.answer(answerOf(page, index, ms), () => lines(page, io))
    })
  },
}

function answerOf(page: SearchPage, index: IndexName, ms: number) {
  const { total, answeredBy, matched, standIn, standInReason } = page
  return {
    total,
    answeredBy,
    matched,
    standIn,
    standInReason: standInReason ?? null,
    page: page.page,
    ms,
    hits: page.hits.map(({ id, group, highlights }) =>
      index === 'offers' ? { id, partner: group, highlights } : { id, highlights },
    ),
    facets: Object.fromEntries(
      Object.entries(page.facets).map(([facet, counts]) => [
        facet,
        Object.fromEntries(counts.map(({ value, count }) => [value, count])),
      ]),
    ),
  }
}
