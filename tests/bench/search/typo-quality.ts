import { createRandom } from '#db/seed/random.ts'
import { createEmbeddedEngine, type EmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import type { SearchQuery } from '#search/engine.ts'
import { QUALITY, type QueryReader } from '#search/text/expand.ts'
import { misspell } from './corpus.ts'
import { productPairs } from './queries.ts'

const PAIRS = 81
/** Larger answers are left out, because every id of an answer is compared. */
const MOST_IDS = 4_000

/** Words as typed, nothing else. */
const literally: QueryReader = (words) =>
  words.map(({ term }) => ({ words: [[{ terms: [term], prefix: false, quality: QUALITY.exact }]], phrase: [] }))

async function idsOf(engine: EmbeddedEngine, text: string): Promise<Set<string> | null> {
  const ids = new Set<string>()
  for (let page = 1; ; page++) {
    const query: SearchQuery = {
      text,
      filters: {},
      facets: [],
      sort: 'newest',
      page,
      pageSize: 200,
      scope: { kind: 'all' },
    }
    const answer = await engine.search('actors', query)
    if (answer.total > MOST_IDS) return null
    for (const hit of answer.hits) ids.add(hit.id)
    if (ids.size >= answer.total) return ids
  }
}

const shareIn = (some: ReadonlySet<string>, others: ReadonlySet<string>) =>
  some.size === 0 ? 1 : [...some].filter((id) => others.has(id)).length / some.size

/**
 * Pairs of words, one of them misspelt by one edit. Recall: how many documents with both words as meant are found. Precision:
 * how many of those found the right spelling finds too.
 */
export async function typoQuality(file: string): Promise<{ recall: number; precision: number; pairs: number }> {
  const random = createRandom(99)
  const engine = createEmbeddedEngine(file)
  const literal = createEmbeddedEngine(file, literally)
  const recalls: number[] = []
  const precisions: number[] = []
  for (const [a, b] of productPairs(PAIRS, random)) {
    const wrong = misspell(a, random)
    const meant = await idsOf(literal, `${a} ${b} `)
    const right = await idsOf(engine, `${a} ${b} `)
    const found = await idsOf(engine, `${wrong} ${b} `)
    if (!meant || !right || !found || wrong.length < 4 || wrong === a) continue
    recalls.push(shareIn(meant, found))
    precisions.push(shareIn(found, right))
  }
  engine.close()
  literal.close()
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return { recall: mean(recalls), precision: mean(precisions), pairs: recalls.length }
}
