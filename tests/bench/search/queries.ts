import { createRandom, pick, type Random } from '#db/seed/random.ts'
import type { SearchDocument, SearchQuery } from '#search/engine.ts'
import { INDEXES } from '#search/indexes.ts'
import { corpus, misspell } from './corpus.ts'

const SAMPLE = 4_000
const PAGE_SIZE = 20
/** The hit that a deep page starts at; a twentieth of a small index. */
const DEEP = 10_000

export const QUERY_CLASSES = ['filters', 'word', 'pair', 'prefix', 'deep'] as const
export type QueryClass = (typeof QUERY_CLASSES)[number]

export const QUERY_CLASS_LABELS: Readonly<Record<QueryClass, string>> = {
  filters: 'three filters, all facets',
  word: 'one word, all facets',
  pair: 'two words, one misspelt, all facets',
  prefix: 'prefix of 1 to 5 letters, all facets',
  deep: 'deep page',
}

function asked(more: Partial<SearchQuery>): SearchQuery {
  return {
    text: '',
    filters: {},
    facets: INDEXES.actors.facets,
    sort: 'relevance',
    page: 1,
    pageSize: PAGE_SIZE,
    scope: { kind: 'all' },
    ...more,
  }
}

/** Words people look for: those of products, long enough to mean something. */
function productWords(sample: readonly SearchDocument[]): string[] {
  const counted = new Map<string, number>()
  for (const document of sample) {
    for (const word of (document.text.products ?? '').split(/[^a-z]+/)) {
      if (word.length >= 4) counted.set(word, (counted.get(word) ?? 0) + 1)
    }
  }
  return [...counted].filter(([, count]) => count >= 3).map(([word]) => word)
}

/** So many different ones of what `draw` gives; fewer when it keeps repeating itself. */
function different<T>(count: number, draw: () => T): T[] {
  const found = new Map<string, T>()
  for (let tries = 0; found.size < count && tries < count * 50; tries++) {
    const one = draw()
    found.set(JSON.stringify(one), one)
  }
  return [...found.values()]
}

/** Different pairs of words that one woman makes, as one would look for her. */
export function productPairs(count: number, random: Random): [string, string][] {
  const sample = [...corpus(SAMPLE)]
  const common = new Set(productWords(sample))
  const withTwo = sample
    .map((document) => (document.text.products ?? '').split(/[^a-z]+/).filter((word) => common.has(word)))
    .filter((words) => words.length >= 2 && words[0] !== words[1])
  return different(count, () => {
    const [first, second] = pick(random, withTwo)
    return [first!, second!]
  })
}

/**
 * Different queries of every class, the same for every engine. A space after the last word says that it is complete.
 * @param count documents of the index.
 */
export function benchQueries(count: number): Readonly<Record<QueryClass, readonly SearchQuery[]>> {
  const random = createRandom(7)
  const sample = [...corpus(SAMPLE)]
  const words = productWords(sample)
  const page = Math.min(DEEP, Math.floor(count / 20)) / PAGE_SIZE
  return {
    filters: different(120, () => {
      const { facets } = pick(random, sample)
      const filters = Object.fromEntries(
        (['province', 'sector', 'need'] as const).map((facet) => [
          facet,
          [facets[facet]?.length ? pick(random, facets[facet]) : 'unknown'],
        ]),
      )
      return asked({ filters })
    }),
    word: different(120, () => asked({ text: `${pick(random, words)} ` })),
    pair: productPairs(120, random).map(([a, b]) => asked({ text: `${misspell(a, random)} ${b} ` })),
    prefix: different(100, () => asked({ text: pick(random, words).slice(0, 1 + Math.floor(random() * 5)) })),
    deep: different(40, () => asked({ text: `${pick(random, words)} `, facets: [], page })),
  }
}
